"""What a listing answers to a question about its place. Unknown is told as unknown, never as no."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.availability import from_home
from knowledge.listing import Service


def answered(code: str, service: Service) -> bool | None:
    """Whether the place is so: step-free, quiet, free, for women only …; None where its listing does not say."""
    told = _TOLD[code](service) if code in _TOLD else None
    if told is not None:
        return told
    if code in service.adapts:
        return True
    return False if code in service.cannot_meet else None


def _any(known: set[bool | None]) -> bool | None:
    if True in known:
        return True
    return None if None in known or not known else False


def _home(service: Service) -> bool | None:
    return from_home(service) if service.formats else None


def _alone(service: Service) -> bool | None:
    return "one_to_one" in service.formats if service.formats else None


_TOLD: dict[str, Callable[[Service], bool | None]] = {
    "constraint.step_free": lambda service: _any({place.step_free for place in service.places}),
    "constraint.noise_crowds": lambda service: _any({place.quiet for place in service.places}),
    "constraint.women_only": lambda service: service.eligibility.women_only,
    "constraint.men_only": lambda service: service.eligibility.men_only,
    "constraint.own_home": _home,
    "constraint.no_groups": _alone,
    "constraint.cost": lambda service: True if service.free else False if service.cost else None,
}
