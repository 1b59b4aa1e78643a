"""A small step with a date: what somebody wants to be reminded of, and on which day, read from their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from introductions.week import MONTHS, NAMES, read_date
from knowledge.understanding.reminding import WISH
from nwd.clock import LONDON

REMINDER = "own_reminder"
"""The name of its news."""
LAST = "last"
"""In place of an introduction's id: the step of the reminder that there is already."""
FURTHEST = timedelta(weeks=12)
"""A conversation that rests is kept a little longer than that."""
MORNING = time(9)
LONGEST_WORDS = 200
CHOICES = {"tomorrow": 1, "few_days": 3, "next_week": 7}
"""What each button of the day's question means, in days from today."""

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}|(?:a )?few|some|several|(?:a )?couple(?: of)?)"
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_WEEKDAY = "|".join(NAMES) + "|wensday|wendsday|thirsday"
_SHORT_DAY = r"(?<=\bon )(?:mon|tues?|weds?|thurs?|fri|sat|sun)|(?<=\bnext )(?:mon|tues?|weds?|thurs?|fri|sat|sun)"
"""Short names stand for a day only after "on" or "next": people sit in the sun."""
_BEFORE_IT = r"(?:\b(?:on|by|for|from|this|coming|next|every|at)\s+(?:the\s+)?)*"
_DAYS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(_BEFORE_IT + shape + r"(?:\s+(?:in the\s+)?(?:morning|afternoon|evening))?", re.IGNORECASE))
    for name, shape in (
        ("after", r"\b(?:the\s+)?day after tomorrow\b"),
        ("tomorrow", r"\b(?:tomorr?ow|tomoz|tmrw?|2mor+ow?|2moro|(?:the\s+)?day after today|(?:the\s+)?next day)\b"),
        ("days", rf"\b(?:in )?{_COUNT} days?(?:'? time)?\b"),
        ("fortnight", r"\b(?:in )?a fortnight\b"),
        ("weekend", r"\b(?:the )?weekend\b"),
        ("weeks", rf"\bin {_COUNT} weeks?(?:'? time)?\b"),
        ("weeks", rf"\b{_COUNT} weeks? from today\b"),
        ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s*(?:of\s+)?(?:{_MONTH})\b(?:\s+\d{{4}})?"),
        ("date", r"\b\d{1,2}/\d{1,2}(?:/\d{4})?\b"),
        ("month", rf"\b(?P<m>{_MONTH})\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b"),
        ("ordinal", r"\bthe (?P<d>\d{1,2})(?:st|nd|rd|th)\b"),
        ("ordinal", rf"\b(?:{_WEEKDAY}|mon|tues?|weds?|thurs?|fri|sat|sun)\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b"),
        ("weekday", rf"\b(?P<w>{_WEEKDAY}|{_SHORT_DAY})\b"),
        ("week", r"\b(?:ne?xt|coming|following) w(?:ee)?k\b|\bweek coming\b"),
    )
)
_LINKS = re.compile(
    r"^\W*(?:(?:to|2|about|that|of|for|please|pls)\b\W*)+|\W*\b(?:on|at|by|please|pls|thanks)?\W*$", re.IGNORECASE
)
_DAY_BEFORE = re.compile(r"\bthe (?:day|night|evening) before\b", re.IGNORECASE)


@dataclass(frozen=True)
class Wish:
    """``day``: None where none was said that we can keep. ``words``: empty where they said only when. ``step``: those
    of them that stand behind the wish; what was said before it may be of anything.
    """

    words: str
    day: date | None
    step: str = ""


def read_wish(text: str, today: date) -> Wish:
    """What "remind me on Thursday to ring the library" holds; the words stay as they wrote them."""
    begun = WISH.search(text)
    before, rest = (text[: begun.start()], text[begun.end() :]) if begun else ("", text)
    earlier = timedelta(days=1 if _DAY_BEFORE.search(rest) else 0)
    rest = _DAY_BEFORE.sub(" ", rest)
    found = next(_found(rest, today), None)
    if found is not None:
        rest = f"{rest[: found[0]]} {rest[found[1] :]}"
    step = _step(rest)
    words = step or _step(before)
    return Wish(words[:LONGEST_WORDS], _kept(found[2] - earlier, today) if found else None, step[:LONGEST_WORDS])


def _step(text: str) -> str:
    return _LINKS.sub("", " ".join(text.split())).strip(" .,!?;:-")


def read_day(text: str, today: date) -> date | None:
    """The first day named in ``text`` that is to come and that we can wait for; None otherwise."""
    found = next(_found(text, today), None)
    return _kept(found[2], today) if found else None


def days_in(text: str, said: date) -> list[date]:
    """Every day that words of the day ``said`` name: "Friday 11 December" is one, and so is "Tuesday next week"."""
    named = list(_named(text, said))
    exact = [day for kind, _, day in named if kind not in ("weekday", "week")]
    plain = [day for kind, _, day in named if kind == "weekday"]
    loose = [day for kind, _, day in named if kind == "week"]
    if loose and plain:
        monday = said + timedelta(days=7 - said.weekday())
        return [*exact, *(monday + timedelta(days=day.weekday()) for day in plain)]
    known = {day.weekday() for day in exact}
    return [*exact, *(day for day in plain if day.weekday() not in known), *loose]


def day_before(visit: date, today: date) -> date | None:
    """The day before a visit, if that is still to come."""
    return _kept(visit - timedelta(days=1), today)


def morning_of(day: date, quiet_ends: time) -> datetime:
    """When a reminder is due: at nine in London, or when the quiet hours end if that is later."""
    return datetime.combine(day, max(MORNING, quiet_ends), LONDON)


def _kept(day: date, today: date) -> date | None:
    return day if today < day <= today + FURTHEST else None


def _found(text: str, today: date) -> Iterator[tuple[int, int, date]]:
    """Where a day is named, and which."""
    return ((found.start(), found.end(), day) for _, found, day in _named(text, today))


def _named(text: str, today: date) -> Iterator[tuple[str, re.Match[str], date]]:
    for kind, shape in _DAYS:
        for found in shape.finditer(text):
            day = _day(kind, found, today)
            if day is not None:
                yield kind, found, day


def _day(kind: str, found: re.Match[str], today: date) -> date | None:
    if kind == "ordinal":
        return _next_of_month(int(found["d"]), today)
    if kind == "weekday":
        ahead = next(n for n, name in enumerate(NAMES) if name[:2] == found["w"].lower()[:2]) - today.weekday()
        return today + timedelta(days=ahead % 7 or 7)
    if kind in ("days", "weeks"):
        return today + timedelta(days=_count(found["n"]) * (7 if kind == "weeks" else 1))
    if kind == "month":
        return read_date(f"{found['d']} {found['m'].lower()}", today)
    if kind == "date":
        written = re.search(r"\d.*", found.group())
        return read_date(written.group().lower(), today) if written else None
    if kind == "weekend":
        return today + timedelta(days=(5 - today.weekday()) % 7 or 7)
    return today + timedelta(days={"after": 2, "tomorrow": 1, "week": 7, "fortnight": 14}[kind])


def _next_of_month(number: int, today: date) -> date | None:
    """The next day of that number, in this month or the next one that has it."""
    days = (today + timedelta(days=n) for n in range(1, 63))
    return next((day for day in days if day.day == number), None)


def _count(said: str) -> int:
    said = said.lower()
    if said.isdigit():
        return int(said)
    return 3 if any(word in said for word in ("few", "some", "several")) else 2 if "couple" in said else _NUMBERS[said]
