"""One service rated for one person: whether it is open, whether it fits, how well, why and with what cautions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from knowledge.listing import Provider, Service
from knowledge.part import Part
from knowledge.reasons import Reason
from knowledge.verdicts import Verdict

FITS = frozenset(
    {
        "interest",
        "strength",
        "own_words",
        "hope",
        "stage_distant",
        "stage_nearer",
        "stage_ready",
        "stage_in_work",
        "need",
        "language",
        "own_community",
        "group",
        "specialism",
        "condition",
    }
)
"""Reasons that make a fit. Being near, free or at the right time only makes a fit better."""

YOUNG, OLDER = 30, 40
"""Ages up to which, or from which, a place is for one generation."""


@dataclass(frozen=True)
class Rating:
    """One service for one person. ``excluded`` is a code of ``reasons.EXCLUSIONS`` or None."""

    service: Service
    provider: Provider
    verdict: Verdict
    parts: tuple[Part, ...]

    @property
    def excluded(self) -> str | None:
        if self.verdict.excluded is not None:
            return self.verdict.excluded
        return next((part.excluded for part in self.parts if part.excluded is not None), None)

    @property
    def fits(self) -> bool:
        return any(makes_fit(part) for part in self.parts)

    @property
    def basic(self) -> bool:
        return any(part.basic for part in self.parts) or self._of_an_age

    @property
    def _of_an_age(self) -> bool:
        """For the young or for the old, while nobody has said how old they are: never shown before others that fit."""
        rule = self.service.eligibility
        limited = (rule.max_age is not None and rule.max_age <= YOUNG) or (
            rule.min_age is not None and rule.min_age >= OLDER
        )
        return limited and any(entry.requirement == "eligibility.age" for entry in self.verdict.unknown)

    @cached_property
    def score(self) -> float:
        """Points, more is better, with no upper end; only comparisons for one person mean anything."""
        points, factor = 0.0, self.verdict.likely
        for part in self.parts:
            points += part.points
            factor *= part.factor
        return round(points * factor, 1)

    @property
    def promise(self) -> float:
        """The score if everything unknown turned out well."""
        return self.score / self.verdict.likely

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Each said once, and one of every kind before a second of any."""
        given = [reason for part in self.parts for reason in part.reasons]
        told = {(reason.code, reason.words): reason for reason in reversed(given)}
        kinds = {reason.code: reason for reason in reversed(given)}
        unique = [reason for reason in given if told[reason.code, reason.words] is reason]
        return tuple(sorted(unique, key=lambda reason: (_in_passing(reason), kinds[reason.code] is not reason)))

    @property
    def cautions(self) -> tuple[Reason, ...]:
        unknown = tuple(Reason(entry.caution, field=entry.requirement) for entry in self.verdict.unknown)
        return unknown + tuple(caution for part in self.parts for caution in part.cautions)


def _in_passing(reason: Reason) -> bool:
    """Words that no code caught may have been said of anything; they are told after what was plainly meant."""
    return (reason.code, reason.because) == ("own_words", "text")


def makes_fit(part: Part) -> bool:
    return bool(part.reasons) and any(reason.code in FITS for reason in part.reasons)
