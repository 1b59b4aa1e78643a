"""What somebody told us as a few words: their own where those fit into a list, else a plain phrase of the copy's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from actions.deps import Say
from introductions.likings import Told, liked, liking_of
from introductions.naming import as_liking, is_name, of_use
from introductions.trades import TRADE
from introductions.troubles import trouble
from knowledge.answers import answer_codes
from knowledge.language.weekdays import DAYS
from knowledge.musts import COMPANY, HOME, finds_it_hard, goes_out_little, rather_at_home, shuns_groups
from knowledge.understanding.limits import PART_TIME, limit_in
from knowledge.understanding.parts_said import AFTERNOONS, hours_in
from knowledge.understanding.sober import ADDICTION, of_drink, of_drugs, sober_time
from knowledge.understanding.wanting_out import wants_company_too, wants_out
from knowledge.understanding.week import taken

TIMES = ("constraint.daytime_only", "constraint.not_mornings", "constraint.evenings_weekends")
BROUGHT = ("constraint.overqualified",)
"""What they have more of than basics ask for: nothing to work round."""
WISHES = ("constraint.own_community", "constraint.women_only", "constraint.men_only")
OWN_WORDS = ("interest.", *TIMES)
"""Whose own words are names of things; of the rest people say half sentences ("cant do mornings")."""
_NEAR = re.compile(
    r"^(?!.*\b(?:can'?t|cannot|hard|scar\w+|difficult)\b).*"
    r"\b(?:(?:any|some)where (?:near|in|round|around)|near(?:by)?|local(?:ly)?|close (?:to|by))\b",
    re.IGNORECASE,
)
"""A place near by is wished for, and no trouble told; the place is said back itself."""
_ANXIETY = "health.anxiety"
_FELT = re.compile(
    r"^(?!.*\b(?:anx\w*|panic\w*|nerv\w*|worr\w*|scar\w*|fear\w*|fraid|afraid|fright\w*|\w*phobi\w*|shy|stress\w*"
    r"|overthink\w*|edge)\b).*\b(?:heart|hart|chest|breath\w*|sleep\w*|sweat\w*|shak\w*|dizzy|sick|belly|stomach|head)\b",
    re.IGNORECASE,
)
"""What the body does, of which they said no name."""
_OF_SCHOOL = re.compile(r"\b(?:school|college|uni|university|course|sixth form)\b", re.IGNORECASE)
_IN_THE_WAY = "constraint."
"""What of these is over needs no working round."""
_LATE = "constraint.evenings_weekends"
_WEEKEND = re.compile(r"\b(?:weekends?|saturdays?|sundays?|sat|sun)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)


def worded(say: Say, code: str, words: str) -> str:
    """The words for one code, fit to stand in a list or after "work around"."""
    words = _ARTICLE.sub("", words)
    if code == _TRIES and (told := of_use(words)):
        return told
    given = _GIVING.match(words) if code in _GIVEN else None
    if given:
        return say("utter_said_trustee") if given["seat"] else f"{given['verb']}ing{given['whom']}".casefold()
    return (_of_addiction(say, words) if code == ADDICTION else "") or _worded(say, code, words)


def _worded(say: Say, code: str, words: str) -> str:
    if code.startswith("health."):
        plain = "health.other" if code == _ANXIETY and _FELT.search(words) else code
        return trouble(words) or say(f"utter_said_{plain.replace('.', '_')}")
    if code == PART_TIME and (limit := limit_in(words)):
        return limit
    if code in TIMES and (words == AFTERNOONS or hours_in(words)):
        return hours_in(words) or words
    if code.startswith(OWN_WORDS) and is_name(words) and not (code in TIMES and taken(words)):
        return as_liking(words.casefold() if words[1:].islower() else words)
    if code == COMPANY and wants_out(words):
        return say("utter_said_out_to_people" if wants_company_too(words) else "utter_said_hopes_get_out")
    if code == HOME and goes_out_little(words):
        return say("utter_said_going_out_is_hard" if finds_it_hard(words) else "utter_said_goes_out_little")
    if code == HOME and rather_at_home(words):
        return say("utter_said_rather_at_home")
    if code == "constraint.no_experience" and _OF_SCHOOL.search(words):
        return say("utter_said_of_school")
    if code == "constraint.no_groups" and shuns_groups(words):
        return say("utter_said_any_groups")
    return say(f"utter_said_{code.replace('.', '_')}")


def _of_addiction(say: Say, words: str) -> str:
    """Drink where only drink was told, and drugs where only drugs; who is sober is said to be."""
    if time := sober_time(words):
        return say("utter_said_clean_for" if of_drugs(words) else "utter_said_sober_for", time=time)
    return say("utter_said_drink") if of_drink(words) else say("utter_said_drugs") if of_drugs(words) else ""


_GIVEN = ("interest.teaching", "interest.community")
_GIVING = re.compile(
    r"(?:to )?(?P<verb>teach|mentor|coach|train|tutor)(?P<whom>(?: [\w'-]+){1,3})$"
    r"|(?P<seat>(?:be |become )?(?:an? )?trustees?\b"
    r"|(?:sit |serve )?on (?:an? |the |some )?(?:\w+ )?(?:boards?|committee)\b)",
    re.IGNORECASE,
)
"""What they would give, which stands in a list as a thing done: "mentoring someone", "being a trustee"."""


T = TypeVar("T", bound=Told)


def listed(say: Say, facts: Iterable[Told], groups: Sequence[str]) -> list[str]:
    """Each thing once, in the order told, and none that another has in it; what was denied is left out."""
    told = as_wished(list(facts))
    chosen = {
        code
        for fact in told
        if fact.field == "hopes" and fact.polarity == "yes"
        for code in answer_codes("hopes", fact.value)
    }
    parts = list(
        dict.fromkeys(
            filter(None, (_with_others(say, told, _one(say, fact, tuple(groups), chosen), fact) for fact in told))
        )
    )
    if _LIKINGS in groups:
        parts += [name for name in _of_no_code(told) if all(name.casefold() not in part.casefold() for part in parts)]
    return [part for part in parts if not any(part != other and f" {part} " in f" {other} " for other in parts)]


def as_wished(told: Sequence[T]) -> list[T]:
    """Of company that was chosen, and wished for as getting out, the wish tells more, as who would be of use says more
    than that they would try volunteering; a job that is to be kept is no other one.
    """
    if any(one.code == _TRIES and one.polarity == "yes" and of_use(one.words) for one in told):
        told = [one for one in told if (one.field, one.value) != ("hopes", "volunteer")]
    if any(one.code == _KEEPS and one.polarity == "yes" for one in told):
        told = [one for one in told if not (one.code == "stage.ready" and _KEPT.search(one.words))]
    out = any(one.code == COMPANY and one.polarity == "yes" and wants_out(one.words) for one in told)
    return [one for one in told if not (out and (one.field, one.value) == ("hopes", "company"))]


_TRIES = "support.work_experience"
_KEEPS = "support.in_work_support"
_KEPT = re.compile(r"\b(?:keep\w*|stay\w*|hold\w*|not los\w+)\b", re.IGNORECASE)
_LIKINGS = "interest."


def _of_no_code(told: Sequence[Told]) -> list[str]:
    """What they like that no fact of its own tells: "dominoes"."""
    codes = {fact.code for fact in told if fact.code}
    return list(dict.fromkeys(as_liking(one.words) for one in liked(told) if liking_of(one) not in codes))


def _with_others(say: Say, told: Sequence[Told], words: str, fact: Told) -> str:
    """With the other things that they like and that mean the same to us: "sewing, knitting and crochet"."""
    if not words or not (fact.code or "").startswith("interest."):
        return words
    words += next((found.group() for one in told if (found := _of_the_trade(one, fact))), "")
    same = [_AFTERTHOUGHT.sub("", as_liking(one.words)) for one in liked(told) if liking_of(one) == fact.code]
    words = next((one for one in same if one.casefold().startswith(f"{words.casefold()} ")), words)
    more = [one for one in dict.fromkeys(same) if one.casefold() not in words.casefold()]
    return say("utter_and", first=", ".join([words, *more[:-1]]), last=more[-1]) if more else words


def _of_the_trade(one: Told, fact: Told) -> re.Match[str] | None:
    """What they made in the trade that the fact tells of: " (wedding dresses)"."""
    return _IN_IT.search(one.value) if one.field == TRADE and liking_of(one) == fact.code else None


_IN_IT = re.compile(r" \([^()]+\)$")
_AFTERTHOUGHT = re.compile(r"\s+(?:still|a bit|a little|mostly|mainly|sometimes|though|too)$", re.IGNORECASE)


def _one(say: Say, fact: Told, groups: tuple[str, ...], chosen: set[str]) -> str:
    """A hope that was chosen among our options stands in those words, in place of the codes that it means."""
    if fact.field == "hopes" and fact.polarity == "yes" and "support." in groups and answer_codes("hopes", fact.value):
        return say(f"utter_said_hopes_{fact.value}")
    if fact.field == "goal" and "support." in groups:
        return say("utter_said_goal", words=_to_them(fact.value))
    if fact.field == "days" and fact.value and set(TIMES) <= set(groups):
        return _days(say, fact.value.split())
    if fact.code == _LATE and fact.polarity == "no" and set(TIMES) <= set(groups):
        return say("utter_said_no_weekends" if _WEEKEND.search(fact.words) else "utter_said_no_evenings")
    if not fact.code or not fact.code.startswith(groups) or fact.polarity == "no" or fact.code in chosen:
        return ""
    if fact.polarity == "past" and fact.code.startswith(_IN_THE_WAY):
        return ""
    return "" if fact.code == "constraint.travel" and _NEAR.search(fact.words) else worded(say, fact.code, fact.words)


def _to_them(words: str) -> str:
    """Their words as said to them: "use your skills again"."""
    return _OWN.sub(lambda own: _YOURS[own[0].casefold()], words)


_YOURS = {"my": "your", "mine": "yours", "me": "you", "myself": "yourself", "our": "your"}
_OWN = re.compile(rf"\b(?:{'|'.join(_YOURS)})\b", re.IGNORECASE)


def _days(say: Say, days: Sequence[str]) -> str:
    """The days that suit, or those that do not where they are few."""
    left = [day for day in DAYS if day not in days]
    if left == list(DAYS[-2:]):
        return say("utter_said_weekdays")
    if len(left) <= _FEW_DAYS:
        return say("utter_said_days_but", days=", ".join(say(f"utter_said_day_{day.lower()}") for day in left))
    return ", ".join(say(f"utter_said_day_{day.lower()}") for day in days)


_FEW_DAYS = 2


def hopes_of(say: Say, facts: Iterable[Told]) -> dict[str, str]:
    """The words of each hope that was chosen among our options, by the codes that it means."""
    chosen = [fact.value for fact in facts if fact.field == "hopes" and fact.polarity == "yes"]
    return {code: say(f"utter_said_hopes_{value}") for value in chosen for code in answer_codes("hopes", value)}


def day(at: date) -> str:
    """A date as people say it: "Thursday 26 November"."""
    return f"{at:%A} {at.day} {at:%B}"


def line_name(say: Say, name: str) -> str:
    """What a line of the letter is called."""
    return say(f"utter_letter_line_{name}")
