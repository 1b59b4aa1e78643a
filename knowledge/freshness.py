"""Listings stay true: when a keeper is asked again, and what is said of a listing meanwhile.

The days are those of the design ("Listings stay true"): asked every 60 days, shown with a caution from 90 days
unchecked, not offered after 180. Funding that ends on a date sets the check off before it, and the day
until which a place is full on that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from knowledge.listing import Service

ASK_AFTER = timedelta(days=60)
CAUTION_FROM = timedelta(days=90)
OFFERED_UNTIL = timedelta(days=180)
FUNDING_NOTICE = timedelta(days=28)
"""How long before the end of its funding a listing is checked."""
A_DAY = timedelta(days=1)

State = Literal["fresh", "due", "caution", "stale"]
Why = Literal["age", "never", "funding", "full"]
"""What makes the next check due: time alone, that there never was one, the end of funding, or of being full."""


@dataclass(frozen=True)
class Freshness:
    """``due``: the keeper is asked. ``caution``: shown, with a word on it. ``stale``: not offered.

    ``age`` is in days, None where a listing was never checked, which earns the caution but does not hide it.
    ``why`` tells what makes it due on ``ask_on``.
    """

    state: State
    age: int | None
    ask_on: date
    why: Why = "age"

    @property
    def funding(self) -> bool:
        """The end of its funding, and not the age, set this off."""
        return self.why == "funding"

    @property
    def offered(self) -> bool:
        return self.state != "stale"


def freshness(service: Service, today: date) -> Freshness:
    """A check dated in the future counts as made today."""
    if service.checked is None:
        return Freshness("caution", None, today, "never")
    checked = min(service.checked, today)
    age = today - checked
    ask_on, why = _ask_on(service, checked)
    ended = service.funded_until is not None and checked <= service.funded_until < today
    if age > OFFERED_UNTIL:
        return Freshness("stale", age.days, ask_on)
    if age >= CAUTION_FROM or ended:
        return Freshness("caution", age.days, ask_on, "funding" if ended else "age")
    return Freshness("due" if ask_on <= today else "fresh", age.days, ask_on, why)


def _ask_on(service: Service, checked: date) -> tuple[date, Why]:
    """The next day the keeper is asked, and what brings it forward. Funding does so once before its end, once after."""
    days: list[tuple[date, Why]] = [(checked + ASK_AFTER, "age")]
    if service.funded_until is not None:
        days += [(service.funded_until - FUNDING_NOTICE, "funding"), (service.funded_until + A_DAY, "funding")]
    if service.full_until is not None:
        days.append((service.full_until, "full"))
    return min((day, why) for day, why in days if day > checked)


def due(services: tuple[Service, ...], today: date) -> tuple[Service, ...]:
    """Those whose keeper is to be asked today, the longest unchecked first."""
    waiting = [service for service in services if freshness(service, today).state != "fresh"]
    return tuple(sorted(waiting, key=lambda service: (service.checked or date.min, service.id)))
