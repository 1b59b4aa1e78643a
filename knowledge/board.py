"""Every service rated for one person, quickly enough to be done again for each answer they might give.

What depends on the directory alone is made once for it. During one match each rule's results are kept by the part of
the profile they rest on, so that a hypothetical answer costs only the rules that it touches.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from knowledge import scoring
from knowledge.aspects import Belonging, Likes, Practical, Wants, aspects_of
from knowledge.belonging import belonging, honesty
from knowledge.directory import Directory
from knowledge.eligibility import Verdict, judge
from knowledge.facts import Facts, facts_of
from knowledge.listing import Provider, Service
from knowledge.own_words import Vocabulary
from knowledge.part import Part
from knowledge.practical import practical
from knowledge.profile import Profile
from knowledge.reasons import Reason

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

PAUSED = Verdict(excluded="paused")

_Key = TypeVar("_Key", bound=Hashable)


class Index:
    """A directory's services in one order, with their words made ready."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.services: tuple[Service, ...] = tuple(directory.services.values())
        self.providers: tuple[Provider, ...] = tuple(directory.provider_of(service) for service in self.services)
        self.texts = tuple(f"{entry.name} {entry.summary} {entry.about}".lower() for entry in self.services)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.services)


class _Latest:
    """The index of the directory that was matched last; a directory is replaced as a whole when a listing changes."""

    def __init__(self) -> None:
        self._index: Index | None = None

    def of(self, directory: Directory) -> Index:
        index = self._index
        if index is None or index.directory is not directory:
            index = self._index = Index(directory)
        return index


index_of = _Latest().of


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
        return any(reason.code in FITS for part in self.parts for reason in part.reasons)

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


class Board:
    """Rates all services of a directory on one day; ``area`` is the borough taken for granted."""

    def __init__(self, directory: Directory, today: date, area: str) -> None:
        self.index = index_of(directory)
        self._today = today
        self._area = area
        self._kept: dict[Hashable, list[Part]] = {}
        self._verdicts: dict[Facts, list[Verdict]] = {}

    def facts(self, profile: Profile) -> Facts:
        return facts_of(profile, self._area)

    def rate(self, profile: Profile) -> list[Rating]:
        """In the directory's order."""
        facts = self.facts(profile)
        aspects = aspects_of(profile, facts)
        columns = (
            self._keep(aspects.likes, self._likes),
            self._keep(aspects.wants, self._wants),
            self._keep(aspects.belonging, self._belonging),
            self._keep(aspects.practical, self._practical),
            self._keep("honesty", self._honesty),
        )
        verdicts = self._judged(facts)
        rows = zip(self.index.services, self.index.providers, verdicts, zip(*columns, strict=True), strict=True)
        return [Rating(*row) for row in rows]

    def _keep(self, key: _Key, make: Callable[[_Key], list[Part]]) -> list[Part]:
        if key not in self._kept:
            self._kept[key] = make(key)
        return self._kept[key]

    def _judged(self, facts: Facts) -> list[Verdict]:
        if facts not in self._verdicts:
            pairs = zip(self.index.services, self.index.providers, strict=True)
            paused = self.index.directory.paused
            self._verdicts[facts] = [
                PAUSED if service.id in paused else judge(facts, service, provider, self._today)
                for service, provider in pairs
            ]
        return self._verdicts[facts]

    def _likes(self, said: Likes) -> list[Part]:
        return scoring.likes(said, self.index.services, self.index.vocabulary)

    def _wants(self, said: Wants) -> list[Part]:
        return scoring.wants(said, self.index.services, self.index.texts)

    def _belonging(self, said: Belonging) -> list[Part]:
        return [belonging(said, *pair) for pair in zip(self.index.services, self.index.providers, strict=True)]

    def _practical(self, said: Practical) -> list[Part]:
        return [practical(said, service) for service in self.index.services]

    def _honesty(self, _: str) -> list[Part]:
        pairs = zip(self.index.services, self.index.providers, strict=True)
        return [honesty(service, provider, self._today) for service, provider in pairs]
