"""When the keeper of a listing is asked whether it is still right, judged from its dates and the time given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from introductions import calendar
from knowledge.freshness import freshness
from knowledge.listing import Service

AGAIN_DAYS, SILENT_DAYS = 5, 5
"""Working days until the second and last try, and from it until a caution is shown."""
NEAR = timedelta(days=14)
"""What is due so soon is asked about in the same letter."""
LETTERS_A_DAY, ROUNDS_IN_DAYS = 10, 20
"""Letters to keepers that begin on one day: ten at most, in a large directory a twentieth of its keepers."""

What = Literal["ask", "again", "silent"]


@dataclass(frozen=True)
class Asked:
    """What came of asking about one listing so far. ``answered`` is the last answer of any kind, ``silent`` when we
    last gave up waiting; ``set_off`` and ``reason`` are of a check that something set off.
    """

    at: datetime | None = None
    again: datetime | None = None
    answered: datetime | None = None
    silent: datetime | None = None
    set_off: datetime | None = None
    reason: str = ""

    def waits(self, checked: date | None) -> bool:
        """Whether an answer is waited for. A listing that was checked since it was asked about needs none."""
        if self.at is None or (checked is not None and checked > calendar.london_date(self.at)):
            return False
        return all(end is None or end < self.at for end in (self.answered, self.silent))


@dataclass(frozen=True)
class Coming:
    """What time brings next for a listing; ``why`` is a ``freshness.Why`` or the reason of what set it off."""

    what: What
    at: datetime
    why: str = ""


def coming(
    service: Service,
    asked: Asked,
    now: datetime,
    days: Sequence[int] = calendar.WEEKDAYS,
    away: calendar.Away | None = None,
) -> Coming | None:
    """None for a listing that has closed or ended: nobody is asked about it. ``days`` are the place's working days."""
    today = calendar.london_date(now)
    if service.capacity == "closed" or (service.ends is not None and service.ends < today):
        return None
    if asked.at is not None and asked.waits(service.checked):
        if asked.again is None or asked.again < asked.at:
            return Coming("again", calendar.after_working_days(asked.at, AGAIN_DAYS, days, away))
        return Coming("silent", calendar.after_working_days(asked.again, SILENT_DAYS, days, away))
    if asked.set_off is not None:
        return Coming("ask", asked.set_off, asked.reason)
    known = freshness(replace(service, checked=_heard_of(service, asked)), today)
    return Coming("ask", calendar.london(known.ask_on, calendar.CLOCK_TIME), known.why)


def _heard_of(service: Service, asked: Asked) -> date | None:
    """When we last heard of it, or last gave up asking: the next sixty days count from here."""
    ends = [calendar.london_date(at) for at in (asked.answered, asked.silent) if at is not None]
    return max([*ends, *([service.checked] if service.checked else [])], default=None)


def begins_today(keepers: int, begun: int) -> int:
    """How many letters may still begin today, of a directory with so many keepers."""
    return max(LETTERS_A_DAY, -(-keepers // ROUNDS_IN_DAYS)) - begun
