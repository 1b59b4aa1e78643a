"""When and in which form a service runs, against what a person can manage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.listing import Service, Slot

REMOTE = frozenset({"online", "phone", "outreach"})
"""Forms that come to where the person is."""
SMALL_GROUP = 8
_WEEKDAYS, _WEEKEND, _ALL_WEEK = frozenset(range(5)), frozenset({5, 6}), frozenset(range(7))
_APPOINTMENT = 60
"""Minutes of a longer opening that have to fall into a person's time for an appointment there."""
_MIDNIGHT = "24:00"


@dataclass(frozen=True)
class Window:
    """A time of the week. What is held together begins inside it and ends by ``ends_by``."""

    days: frozenset[int]
    opens: str
    closes: str
    ends_by: str = _MIDNIGHT

    def holds(self, slot: Slot, *, by_appointment: bool) -> bool:
        if slot.day not in self.days:
            return False
        if by_appointment:
            closes = min(self.closes, self.ends_by)
            return _minutes(min(slot.end, closes)) - _minutes(max(slot.start, self.opens)) >= _APPOINTMENT
        return self.opens <= slot.start < self.closes and slot.end <= self.ends_by


_EVENINGS, _WEEKENDS = Window(_ALL_WEEK, "17:00", _MIDNIGHT), Window(_WEEKEND, "00:00", _MIDNIGHT)

_ANSWERS: Mapping[str, tuple[Window, ...]] = {
    "mornings": (Window(_ALL_WEEK, "00:00", "12:00"),),
    "afternoons": (Window(_ALL_WEEK, "12:00", "17:00"),),
    "evenings": (_EVENINGS,),
    "weekends": (_WEEKENDS,),
}
"""What each answer of the ``times`` question means."""

_LIMITS: Mapping[str, tuple[Window, ...]] = {
    "constraint.daytime_only": (Window(_WEEKDAYS, "08:00", "15:30", ends_by="15:30"),),
    "constraint.evenings_weekends": (_EVENINGS, _WEEKENDS),
    "constraint.not_mornings": (Window(_ALL_WEEK, "12:00", _MIDNIGHT),),
}
"""What each constraint leaves open. School hours end at half past three."""

_WITHOUT: Mapping[str, tuple[Window, ...]] = {
    "constraint.evenings_weekends": (Window(_ALL_WEEK, "00:00", "17:00"),),
    "constraint.not_mornings": (Window(_ALL_WEEK, "00:00", "12:00"), _EVENINGS),
}
"""What is left where evenings, or afternoons, are turned down or taken; a weekend by day is left too."""

Suits = Literal["all", "some", "none"] | None
"""None: nothing asked, or no time known."""


@dataclass(frozen=True)
class Wished:
    """Times that suit best: answers of the ``times`` question, which say more closely what the codes ``liked`` say,
    codes that were ``denied``, and ``days`` from Monday 0, none where all are as good.
    """

    times: tuple[str, ...] = ()
    liked: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()


TIME_CONSTRAINTS = frozenset(_LIMITS)
_EITHER = frozenset({"constraint.daytime_only", "constraint.evenings_weekends"})


def only_in_person(service: Service) -> bool:
    """True only where the forms are known and none of them reaches somebody at home."""
    return bool(service.formats) and not REMOTE & set(service.formats)


def steps_everywhere(service: Service) -> bool:
    """True only where every place is known to have steps and nothing happens away from them."""
    known = [place.step_free for place in service.places]
    return bool(known) and all(free is False for free in known) and not REMOTE & set(service.formats)


def clashes(musts: frozenset[str], service: Service) -> bool:
    """True when no known time is open to the person and the listing does not say that it can work around that.

    What has begun before noon and goes on for an hour after it is not shut to who has no mornings: it has a caution.
    """
    codes = musts - set(service.adapts)
    return _held(_limits(codes), service, begun=codes == {"constraint.not_mornings"}) == "none"


def suits(wished: Wished, musts: frozenset[str], service: Service) -> Suits:
    """How many of the known times fall into every must, one of the days, and one of the likings."""
    days = [(Window(wished.days, "00:00", _MIDNIGHT),)] if wished.days else []
    chosen = [window for name in wished.times for window in _ANSWERS.get(name, ())]
    chosen = chosen or [window for code in _LIMITS if code in wished.liked for window in _LIMITS[code]]
    shut = [_WITHOUT[code] for code in _WITHOUT if code in wished.denied]
    return _held([*_limits(musts), *days, *shut, *([tuple(chosen)] if chosen else [])], service)


def _limits(codes: frozenset[str]) -> list[tuple[Window, ...]]:
    """Each is to be met. Days and evenings share no hour, so that somebody who names both means either."""
    if codes >= _EITHER:
        either = tuple(window for code in _LIMITS if code in _EITHER for window in _LIMITS[code])
        return [either, *_limits(codes - _EITHER)]
    return [_LIMITS[code] for code in _LIMITS if code in codes]


def _held(limits: list[tuple[Window, ...]], service: Service, *, begun: bool = False) -> Suits:
    """How many slots fall, for each limit, into one of its windows; ``begun``: as if one could come in any time."""
    if not limits or not service.times:
        return None
    forms = set(service.formats)
    alone = begun or "one_to_one" in forms or ("group" not in forms and bool(REMOTE & forms))
    held = [
        all(any(window.holds(slot, by_appointment=alone) for window in windows) for windows in limits)
        for slot in service.times
    ]
    return "all" if all(held) else "some" if any(held) else "none"


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
