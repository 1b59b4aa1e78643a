"""What is found of one service against one person: closed, open, or not known yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Unknown:
    """``slot`` is "" where no question of ours would settle it. ``likely`` is 0 to 1, a weight and no statistic."""

    slot: str
    requirement: str
    caution: str
    likely: float


@dataclass(frozen=True)
class Verdict:
    """``excluded`` is one of ``reasons.EXCLUSIONS`` or None; ``unknown`` is empty where it is not None."""

    excluded: str | None = None
    unknown: tuple[Unknown, ...] = ()

    @property
    def likely(self) -> float:
        product = 1.0
        for unknown in self.unknown:
            product *= unknown.likely
        return product


Finding = str | Unknown | None
"""What one check finds: an exclusion's code, something unknown, or nothing against it."""
