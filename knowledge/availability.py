"""When and in which form a service runs, against what a person can manage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.listing import Service, Slot

REMOTE = frozenset({"online", "phone", "outreach"})
"""Forms that come to where the person is."""
_DONE_THERE = frozenset({"support.job_brokering", "support.work_experience"})
SMALL_GROUP = 8
BIG_GROUP = 12
"""From so many people on, a group is big for who finds big ones hard."""
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


Windows = tuple[Window, ...]
_EVENINGS, _WEEKENDS = Window(_ALL_WEEK, "17:00", _MIDNIGHT), Window(_WEEKEND, "00:00", _MIDNIGHT)

_ANSWERS: Mapping[str, tuple[Window, ...]] = {
    "mornings": (Window(_ALL_WEEK, "00:00", "12:00"),),
    "afternoons": (Window(_ALL_WEEK, "12:00", "17:00"),),
    "evenings": (_EVENINGS,),
    "weekends": (_WEEKENDS,),
}
"""What each answer of the ``times`` question means."""

_LIMITS: dict[str, tuple[Window, ...]] = {
    "constraint.daytime_only": (Window(_WEEKDAYS, "08:00", "15:30", ends_by="15:30"),),
    "constraint.evenings_weekends": (_EVENINGS, _WEEKENDS),
    "constraint.not_mornings": (Window(_ALL_WEEK, "12:00", _MIDNIGHT),),
}
"""What each constraint leaves open. School hours end at half past three."""

LATE = "constraint.evenings_weekends"


def part(name: str) -> Window:
    """A part of the week by the name of its answer to the ``times`` question."""
    return _ANSWERS[name][0]


def within(opens: str, closes: str) -> Window:
    """Any day, between two times of the clock."""
    return Window(_ALL_WEEK, opens, closes, ends_by=closes)


_WITHOUT: Mapping[str, tuple[Window, ...]] = {
    "constraint.evenings_weekends": (Window(_ALL_WEEK, "00:00", "17:00"),),
    "constraint.not_mornings": (Window(_ALL_WEEK, "00:00", "12:00"), _EVENINGS),
}
"""What is left where evenings, or afternoons, are turned down or taken; a weekend by day is left too."""

Closely = tuple[tuple[str, Windows], ...]
"""Of some codes the windows that stand for them, in place of the usual ones."""
Suits = Literal["all", "some", "none"] | None
"""None: nothing asked, or no time known."""


@dataclass(frozen=True)
class Wished:
    """Times that suit best: answers of the ``times`` question, which say more closely what the codes ``liked`` say,
    codes that were ``denied``, and ``days`` from Monday 0, none where all are as good. ``closely`` holds what the
    person's own words leave where they say more than a code: "after 7pm".
    """

    times: tuple[str, ...] = ()
    liked: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    closely: Closely = ()


TIME_CONSTRAINTS = frozenset(_LIMITS)
_EITHER = frozenset({"constraint.daytime_only", "constraint.evenings_weekends"})


def from_home(service: Service) -> bool:
    """Whether what is done there can be done at home: paid shifts and a stall are talked over by phone, and no more."""
    return reaches_home(service) and not (service.places and _DONE_THERE & set(service.support[:1]))


def reaches_home(service: Service) -> bool:
    """Whether it comes to who stays at home. A group that can only be rung up, or visits some, meets all the same."""
    forms = set(service.formats)
    return bool(REMOTE & forms) and not (service.places and "group" in forms and "online" not in forms)


def stays_in(service: Service) -> bool:
    """Whether nobody gets out by it: it comes to their home, and there is nowhere to go to."""
    return not service.places and from_home(service)


def only_in_person(service: Service) -> bool:
    """True only where the forms are known and none of them reaches somebody at home."""
    return bool(service.formats) and not reaches_home(service)


def steps_everywhere(service: Service) -> bool:
    """True only where every place is known to have steps and nothing happens away from them."""
    known = [place.step_free for place in service.places]
    return bool(known) and all(free is False for free in known) and not REMOTE & set(service.formats)


def clashes(musts: frozenset[str], service: Service, *, days: frozenset[int], closely: Closely = ()) -> bool:
    """True when no known time is open to the person and the listing does not say that it can work around that;
    what it says of a code says nothing of the hours that somebody named.

    What has begun before noon and goes on for an hour after it is not shut to who has no mornings: it has a caution.
    """
    codes = musts - (set(service.adapts) - {code for code, _ in closely})
    named = [*_limits(codes, closely), *_on(days)]
    begun = codes == {"constraint.not_mornings"} and not named[1:]
    return _share(_held(named, service, begun=begun)) == "none"


def suits(wished: Wished, musts: frozenset[str], service: Service) -> Suits:
    """How many of the known times fall into every must, one of the days, and one of the likings."""
    return _share(_held(_asked(wished, musts), service))


def suiting(wished: Wished, musts: frozenset[str], service: Service) -> tuple[Slot, ...]:
    """Those that do; all where nothing was asked."""
    held = _held(_asked(wished, musts), service) or [True] * len(service.times)
    return tuple(slot for slot, fits in zip(service.times, held, strict=True) if fits)


def _asked(wished: Wished, musts: frozenset[str]) -> list[Windows]:
    chosen = [window for name in (() if wished.closely else wished.times) for window in _ANSWERS.get(name, ())]
    meant = _LIMITS | dict(wished.closely)
    chosen = chosen or [window for code in _LIMITS if code in wished.liked for window in meant[code]]
    shut = [_WITHOUT[code] for code in _WITHOUT if code in wished.denied]
    liked = [tuple(chosen)] if chosen else []
    return [*_limits(musts, wished.closely), *_on(wished.days), *shut, *liked]


def _on(days: frozenset[int]) -> list[Windows]:
    return [(Window(days, "00:00", _MIDNIGHT),)] if days else []


def _limits(codes: frozenset[str], closely: Closely) -> list[Windows]:
    """Each is to be met. Days and evenings share no hour, so that somebody who names both means either."""
    meant = _LIMITS | dict(closely)
    if codes >= _EITHER:
        either = tuple(window for code in _LIMITS if code in _EITHER for window in meant[code])
        return [either, *_limits(codes - _EITHER, closely)]
    return [meant[code] for code in _LIMITS if code in codes]


def _held(limits: list[tuple[Window, ...]], service: Service, *, begun: bool = False) -> list[bool]:
    """Which slots fall, for each limit, into one of its windows; ``begun``: as if one could come in any time. Empty
    where nothing limits, or no time is known.
    """
    if not limits:
        return []
    forms = set(service.formats)
    alone = begun or "one_to_one" in forms or ("group" not in forms and bool(REMOTE & forms))
    return [
        all(any(window.holds(slot, by_appointment=alone) for window in windows) for windows in limits)
        for slot in service.times
    ]


def _share(held: list[bool]) -> Suits:
    if not held:
        return None
    return "all" if all(held) else "some" if any(held) else "none"


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
