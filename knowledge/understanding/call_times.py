"""When somebody may be rung, which is no time to meet: "ring me after 3", "I work mornings, they can not call me"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.understanding.model import Concept
from knowledge.understanding.week import TIMES, taken, works_then

_NO_CALLS = "constraint.no_phone_calls"
_ANOTHER = "please ring at another time"
_RING = r"(?:ring|call|phone|telephone)(?:s|ing)?"
_HOUR = (
    r"(?:half (?:past )?)?(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)"
)
_CLOCK = rf"{_HOUR}(?:\s*(?:[ap]\.?m\b\.?|o'?clock\b|ish\b))?"
_PART = r"(?P<part>morning|afternoon|evening|weekend|lunchtime)s?\b"
_TIME = (
    rf"(?P<time>(?:between|from)\s+{_CLOCK}\s*(?:and|to|till|until|-)\s*{_CLOCK}"
    rf"|(?:after|before|until|till|from|past)\s+(?:about |around )?(?:{_CLOCK}|work|lunch|tea)\b"
    r"|(?:in|during) the day(?:time)?\b|at night\b"
    rf"|(?:in the |on |at the |at |of an? |an? |only )?{_PART})"
)
_NAMED = r"(?!\s+(?:(?-i:[A-Z][a-z]+)|mrs|mr|ms|miss|names?)\b)"
_CALLED = re.compile(
    rf"\b{_RING}\s+(?:me|us)\b{_NAMED}|\b(?:do not|don'?t|never) {_RING}\b(?! (?:it|that|him|her|them)\b)"
    r"|(?:\b(?:no|take|get|answer|any|do|manage)\s+|^\W*)(?:phone )?calls\b|\banswer (?:the|my) phone\b|\bpick up\b",
    re.IGNORECASE,
)
_NAY = re.compile(
    r"\b(?:no|not|never|nobody|no ?one|can'?t|cannot|cyaan|couldn'?t|don'?t|dnt|won'?t|shouldn'?t|mustn'?t)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:tomorrow|today|tonight|yesterday|this|next|last|tomoz|named?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Of one day alone, which no letter holds."""
_CLAUSE = re.compile(
    r"(?:(?!\b(?:but|so|because|cos|coz|as i|and (?:i|they|please))\b)[^.,;!?\n]|(?<=\d)\.(?=\d))+[.,;!?\n]*",
    re.IGNORECASE,
)


class CallTime(NamedTuple):
    """``reads``: as it stands among what would help; ``start`` and ``end`` of the clause that says so."""

    reads: str
    said: str
    start: int
    end: int

    @property
    def denied(self) -> bool:
        """Whether it says when not to ring."""
        return self.reads.startswith("no ")


def call_times(text: str) -> list[CallTime]:
    """In the order said; a question settles nothing. Who only says that they cannot be rung means when they work."""
    plain = text.replace("’", "'")
    return [*_timed(plain)] or [*_while_at_work(plain)]


def without_call_times(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, without times that are for a call alone; and who may be rung at other times is not against calls."""
    found = call_times(text)
    if not found:
        return list(said)
    rung = [(one.start, one.end) for one in found]
    return [
        one
        for one in said
        if one.code != _NO_CALLS and not (one.code in TIMES and any(a <= one.start < b for a, b in rung))
    ]


def _clauses(text: str) -> Iterator[re.Match[str]]:
    return (one for one in _CLAUSE.finditer(text) if "?" not in one.group() and not _ONCE.search(one.group()))


def calls_blanked(text: str, *, all_of_them: bool) -> str:
    """The text with blanks for what is of calls alone, so that no other reader takes it for a time to meet; as it is
    where nothing else is said. What we are asked to do ourselves stands, but for ``all_of_them``.
    """
    left = text
    for one in _timed(text.replace("’", "'")):
        if all_of_them or one.denied or _BY_THEM.search(one.said):
            left = left[: one.start] + " " * (one.end - one.start) + left[one.end :]
    return left if left.strip() else text


_BY_THEM = re.compile(
    r"\b(?:they|she|he|people|the place|somebody|someone) (?:can|could|may|to|should|only)\b", re.IGNORECASE
)


def _timed(text: str) -> Iterator[CallTime]:
    for clause in _clauses(text):
        called, time = _CALLED.search(clause.group()), re.search(rf"\b{_TIME}", clause.group(), re.IGNORECASE)
        if called and time:
            denied = _NAY.search(clause.group()[: max(called.end(), time.start())]) is not None
            yield _of(_reads(time, denied=denied), clause)


def _while_at_work(text: str) -> Iterator[CallTime]:
    at_work = [one for one in taken(text) if works_then(words := text[one.start : one.end]) and "night" not in words]
    for clause in _clauses(text) if at_work else ():
        called = _CALLED.search(clause.group())
        if called and _NAY.search(clause.group()[: called.end()]):
            parts = " and ".join(dict.fromkeys(_in(one.part) for one in at_work))
            yield _of(f"no calls {parts} because of work – {_ANOTHER}", clause)
            return


def _of(reads: str, clause: re.Match[str]) -> CallTime:
    return CallTime(reads, clause.group().strip(" .,;!\n"), clause.start(), clause.end())


def _reads(time: re.Match[str], *, denied: bool) -> str:
    when = _in(f"{time['part'].casefold()}s") if time["part"] else time["time"].casefold()
    return f"no calls {when} – {_ANOTHER}" if denied else f"calls {when}"


def _in(parts: str) -> str:
    return f"at {parts}" if parts in ("weekends", "lunchtimes") else f"in the {parts}"
