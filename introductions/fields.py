"""The fields of a letter: what goes in by default, from what the person said and what the service can do.

Safe defaults: health is off and empty (a diagnosis goes only if the person writes it in); needs that may hint at health
are off, and hopes that touch health, money or family; a person's own words are used only where they say nothing about
health or who someone is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from introductions.company import COMES
from introductions.errors import TooLong
from introductions.health_words import names_health
from introductions.likings import liked
from introductions.model import DraftField, Fact
from introductions.naming import (
    as_hope,
    as_liking,
    as_name,
    done_by,
    is_name,
    names_the_served,
    says_hours,
    telling_words,
)
from introductions.templates import phrases
from introductions.trades import as_work, is_trade, is_workplace, work_of
from knowledge.answers import answer_codes
from knowledge.first_visit import can_be_met
from knowledge.language.weekdays import DAYS, days_named
from knowledge.listing import Service
from knowledge.musts import finds_it_hard, goes_out_little
from knowledge.pay import finds_a_job, pays
from knowledge.understanding import understand
from knowledge.understanding.not_alone import GOING_ALONE
from knowledge.understanding.wanting_out import wants_company_too, wants_out

FIELDS = ("name", "enjoys", "worked", "hopes", "helps", "times", "language", "who_comes", "own", "reply_way", "health")
IN_MAIL = ("name", "enjoys", "worked", "hopes")
"""The warm part; everything else stands only on the private page."""
LONGEST_LINE, LONGEST_NAME = 300, 60
_COMPANY = "support.social_engagement"
_NAMED_HOPES = ("support.training", "support.business_enterprise", "support.job_brokering", "support.work_experience")
"""Of these people name what they wish for; of others they tell how they are: nobody hopes for "lonely"."""
_AS_HOPED = {"stage.ready": "support.job_brokering"}
"""Who says that they want a job hopes for one."""
_NO_HOPE = frozenset(("back", "ready", "again"))
"""Words that a hope was heard in, and that name none: "back" of "get back to finance work"."""
_COST = "constraint.cost"
_PRIVATE = ("health.", "identity.", "constraint.")
_WORKED_OUT = frozenset({"constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings"})
_HOME = "constraint.own_home"


def clean(text: str, longest: int = LONGEST_LINE) -> str:
    """One line without control characters. Raises TooLong when it is longer than a letter carries."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(line) > longest:
        raise TooLong(f"at most {longest} characters")
    return line


_OWN_AFFAIRS = re.compile(
    r"\b(?:benefits?|universal credit|uc|pip|esa|dole|signing on|debts?|rent|custody|social services|courts?"
    r"|(?:kids?|child(?:ren)?|son|daughter|bab(?:y|ies)) back|partner|husband|wife|ex|boyfriend|girlfriend|divorced?"
    r"|marriage|hostel|homeless|evict\w*|housed|housing|own (?:place|flat|home)|(?:a|my|criminal|police) record|prison"
    r"|jail|probation|convict\w*|(?:a|on|my) tag|visa|asylum|immigra\w*|refugee|my papers|home office|to remain"
    r"|citizen\w*|sober|(?:be|get|stay|getting) clean|rehab|drugs?|drink(?:ing)?)\b",
    re.IGNORECASE,
)
"""Money, family, housing, a record, status: nobody's business but their own, whatever it is said with."""


@lru_cache(maxsize=512)
def says_private_things(words: str, field: str = "") -> bool:
    """The words name health, who someone is, or what stands in their way, so they are not put in a letter unasked.
    Times are no such thing in the line of times, nor is anything in the line of a name.
    """
    if field == "name":
        return False
    if _OWN_AFFAIRS.search(words):
        return True
    return _says(words, phrases()["times"] if field == "times" else ())


def _says(words: str, plain: Collection[str]) -> bool:
    found = understand(words)
    codes = [concept.code for concept in found.concepts if concept.code not in (*plain, GOING_ALONE)]
    return found.crisis != "none" or any(code.startswith(_PRIVATE) for code in codes)


_OF_MIND = "support.psychological_support"


@lru_cache(maxsize=512)
def touches(field: str, words: str) -> Literal["health", "private"]:
    """What a line that is off until its person puts it in is about: health, or another matter of their own."""
    if field == "health" or names_health(words) or (field == "helps" and _hints(words)):
        return "health"
    codes = {concept.code for concept in understand(words).concepts}
    of_mind = _OF_MIND in codes or phrases()["hopes_if_offered"][_OF_MIND] in words
    return "health" if of_mind else "private"


def _hints(need: str) -> bool:
    """Whether a need may hint at health, in our words or in theirs."""
    hinting, ours = phrases()["helps_hinting"], (phrases()["online_when_hard"], phrases()["rest"])
    said = any(words in need for words in (*hinting.values(), *ours))
    return said or any(concept.code in hinting for concept in understand(need).concepts)


def of_health(fields: Mapping[str, DraftField]) -> list[str]:
    """The lines that are in the letter and say something about health."""
    shown = [name for name in FIELDS if name in fields and fields[name].on and fields[name].sensitive]
    return [name for name in shown if touches(name, fields[name].text) == "health"]


def agreed_to(fields: Mapping[str, DraftField]) -> list[str]:
    """The fields that a yes to this letter is about; health is one of them wherever it is told."""
    shown = [name for name, field in fields.items() if field.on]
    return [*shown, *(["health"] if of_health(fields) and "health" not in shown else [])]


def first_line(name: str) -> str:
    return name or str(phrases()["nobody_named"])


def compose(facts: Sequence[Fact], service: Service, chosen_name: str | None) -> dict[str, DraftField]:
    """The finished fields of a first draft for ``service``."""
    name = chosen_name or _last(facts, "chosen_name") or _last(facts, "name")
    helps, hinting = _helps(facts, service)
    offered = list(_offered_hopes(facts, service))
    texts = {
        "name": as_name(clean(name)[:LONGEST_NAME]),
        "enjoys": _list(_likings(facts)),
        "worked": _list(_work(facts)),
        "hopes": _list(
            [*_hopes([fact for fact in facts if not _names_the_place(fact, service)]), *_goals(facts), *offered]
        ),
        "helps": helps,
        "times": _times(facts),
        "language": _language(facts),
        "who_comes": _company(facts, service),
        "own": "",
        "reply_way": phrases()["reply_in_chat"],
        "health": "",
    }
    sensitive = {"health": True, "helps": hinting, "hopes": bool(offered)}
    return {
        field: DraftField(bool(text) and not sensitive.get(field, False), text, sensitive.get(field, False))
        for field, text in texts.items()
    }


def edited(field: str, text: str, before: DraftField) -> DraftField:
    """A line in the person's own words: it goes in; emptied, it stays out."""
    line = clean(text, LONGEST_NAME if field == "name" else LONGEST_LINE)
    line = as_name(line) if field == "name" else line
    return replace(before, on=bool(line), text=line, sensitive=field == "health" or _tells_private(field, line))


def _tells_private(field: str, line: str) -> bool:
    """Whether a line that they wrote is named as private where it is agreed to: nobody hides that they have no internet
    or were out of work.
    """
    if field == "name" or not line:
        return False
    if names_health(line) or _OWN_AFFAIRS.search(line) or (field == "helps" and _hints(line)):
        return True
    offered = field == "hopes" and any(words in line for words in phrases()["hopes_if_offered"].values())
    return offered or _says(line, _PLAIN | set(phrases()["times"] if field == "times" else ()))


_PLAIN = frozenset(
    f"constraint.{name}"
    for name in "cost offline part_time english overqualified no_experience age_worry "
    "daytime_only evenings_weekends not_mornings".split()
)


def _key(fact: Fact) -> str:
    return fact.code or f"{fact.field}.{fact.value}"


def _said(facts: Sequence[Fact], wordings: Mapping[str, str], *, own: tuple[str, ...] = ()) -> Iterator[str]:
    """In ``wordings``; in the person's own words where a code begins as one of ``own`` and they name a thing."""
    private = [f.words.casefold() for f in facts if f.words and _key(f).startswith(_PRIVATE)]
    for fact in facts:
        key = _AS_HOPED.get(_key(fact), _key(fact)) if wordings is phrases()["hopes"] else _key(fact)
        if (
            key not in wordings
            or fact.polarity == "no"
            or (fact.polarity == "past" and not key.startswith("interest."))
        ):
            continue
        tells = any(words in fact.words.casefold() for words in private) or says_private_things(fact.words)
        theirs = (
            key.startswith(own)
            and fact.words.casefold() not in _NO_HOPE
            and is_name(fact.words)
            and not names_the_served(fact.words)
            and not tells
        )
        words = _own(key, fact.words) if theirs else wordings[key]
        yield phrases()["used_to"].format(words=words) if fact.polarity == "past" else words


def _own(key: str, words: str) -> str:
    return as_hope(words) if key.startswith("support.") else as_liking(done_by(words))


def _likings(facts: Sequence[Fact]) -> list[str]:
    """What they enjoy; a thing that they name twice, or that is also their work, once."""
    told = [fact for fact in facts if not is_trade(fact, facts) and not is_workplace(fact)]
    named = list(_said(told, phrases()["enjoys"], own=("interest.",)))
    work = " ".join(_work(facts)).casefold()
    more = [one for one in liked(facts) if not says_private_things(one.words)]
    once = {as_liking(one.words) for one in more if one.polarity == "past"}
    names = [one for one in dict.fromkeys(as_liking(one.words) for one in more) if one.casefold() not in work]
    left = [one for one in names if not any(one.casefold() in other.casefold() for other in named)]
    return [*named, *(phrases()["used_to"].format(words=one) if one in once else one for one in left)]


def _work(facts: Sequence[Fact]) -> Iterator[str]:
    """Work they do or did, in their words where those are a name for it and say nothing private."""
    for code, words in work_of(facts):
        yield (
            as_work(as_liking(words)) if words and not says_private_things(words) else phrases()["enjoys"].get(code, "")
        )


def _names_the_place(fact: Fact, service: Service) -> bool:
    """Whether a hope is but the name of the place that the letter goes to: nobody tells a college "i would like"
    that college.
    """
    named = telling_words(fact.words) if (fact.code or "").startswith("support.") else []
    theirs = telling_words(f"{service.name} {service.provider_id.replace('-', ' ')}")
    return len(named) > 1 and set(named) <= set(theirs)


def _hopes(facts: Sequence[Fact]) -> Iterator[str]:
    """What was chosen among our options, in the option's words, stands for the codes that it means."""
    worded = phrases()["hopes_chosen"]
    chosen = [one for one in facts if one.field == "hopes" and one.polarity == "yes" and one.value in worded]
    covered = {(one.turn, code) for one in chosen for code in answer_codes("hopes", one.value)}
    yield from (worded[one.value] for one in chosen)
    left = [one for one in facts if (one.turn, one.code) not in covered]
    out = [one for one in left if one.code == _COMPANY and one.polarity == "yes" and wants_out(one.words)]
    yield from (worded["get_out_to_people" if wants_company_too(one.words) else "get_out"] for one in out)
    left = [one for one in left if one not in out]
    yield from _said(left, phrases()["hopes"], own=_NAMED_HOPES)


def _goals(facts: Sequence[Fact]) -> list[str]:
    """What they would love to be, in their own words."""
    told = [fact.value for fact in facts if fact.field == "goal" and not says_private_things(fact.value)]
    return [phrases()["goal"].format(words=words) for words in told]


def _offered_hopes(facts: Sequence[Fact], service: Service) -> Iterator[str]:
    """Hopes that touch health, money or family, told only to a place that gives just that, in plain words, and not
    before the person puts the line in.
    """
    offered = {code: words for code, words in phrases()["hopes_if_offered"].items() if code in service.support}
    return _said(facts, offered)


def _helps(facts: Sequence[Fact], service: Service) -> tuple[str, bool]:
    """The line on what would help, and whether it may hint at health. Nobody asks of a job that it be free."""
    asked = [fact for fact in facts if not _only_stays_in(fact)]
    hinting = list(_said(asked, phrases()["helps_hinting"]))
    if "online" in service.formats and any(_key(fact) == _HOME and fact.polarity == "yes" for fact in asked):
        hinting.append(phrases()["online_when_hard"])
    if any(fact.polarity == "yes" and _RESTS.search(fact.words) for fact in facts):
        hinting.insert(0, phrases()["rest"])
    is_job = finds_a_job(service) or pays(service)
    plain = [fact for fact in facts if not (is_job and _key(fact) == _COST)]
    return _list([*_said(plain, phrases()["helps"]), *hinting]), bool(hinting)


_RESTS = re.compile(r"\b(?:rest|lie down|recover)\b", re.IGNORECASE)


def _only_stays_in(fact: Fact) -> bool:
    """Who goes out little, and does not say that it is hard, asks nobody to come to them: "i dont go out much"."""
    return _key(fact) == _HOME and goes_out_little(fact.words) and not finds_it_hard(fact.words)


def _last(facts: Sequence[Fact], field: str) -> str:
    """The latest value of a field, unless the question was skipped."""
    return next((f.value for f in reversed(facts) if f.field == field and f.value not in ("skipped", "given")), "")


def _times(facts: Sequence[Fact]) -> str:
    """Times in the person's own choice; what was worked out of it only where they chose none."""
    chosen = [fact for fact in facts if fact.field == "times"]
    if any(fact.code in _WORKED_OUT and says_hours(fact.words) for fact in facts):
        chosen = []
    told = [fact for fact in facts if fact.field != "times" and not (chosen and _key(fact) in _WORKED_OUT)]
    days = _days({day for fact in facts if fact.field == "days" for day in fact.value.split()})
    chosen = [fact for fact in chosen if not days or fact.value not in ("any_time", *_weekend_of(days))]
    told = [fact for fact in told if not (days and _key(fact) in _WORKED_OUT and days_named(fact.words, sure=True))]
    return _list([*_said(chosen, phrases()["times"]), *map(_own_time, told), *days])


def _weekend_of(days: Sequence[str]) -> tuple[str, ...]:
    """Who names Sundays is not said to have Saturdays too."""
    return ("weekends",) if set(days) & set(phrases()["days"][-2:]) else ()


def _days(named: Collection[str]) -> list[str]:
    """The days that suit as they are said: "weekdays", or those few that do not."""
    names = phrases()["days"]
    left = [name for day, name in zip(DAYS, names, strict=True) if day not in named]
    if not named or left == names[-2:]:
        return [str(phrases()["weekdays"])] if named else []
    if 0 < len(left) <= _FEW_DAYS:
        return [str(phrases()["days_but"]).format(days=_list(left))]
    return [name for day, name in zip(DAYS, names, strict=True) if day in named]


_FEW_DAYS = 2


def _own_time(fact: Fact) -> str:
    """The times that somebody named, in their words where those are times and nothing else."""
    if fact.code in _WORKED_OUT and fact.polarity == "yes" and says_hours(fact.words):
        return fact.words.casefold()
    codes = {concept.code for concept in understand(fact.words).concepts} if is_name(fact.words) else set[str]()
    if codes and codes <= _WORKED_OUT:
        return fact.words if _key(fact) in phrases()["times"] and fact.polarity == "yes" else ""
    return next(_said([fact], phrases()["times"]), "")


def _company(facts: Sequence[Fact], service: Service) -> str:
    """Who comes along; else, of a place with a door, that they would be met there, if that is what they wish."""
    comes = next((fact.value for fact in reversed(facts) if fact.field == COMES), "")
    wish = next((fact for fact in reversed(facts) if fact.code == GOING_ALONE), None)
    wished = wish is not None and wish.polarity == "yes" and can_be_met(service)
    return comes or (str(phrases()["met"]) if wished else "")


def _language(facts: Sequence[Fact]) -> str:
    names = phrases()["languages"]
    tags = [
        f.value for f in facts if f.field == "language" and f.polarity == "yes" and not f.value.lower().startswith("en")
    ]
    known = [names[tag.split("-")[0].lower()] for tag in tags if tag.split("-")[0].lower() in names]
    return phrases()["some_english"].format(language=_list(known)) if known else ""


def _list(parts: Sequence[str] | Iterator[str]) -> str:
    """Each part once, in the order given, as one line short enough for a letter."""
    line = ""
    said = [one.strip(" .,;") for part in parts for one in re.split(r"\.\s", re.sub(r"\s+", " ", part))]
    for part in [one for at, one in enumerate(said) if one.casefold() not in map(str.casefold, said[:at])]:
        longer = f"{line}, {part}" if line else part
        if part and len(longer) <= LONGEST_LINE:
            line = longer
    return line
