"""A place's week, as it says it in one reply: working days, new people a week, and when it is away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple("january february march april may june july august september october november december".split())
MOST_PEOPLE = 99
LONGEST_AWAY = timedelta(days=366)
_SPACE = r"(?:\s*[-–:,=&]\s*|\s+)"
_DAYS = re.compile(rf"(?:our\s+)?(?:working\s+)?days{_SPACE}(?:are\s+)?(?P<days>.+)")
_PEOPLE = (
    re.compile(r"(?:at most\s+)?(?P<n>\d{1,2})(?:\s+new)?(?:\s+(?:people|persons?))?\s*(?:a|per|each|/)\s*week"),
    re.compile(r"(?:new\s+)?people\s*(?:a|per|each|/)\s*week\s*[:=]?\s*(?P<n>\d{1,2}|any|no limit)"),
    re.compile(r"(?P<n>no limit|any number)(?:\s+of(?:\s+new)?\s+people)?\s+(?:a|per|each)\s+week"),
)
_SAYS_WHOM = re.compile(r"\b(new|people|persons?)\b")
_AWAY = re.compile(
    r"(?:we\s+are\s+|we're\s+)?(?:away|closed|on leave)\s*:?\s*"
    r"(?:(?:from\s+)?(?P<first>[^-–]+?)\s*(?:to|until|till|[-–])\s*|(?:until|till|to)\s+)(?P<last>[^-–]+)"
)
_BACK = re.compile(r"(?:we\s+are\s+|we're\s+)?(?:not away|back again)")
_DATE = re.compile(
    r"(?:\w+day\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?(?:/\s*)?(?P<m>[a-z]+|\d{1,2})(?:[\s/]+(?P<y>\d{4}))?"
)


@dataclass(frozen=True)
class Week:
    """What a place said. None is what it did not say; ``people`` 0 is no limit; ``away`` is its first and last day,
    and an empty tuple says that it is back.
    """

    days: tuple[int, ...] | None = None
    people: int | None = None
    away: tuple[date, ...] | None = None


def read_week(text: str, today: date, *, of_person: bool = False) -> Week | None:
    """None unless every line of the text says one of these things and nothing else: the rest is for a person.

    ``of_person``: said in answer to a letter about somebody, who may have asked how often they meet. A bare "2 a week"
    is then for them.
    """
    lines = [line for line in re.split(r"[\n;]+", text.casefold()) if line.strip(" .!\t-*•")]
    week = Week()
    for line in lines:
        said = next(_readings(line.strip(" .!\t*•"), today), None)
        if said is None or (of_person and said.get("people") and not _SAYS_WHOM.search(line)):
            return None
        week = replace(week, **said)
    return week if lines else None


def _readings(line: str, today: date) -> Iterator[dict[str, Any]]:
    for read in _READERS:
        said = read(line, today)
        if said is not None:
            yield said


def _days(line: str, _today: date) -> dict[str, Any] | None:
    found = _DAYS.fullmatch(line)
    if found is None:
        return None
    days: set[int] = set()
    for part in re.split(r"\s*(?:,|&|\band\b|/|\s)\s*", re.sub(r"\s*(?:-|–|\bto\b)\s*", "~", found["days"])):
        ends = [_day(word) for word in part.split("~")] if part else []
        if None in ends or len(ends) > 2:
            return None
        known = [day for day in ends if day is not None]
        days |= {(known[0] + n) % 7 for n in range((known[-1] - known[0]) % 7 + 1)} if known else set()
    return {"days": tuple(sorted(days))} if days else None


def _day(word: str) -> int | None:
    word = word.strip(" .")
    word = word.removesuffix("s") if word.endswith("days") else word
    return next((n for n, name in enumerate(NAMES) if len(word) >= 2 and name.startswith(word)), None)


def _people(line: str, _today: date) -> dict[str, Any] | None:
    for pattern in _PEOPLE:
        found = pattern.fullmatch(line)
        if found:
            return {"people": int(found["n"]) if found["n"].isdigit() else 0}
    return None


def _away(line: str, today: date) -> dict[str, Any] | None:
    if _BACK.fullmatch(line):
        return {"away": ()}
    found = _AWAY.fullmatch(line)
    if found is None:
        return None
    first = read_date(found["first"], today) if found["first"] else today
    last = read_date(found["last"], first or today) if first else None
    if first is None or last is None or not (today <= last and first <= last <= first + LONGEST_AWAY):
        return None
    return {"away": (first, last)}


def read_date(text: str, since: date) -> date | None:
    """A day in words ("9 May", "5/1"): the next from ``since`` on, where no year is said; one of the last month is
    taken as just begun.
    """
    found = _DATE.fullmatch(text.strip(" ."))
    if found is None:
        return None
    name = found["m"]
    month = int(name) if name.isdigit() else next((n for n, m in enumerate(MONTHS, 1) if m.startswith(name[:3])), 0)
    years = [int(found["y"])] if found["y"] else [since.year, since.year + 1]
    for year in years:
        try:
            day = date(year, month, int(found["d"]))
        except ValueError:
            return None
        if found["y"] or day >= since - timedelta(days=31):
            return day
    return None


_READERS: tuple[Callable[[str, date], dict[str, Any] | None], ...] = (_people, _away, _days)
