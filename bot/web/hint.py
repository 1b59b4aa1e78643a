"""Where a newcomer on the local page looks next, worked out from what happened last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from introductions.model import Event, Introduction, Person
from introductions.states import ENDED, State

Part = Literal["resident", "place", "system"]


@dataclass(frozen=True)
class Hint:
    """``step`` names the sentence in ``local_words.html``."""

    part: Part
    step: str


_STATES: dict[State, Hint] = {
    State.ACCEPTED: Hint("resident", "accepted"),
    State.CONTACT_MADE: Hint("resident", "in_touch"),
    State.MET: Hint("system", "met"),
    State.GOING: Hint("system", "met"),
}
_TO_THE_PHONE = frozenset(
    {"letters_waiting", "waits", "follow_up", "contact_check", "promised_day", "also", "finished", "cannot_reach"}
)
"""What reached the resident last and waits for them in the phone."""


def hint(person: Person | None, introductions: Sequence[Introduction], now: datetime) -> Hint:
    """The one thing to do next, for the introduction that changed last and has not ended, if there is one."""
    if person is None:
        return Hint("resident", "begin")
    with_events = [one for one in introductions if one.events]
    if not with_events:
        return Hint("resident", "talk")
    going_on = [one for one in with_events if one.state not in ENDED]
    one = max(going_on or with_events, key=lambda i: i.events[-1].at)
    return _of_state(one, now) or _STATES.get(one.state, Hint("resident", "talk"))


def _of_state(one: Introduction, now: datetime) -> Hint | None:
    last = _last(one)
    if one.state is State.WITHDRAWN and one.sent_at:
        return Hint("place", "taken_back")
    if one.state in ENDED:
        return Hint("resident", "ended")
    if one.state is State.QUEUED and last.kind not in _TO_THE_PHONE:
        return Hint("system", "queued") if one.due_at > now else Hint("place", "leaving")
    if last.kind == "wrote":
        return Hint("place", "written") if last.actor == "person" else Hint("resident", "heard")
    if last.kind in _TO_THE_PHONE:
        return Hint("resident", "asked")
    if one.state is State.ON_HOLD:
        return Hint("place", "written") if last.kind == "hold_over" else Hint("system", "held")
    if one.state is State.SENT:
        return Hint("place", "answer") if any(e.kind == "seen" for e in one.events) else Hint("place", "arrived")
    if one.state is State.QUESTION:
        return Hint("resident", "question") if one.question else Hint("place", "written")
    return None


def _last(one: Introduction) -> Event:
    """The last thing that somebody did or was told; reminders to the place are told with the clock's."""
    told = [e for e in one.events if e.kind not in ("reminded", "coordinator_told", "outcome")]
    return told[-1] if told else one.events[-1]
