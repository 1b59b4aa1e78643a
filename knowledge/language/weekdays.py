"""Days of the week by their names, short and long, and ranges of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?s?"
WEEKDAYS = frozenset(range(5))
MENTION = re.compile(
    rf"\b(?:{_DAY}|week ?days?)\b(?:(?:\s*(?:,|&|/|\+|-|–|to|till|thru|through|and|or|n)\s*)+{_DAY}\b|\s+{_DAY}\b)*",
    re.IGNORECASE,
)
_ONE = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|to|till|thru|through)\s*", re.IGNORECASE)
_WORDS_TOO = frozenset("mon wed sat sun".split())
"""Short names that are words of their own; alone they name a day only where times were asked for."""


def days_named(text: str, *, sure: bool = False) -> frozenset[int]:
    """Days that the text names, from Monday 0 to Sunday 6, ranges filled: "mon-weds" are three."""
    return frozenset(day for found in MENTION.finditer(text) for day in _each(found.group(), sure=sure))


def _each(words: str, *, sure: bool) -> Iterator[int]:
    if words.casefold().startswith("week"):
        yield from WEEKDAYS
    named = [(one.start(), one.end(), DAYS.index(one.group()[:3].title())) for one in _ONE.finditer(words)]
    if len(named) == 1 and words.casefold() in _WORDS_TOO and not sure:
        return
    for at, (start, _, day) in enumerate(named):
        before = named[at - 1] if at else None
        if before and _RANGE.fullmatch(words[before[1] : start]) and before[2] < day:
            yield from range(before[2], day)
        yield day
