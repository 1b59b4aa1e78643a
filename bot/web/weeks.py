"""A place's own week on the page: its working days, new people a week, and when it is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from introductions.calendar import WEEKDAYS
from introductions.week import LONGEST_AWAY, MOST_PEOPLE, Week
from knowledge.listing import Provider

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Mistake(Exception):
    """A form that cannot be sent as it is; the message tells the provider what to put in."""


class Given(Protocol):
    @property
    def days(self) -> str: ...
    @property
    def people(self) -> str: ...
    @property
    def away_from(self) -> str: ...
    @property
    def away_until(self) -> str: ...


@dataclass(frozen=True)
class Shown:
    """``days`` are (number, name, works then); dates as a form carries them."""

    days: tuple[tuple[int, str, bool], ...]
    people: str
    away_from: str
    away_until: str


def shown(week: Week, provider: Provider | None) -> Shown:
    """What the place said, else what its listing says."""
    works = week.days or (provider.working_days if provider else ()) or WEEKDAYS
    first, last = (day.isoformat() for day in week.away) if week.away else ("", "")
    return Shown(tuple((n, name, n in works) for n, name in enumerate(DAYS)), str(week.people or ""), first, last)


def read_form(given: Given, today: date) -> Week:
    """Raises Mistake."""
    days = tuple(sorted({int(day) for day in given.days.split() if day in "0123456"}))
    if not days:
        raise Mistake("Please tick at least one day on which somebody answers.")
    people = given.people or "0"
    if not people.isdecimal() or int(people) > MOST_PEOPLE:
        raise Mistake("Please write a whole number of new people a week, or leave it empty for no limit.")
    return Week(days, int(people), _away(given.away_from, given.away_until, today))


def _away(first: str, last: str, today: date) -> tuple[date, ...]:
    if not last:
        return ()
    try:
        begins, ends = date.fromisoformat(first or today.isoformat()), date.fromisoformat(last)
    except ValueError:
        raise Mistake("Please pick the first and the last day you are away.") from None
    if not (begins <= ends <= begins + LONGEST_AWAY):
        raise Mistake("The last day you are away comes after the first, and within a year.")
    return (begins, ends) if ends >= today else ()
