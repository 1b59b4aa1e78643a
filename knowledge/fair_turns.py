"""The order of what is shown: by bands of score, in fair turns inside a band, one of each group of like services.

Real scores seldom tie. So scores within five per cent of the best of their band count as level, and the service
that was offered least often goes first: small providers are seen too. The order is always the same for the same input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

BAND = 0.05
AT_ONCE = 3
"""Options shown at a time, at most (Hackney scrutiny report)."""
AS_GOOD = 0.85
"""Share of its score from which a place stands in for a second service of a provider that is shown already."""
WORTH_SHOWING = 0.35
"""Share of the best score below which a fit is too weak to stand beside it."""


@dataclass(frozen=True)
class Candidate:
    """One service that fits. ``basic`` ones come after all others, because they would insult the experienced."""

    service_id: str
    name: str
    score: float
    like_group: str = ""
    basic: bool = False
    provider: str = ""
    """Its provider with what is done there; two that share it are nearly the same."""


def bands(scores: Sequence[float]) -> dict[float, int]:
    """Each score's band, the best band highest. A band reaches five per cent below its own best score."""
    found: dict[float, int] = {}
    band, best = 0, None
    for score in sorted(set(scores), reverse=True):
        if best is None or score < best * (1 - BAND):
            best, band = score, band - 1
        found[score] = band
    return found


def in_order(candidates: Sequence[Candidate], turns: Mapping[str, int]) -> list[Candidate]:
    """By ``(-band, turn, name, id)``; ``turns`` says how many times each service was offered so far."""
    band = bands([candidate.score for candidate in candidates])

    def place(candidate: Candidate) -> tuple[bool, int, int, str, str]:
        turn = turns.get(candidate.service_id, 0)
        return (candidate.basic, -band[candidate.score], turn, candidate.name, candidate.service_id)

    return sorted(candidates, key=place)


def choose(ordered: Sequence[Candidate], limit: int) -> list[Candidate]:
    """At most ``limit``, in handfuls of three: what is shown together, and then what "show others" brings.

    A second service of one group of like services stands in a handful only where nothing else is left for it.
    """
    floor = WORTH_SHOWING * max((candidate.score for candidate in ordered), default=0.0)
    left = [candidate for candidate in ordered if candidate.score >= floor]
    chosen: list[Candidate] = []
    while left and len(chosen) < limit:
        handful = _handful(left, min(AT_ONCE, limit - len(chosen)))
        chosen += handful
        left = [candidate for candidate in left if candidate not in handful]
    return chosen


def _handful(ordered: Sequence[Candidate], size: int) -> list[Candidate]:
    first: list[Candidate] = []
    further: list[Candidate] = []
    seen: set[str] = set()
    for at, candidate in enumerate(ordered):
        shown_of = {one.provider for one in first}
        again = candidate.like_group in seen or _stood_in_for(candidate, ordered[at + 1 :], shown_of)
        (further if again else first).append(candidate)
        seen |= {candidate.like_group} - {""}
    shown = (first + further)[:size]
    return [candidate for candidate in ordered if candidate in shown]


def _stood_in_for(candidate: Candidate, later: Sequence[Candidate], providers: AbstractSet[str]) -> bool:
    """Whether its provider is shown already, and another's place that fits about as well can stand there."""
    if candidate.provider not in providers - {""}:
        return False
    return any(one.provider not in providers and one.score >= AS_GOOD * candidate.score for one in later)
