"""Which line of a letter a few words are about, and how they read behind that line's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from introductions.by_kind import ONCE, bare_liking, did_for_a_living, is_pastime, is_wished, liked_once
from introductions.company import comes_along
from introductions.naming import as_liking, did, is_name
from introductions.needs_said import by_itself, helping, hoped, who_comes
from introductions.templates import phrases
from introductions.units import speaks
from knowledge.language.weekdays import days_named
from knowledge.understanding import Concept, understand
from knowledge.understanding.not_alone import going_alone
from knowledge.understanding.trades import trade
from knowledge.understanding.week import TIMES

OWN = "own"
"""The line for what fits no other."""
_OF_HEALTH = re.compile(r"\b(?:about|on|my)\s+(?:my\s+)?health\b", re.IGNORECASE)
_NEED = re.compile(
    r"^(?:i\s+)?(?:(?:really\s+)?needs?\b|can'?t\b(?! wait)|cannot\b(?! wait)|could not\b|no\b|not\b|without\b"
    r"|nothing\b)"
    r"|\bplease\W*$",
    re.IGNORECASE,
)
_OF_THEMSELVES = re.compile(r"^i(?:'m|m| am| get| feel| have| got| suffer|'ve)\b(?! to\b)", re.IGNORECASE)
"""How somebody tells how they are: that is their own to say, and no need by its name."""
_LIKING = re.compile(
    r"^(?:i\s+)?(?:really\s+|do\s+)*(?:likes?|loves?|enjoys?|adores?)\s+"
    r"|^(?:i'?m|i am)?\s*(?:really\s+)?(?:in ?to|keen on)\s+",
    re.IGNORECASE,
)
_HOPE = re.compile(
    r"^i(?:'d| would)?\s+(?:really\s+)?(?:like|love|want|wish|hope)\s+(?:to\b|for\b)?\s*|^i\s+(?:want|hope|wish)\s+"
    r"|^(?:just )?(?:want|wanna|hope|wish)\s+(?:to\b\s*)?|^(?:hoping|looking)\s+(?:for|to)\s+|^id (?:like|love)\s+",
    re.IGNORECASE,
)
_WISHES = re.compile(r"^(?:i'?d|i would|id)\s+(?:really\s+)?(?:like|love)\b|^i\s+(?:want|hope|wish)\b", re.IGNORECASE)
_WISHES_ON = re.compile(r"^(?:i\s+|and\s+|just\s+)*(?:want|wanna|wish|hope)(?:\s+to)?\s+\w", re.IGNORECASE)
_TO_DO = re.compile(
    r"^to (?!(?:be (?:honest|fair|clear|sure|told)"
    r"|start with|begin with|me|you|them|him|her|the|a|an|my|work|date|do list)\b)"
    r"[a-z]{2,}(?:\s+[\w'-]+){1,7}\W*$",
    re.IGNORECASE,
)
"""A wish by what they would do: "to teach young lads"."""
_CLOCK = re.compile(
    r"^(?:(?:only|just|any ?time|free)\s+)*(?:after|before|from|until|till|by|around|about)\s+"
    r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|o'?clock)?|noon|lunch(?:time)?|work|school"
    r"|(?:half past |quarter (?:past|to) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\W*$"
    r"|^any ?time\W*$"
    r"|^(?:(?:early|late|only|just|not|no)\s+)*(?:mornings?|afternoons?|evenings?|weekends?|weekdays?|daytimes?"
    r"|nights?)"
    r"(?:\s+only)?\W*$",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|just)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b\d+\s*(?:years?|yrs?)\b", re.IGNORECASE)
_LONGEST_LIKING = 6
"""Words; longer than that it is a sentence about a liking, and stands as their own."""


def line_of(part: str, home: str | None = None) -> str | None:
    """The line that one part of what they wrote is about; None where it says so by itself of none. What may as well
    belong to the line that they chose to write, ``home``, stays in it.
    """
    read = understand(part)
    codes = [concept.code for concept in read.concepts if concept.polarity != "no"]
    if _OF_HEALTH.search(part):
        return "health"
    if comes_along(part) or going_alone(part):
        return "who_comes"
    if _is_time(part, codes):
        return "times"
    if part.casefold().strip(" .") in _tongues() or any(value.field == "language" for value in read.values):
        return "language"
    return _of_what_they_say(part, codes, read.concepts) if home is None else _beside(part, codes, home)


def _beside(part: str, codes: Sequence[str], home: str) -> str:
    if home != "helps" and any(code.startswith("health.") for code in codes):
        return OWN
    if home in ("enjoys", "worked") and _WISHES_ON.match(part):
        return "hopes"
    return "helps" if _NEED.search(part) and home not in ("hopes", "at_work") else home


def _of_what_they_say(part: str, codes: Sequence[str], concepts: Sequence[Concept]) -> str | None:
    if any(_is_work(part, one) for one in concepts) or did_for_a_living(part):
        return "worked"
    if liked_once(part):
        return "enjoys"
    if _NEED.search(part) or (_needs().intersection(codes) and not _OF_THEMSELVES.match(part)):
        return "helps"
    if any(code.startswith("health.") for code in codes):
        return OWN
    if _WISHES.search(part) or _TO_DO.match(part):
        return "hopes"
    named = [code.partition(".")[0] for code in codes] if is_name(bare_liking(part)) else []
    if is_wished(part):
        return "hopes"
    if re.match(r"^\w{3,}ing\b", part) and any(code.startswith("interest.") for code in codes):
        return "enjoys"
    if "interest" in named or is_pastime(part) or (_LIKING.search(part) and len(part.split()) <= _LONGEST_LIKING):
        return "enjoys"
    return "hopes" if "support" in named else None


def says_only(part: str) -> bool:
    """Whether these times leave no others: "evenings only"."""
    return bool(_ONLY.search(part))


def _is_time(part: str, codes: list[str]) -> bool:
    bare = _bare_time(part)
    named = bool(codes) and TIMES.issuperset(codes) and len(part.split()) <= _LONGEST_LIKING
    return bool(_CLOCK.search(bare)) or named or _is_day(bare)


def _is_day(bare: str) -> bool:
    said = [value for value in understand(bare, asked="times").values if value.field == "days"]
    return bool(said) and len(bare.split()) <= _LONGEST_LIKING


_TIME_LEAD = re.compile(
    r"^(?:my\s+)?(?:times?\b(?:\s+that\s+suits?)?\s*(?:is|are)?\s*)?"
    r"(?:(?:i|i'd|id|i'm|im|would|like|love|prefer|can|could|do|make|it|only(?= (?:do|come|make))|am|free|come|on"
    r"|suits?|me|want)\b(?!['\u2019])\s*)*",
    re.IGNORECASE,
)


_CANNOT = re.compile(
    r"^i\s+(?:really\s+)?(?:can['\u2019]?t|cannot|can not|couldn['\u2019]?t|won['\u2019]?t|don['\u2019]?t|do not)\s",
    re.IGNORECASE,
)
"""What does not suit them stands as they say it: "I can't do Thursdays"."""


def _bare_time(part: str) -> str:
    return _TIME_LEAD.sub("", part).strip(" .") or part


def _is_work(part: str, one: Concept) -> bool:
    if not one.code.startswith("interest.") or one.polarity == "no":
        return False
    if trade(part, one.words) is not None:
        return True
    return one.polarity == "past" and bool(_YEARS.search(part)) and _HAD.match(part) is None


_HAD = re.compile(r"^(?:i|we)\s+(?:had|kept|owned|got)\b", re.IGNORECASE)
"""What somebody had for years was no job: an allotment, a dog."""


def _needs() -> frozenset[str]:
    return frozenset((*phrases()["helps"], *phrases()["helps_hinting"]))


def _tongues() -> dict[str, str]:
    return {str(name).casefold(): str(name) for name in phrases()["languages"].values()}


_WORK_LEAD = re.compile(r"^(?:i'?m|i am|i was|i'?ve been|i have been|i)\s+(?:(?:an?|the)\s+)?(?=\S)", re.IGNORECASE)


def third_person(field: str, part: str) -> str:
    """A part as it stands behind its line's name: "i like roses" says no more there than "roses"."""
    part = by_itself(part.strip(" .,;"))
    if field == "helps":
        return helping(part)
    if field == "who_comes":
        return who_comes(part)
    if field == "times" and _CANNOT.match(part):
        return part
    if field == "times":
        bare = _bare_time(part)
        day = days_named(bare, sure=True)
        return str(phrases()["days"][min(day)]) if len(day) == 1 and len(bare.split()) == 1 else bare
    if field == "language":
        named = next((name for word, name in _tongues().items() if word in part.casefold()), part)
        return named if len(part.split()) <= _LONGEST_LIKING - 2 else part
    lead = {"enjoys": _LIKING, "hopes": _HOPE, "worked": _WORK_LEAD, "health": _HEALTH_LEAD}.get(field)
    bare = lead.sub("", part, count=1).strip() if lead else part
    if field == "enjoys" and (once := ONCE.match(part)) and "used" in part.casefold():
        return str(phrases()["used_to"]).format(words=bare_liking(once["what"]))
    if field == "enjoys":
        bare = as_liking(bare_liking(bare))
    if field == "worked":
        bare = _WORKED.sub("", bare) or bare
        bare = as_liking(bare) if did(bare) or "used to" in part.casefold() else bare
    if field == "hopes":
        bare = hoped(bare, part)
    return bare or part


_REDUCED = {
    "enjoys": re.compile(
        _LIKING.pattern + r"|" + ONCE.pattern.replace("(?P<what>", "(?:") + r"|^i can\b", re.IGNORECASE
    ),
    "hopes": _HOPE,
    "worked": re.compile(
        r"^(?:i'?m|i am|i was|i'?ve been|ive been|i have been|i used to be)\s+(?:an?\b|\w+\s*$)"
        r"|^i\s+(?:(?:used to|have|'?ve)\s+)*work(?:ed)?\s+(?:as|in|at|for|with|on)\b|^i did\b",
        re.IGNORECASE,
    ),
}


def stands_whole(field: str, sentence: str) -> bool:
    """Whether a sentence written for a line says more than stands behind its name: "i was a cook and i miss it"."""
    if field not in ("enjoys", "hopes", "worked", "helps") or not speaks(sentence):
        return False
    shape = _REDUCED.get(field)
    if shape is None:
        return len(sentence.split()) > _LONGEST_LIKING
    if field == "worked" and did(re.sub(r"^i\s+(?:used to\s+)?", "", sentence, flags=re.IGNORECASE)):
        return _MORE.search(sentence) is not None
    return not shape.match(sentence) or _MORE.search(sentence) is not None


_MORE = re.compile(r"\b(?:and|but|so|because|cos)\s+(?:i|i'm|im|i've|ive|it|it's|my)\b", re.IGNORECASE)
"""A second clause."""
_WORKED = re.compile(
    r"^(?:(?:used to|have|i've)\s+)*(?:worked\s+as\s+(?:an?\s+)?|work(?:ed)?\s+(?=(?:in|at|for|with|on)\b)|did\s+"
    r"|was\s+(?:an?\s+)?)?",
    re.IGNORECASE,
)
_HEALTH_LEAD = re.compile(r"^(?:about|on)\s+(?:my\s+)?health\b\W*(?:that\s+|say\s+)?", re.IGNORECASE)
