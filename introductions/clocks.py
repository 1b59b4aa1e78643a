"""What time alone brings: which clocks have struck for an introduction, judged from its dates and the time given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from introductions import calendar
from introductions.states import ENDED, State

FOLLOW_UPS = {"3_days": timedelta(days=3), "14_days": timedelta(days=14), "3_months": timedelta(days=91)}
"""When both sides are asked how it went, counted from their first contact."""
CLOSING = timedelta(days=14)
"""How long the last follow-up may be answered before the introduction closes."""
TOLD = timedelta(days=1)
"""How long an ended introduction stays before it closes, so that its news is read with the next route beside it."""
FURTHEST_VISIT = timedelta(weeks=12)
TERMINAL = frozenset({"expiry", "lapse", "close"})


@dataclass(frozen=True)
class Dates:
    """What the clocks of one introduction count from."""

    state: State
    changed_at: datetime
    anchor: datetime | None
    paused_at: datetime | None
    round: int
    hold_until: date | None
    contact_at: datetime | None
    working_days: Sequence[int]
    away: calendar.Away | None = None
    promised: date | None = None
    """The day the person was told, which holds though the place's week has changed since."""
    visit: date | None = None
    """The day on which they meet, as far as it is known: nobody is asked how it went before it has passed."""


@dataclass(frozen=True)
class Strike:
    """``once`` is unique in an introduction's life: a strike that was noted under it never comes again."""

    name: str
    at: datetime
    once: str


def due(dates: Dates, now: datetime, done: frozenset[str]) -> list[Strike]:
    """The strikes whose time has come and that are not ``done`` (their ``once``), in the order of their times.

    Where an end is due, what would have come before it is left out: its moment has passed. Of several follow-ups that
    are due only the latest is asked.
    """
    struck = [strike for strike in upcoming(dates, done) if strike.at <= now]
    ends = [s for s in struck if s.name in TERMINAL]
    if ends:
        return ends[:1]
    follow_ups = [s for s in struck if s.name == "follow_up"]
    return [s for s in struck if s.name != "follow_up"] + follow_ups[-1:]


def upcoming(dates: Dates, done: frozenset[str]) -> list[Strike]:
    """Every strike still to come if nothing else happens. A follow-up that a later one overtook never comes."""
    asked = max((n for n, step in enumerate(FOLLOW_UPS) if _follow_up(step) in done), default=-1)
    over = {_follow_up(step) for step in list(FOLLOW_UPS)[: asked + 1]}
    return [s for s in sorted(_schedule(dates), key=lambda s: s.at) if s.once not in done | over]


def _follow_up(step: str) -> str:
    return f"follow_up:{step}"


def _schedule(dates: Dates) -> Iterator[Strike]:
    if dates.state in ENDED:
        if dates.state not in (State.CLOSED, State.DISCARDED):
            yield Strike("close", dates.changed_at + TOLD, "close")
    elif dates.state is State.ON_HOLD and dates.hold_until is not None:
        yield Strike(
            "hold_over", calendar.london(dates.hold_until, calendar.CLOCK_TIME), f"hold_over:{dates.hold_until}"
        )
    elif dates.paused_at is not None:
        yield from _question(dates, dates.paused_at)
    elif dates.anchor is not None:
        yield from _waiting(dates, dates.anchor)
    if dates.contact_at is not None and dates.state in (State.CONTACT_MADE, State.MET, State.GOING):
        yield from _after_contact(dates, dates.contact_at)


def _at(since: datetime, days: int, dates: Dates) -> datetime:
    return calendar.after_working_days(since, days, dates.working_days, dates.away)


def _waiting(dates: Dates, anchor: datetime) -> Iterator[Strike]:
    if dates.state in (State.SENT, State.QUESTION, State.ON_HOLD):
        yield Strike("reminder", _at(anchor, calendar.REMINDER_DAYS, dates), f"reminder:{dates.round}")
        yield Strike("promised_day", _promised(anchor, dates), f"promised_day:{dates.round}")
        yield Strike("coordinator", _at(anchor, calendar.COORDINATOR_DAYS, dates), f"coordinator:{dates.round}")
        yield Strike("expiry", _at(anchor, calendar.EXPIRY_DAYS, dates), "expiry")
    elif dates.state is State.ACCEPTED:
        yield Strike("contact_check", _met_by(anchor, calendar.CONTACT_DAYS, 1, dates), f"contact_check:{dates.round}")
        lapse = _met_by(
            anchor, calendar.LAPSE_ACCEPTED_DAYS, calendar.LAPSE_ACCEPTED_DAYS - calendar.CONTACT_DAYS, dates
        )
        yield Strike("lapse", lapse, "lapse")
    elif dates.state is State.CONTACT_MADE:
        yield Strike("lapse", _met_by(anchor, calendar.LAPSE_CONTACT_DAYS, calendar.CONTACT_DAYS, dates), "lapse")


def _met_by(anchor: datetime, days: int, after_visit: int, dates: Dates) -> datetime:
    """``days`` working days from ``anchor``, but ``after_visit`` of them from the day of the visit if that is later."""
    plain = _at(anchor, days, dates)
    if dates.visit is None or dates.visit > calendar.london_date(anchor) + FURTHEST_VISIT:
        return plain
    return max(plain, _at(calendar.london(dates.visit, calendar.CLOCK_TIME), after_visit, dates))


def _promised(anchor: datetime, dates: Dates) -> datetime:
    if dates.round == 1 and dates.promised is not None and dates.promised >= calendar.london_date(anchor):
        return calendar.london(dates.promised, calendar.CLOCK_TIME)
    return calendar.after_working_days(anchor, calendar.PROMISED_DAYS, dates.working_days)


def _question(dates: Dates, asked: datetime) -> Iterator[Strike]:
    """An open question stops the provider's clock, not the world: asked again once, and ended if it stays open."""
    mark = f"{asked.timestamp():.0f}"
    yield Strike("question_again", _at(asked, calendar.QUESTION_AGAIN_DAYS, dates), f"question_again:{mark}")
    yield Strike("expiry", _at(asked, calendar.QUESTION_EXPIRY_DAYS, dates), "expiry")


def _after_contact(dates: Dates, contact: datetime) -> Iterator[Strike]:
    for step, after in FOLLOW_UPS.items():
        day = calendar.london_date(contact + after)
        yield Strike("follow_up", calendar.london(day, calendar.CLOCK_TIME), _follow_up(step))
    if dates.state in (State.MET, State.GOING):
        yield Strike("close", contact + FOLLOW_UPS["3_months"] + CLOSING, "close")
