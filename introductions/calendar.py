"""Working days, quiet hours and promised days, all as Lambeth lives them (Europe/London)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import holidays

from nwd.clock import LONDON

WEEKDAYS = (0, 1, 2, 3, 4)
MORNING = time(9)
"""When a letter agreed at night goes."""
CLOCK_TIME = time(10)
"""When, on its day, a clock strikes."""
REMINDER_DAYS, PROMISED_DAYS, COORDINATOR_DAYS, EXPIRY_DAYS = 2, 3, 4, 10
CONTACT_DAYS, LAPSE_ACCEPTED_DAYS, LAPSE_CONTACT_DAYS = 5, 10, 20
QUESTION_AGAIN_DAYS, QUESTION_EXPIRY_DAYS = 3, 20


@lru_cache(maxsize=8)
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


Away = tuple[date, date]
"""First and last day on which nobody at a place answers."""


def is_working_day(day: date, working_days: Sequence[int] = WEEKDAYS, away: Away | None = None) -> bool:
    """A day of the week on which the provider works (Monday 0) that is no English bank holiday and not ``away``."""
    if away is not None and away[0] <= day <= away[1]:
        return False
    return day.weekday() in (working_days or WEEKDAYS) and day not in _bank_holidays(day.year)


def add_working_days(day: date, count: int, working_days: Sequence[int] = WEEKDAYS, away: Away | None = None) -> date:
    """The ``count``th working day after ``day``; with 0, ``day`` itself."""
    for _ in range(count):
        day += timedelta(days=1)
        while not is_working_day(day, working_days, away):
            day += timedelta(days=1)
    return day


def london_date(at: datetime) -> date:
    return at.astimezone(LONDON).date()


def london(day: date, at: time) -> datetime:
    """``day`` at local time ``at``, in UTC; the hour that a spring change skips moves on by an hour."""
    return datetime.combine(day, at, tzinfo=LONDON).astimezone(UTC)


def after_working_days(
    since: datetime, count: int, working_days: Sequence[int] = WEEKDAYS, away: Away | None = None
) -> datetime:
    """The instant at which a clock of ``count`` working days started at ``since`` strikes."""
    return london(add_working_days(london_date(since), count, working_days, away), CLOCK_TIME)


def promised_day(sent: datetime, working_days: Sequence[int] = WEEKDAYS) -> date:
    """The day by which the person hears from us, news or no news."""
    return add_working_days(london_date(sent), PROMISED_DAYS, working_days)


def next_loud(at: datetime, quiet: tuple[time, time]) -> datetime:
    """``at``, or the end of the quiet hours that ``at`` falls into. Equal ends mean no quiet hours."""
    start, end = quiet
    local = at.astimezone(LONDON)
    clock = local.time().replace(tzinfo=None)
    if start == end:
        return at
    over_midnight = start > end
    is_quiet = (clock >= start or clock < end) if over_midnight else start <= clock < end
    if not is_quiet:
        return at
    day = local.date() + timedelta(days=1) if over_midnight and clock >= start else local.date()
    return london(day, end)
