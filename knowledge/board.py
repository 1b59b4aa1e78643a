"""Every service rated for one person, quickly enough to be done again for each answer they might give.

What depends on the directory alone is made once for it. During one match each rule's results are kept by the part of
the profile they rest on, so that a hypothetical answer costs only the rules that it touches, for services that fit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from knowledge import scoring
from knowledge.aspects import Belonging, Likes, Practical, Wants, aspects_of
from knowledge.belonging import belonging, honesty
from knowledge.benefits import WORRY, advises_on_benefits
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
_TELLING = 3
"""Likes, wants and belonging make a fit; of what is practical only a language of theirs does."""

T = TypeVar("T")
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
        return any(_fits(part) for part in self.parts)

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


class _Column(dict[int, T]):
    """What one rule finds for each service, by its position, worked out where it is first asked for."""

    def __init__(self, rule: Callable[[int], T]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, at: int) -> T:
        found = self[at] = self._rule(at)
        return found


def _in_passing(reason: Reason) -> bool:
    """Words that no code caught may have been said of anything; they are told after what was plainly meant."""
    return (reason.code, reason.because) == ("own_words", "text")


class Board:
    """Rates services of a directory on one day; ``area`` is the borough taken for granted."""

    def __init__(self, directory: Directory, today: date, area: str) -> None:
        self.index = index_of(directory)
        self._today = today
        self._area = area
        self._kept: dict[Hashable, _Column[Part]] = {}
        self._verdicts: dict[Facts, _Column[Verdict]] = {}

    def facts(self, profile: Profile) -> Facts:
        return facts_of(profile, self._area)

    def rate(self, profile: Profile) -> list[Rating]:
        """Every service, in the directory's order."""
        columns, verdicts = self._columns(profile)
        return [self._rating(at, columns, verdicts) for at in range(len(self.index.services))]

    def rate_fitting(self, profile: Profile) -> list[Rating]:
        """As ``rate``, without what no ``shortlist`` shows, for which the rest is not worked out."""
        columns, verdicts = self._columns(profile)
        telling = columns if profile.languages else columns[:_TELLING]
        afraid = WORRY in profile.codes
        return [
            self._rating(at, columns, verdicts)
            for at, service in enumerate(self.index.services)
            if any(_fits(column[at]) for column in telling) or (afraid and advises_on_benefits(service))
        ]

    def _rating(self, at: int, columns: Sequence[_Column[Part]], verdicts: _Column[Verdict]) -> Rating:
        parts = tuple([column[at] for column in columns])
        return Rating(self.index.services[at], self.index.providers[at], verdicts[at], parts)

    def _columns(self, profile: Profile) -> tuple[Sequence[_Column[Part]], _Column[Verdict]]:
        facts = self.facts(profile)
        aspects = aspects_of(profile, facts)
        columns = (
            self._keep(aspects.likes, self._likes),
            self._keep(aspects.wants, self._wants),
            self._keep(aspects.belonging, self._belonging),
            self._keep(aspects.practical, self._practical),
            self._keep("honesty", self._honesty),
        )
        if facts not in self._verdicts:
            self._verdicts[facts] = _Column(lambda at: self._judged(facts, at))
        return columns, self._verdicts[facts]

    def _keep(self, key: _Key, rule: Callable[[_Key], Callable[[int], Part]]) -> _Column[Part]:
        if key not in self._kept:
            self._kept[key] = _Column(rule(key))
        return self._kept[key]

    def _judged(self, facts: Facts, at: int) -> Verdict:
        service = self.index.services[at]
        if service.id in self.index.directory.paused:
            return PAUSED
        return judge(facts, service, self.index.providers[at], self._today)

    def _likes(self, said: Likes) -> Callable[[int], Part]:
        liked = scoring.likes(said, self.index.vocabulary)
        return lambda at: liked(self.index.services[at], at)

    def _wants(self, said: Wants) -> Callable[[int], Part]:
        return lambda at: scoring.wanted(said, self.index.services[at], self.index.texts[at])

    def _belonging(self, said: Belonging) -> Callable[[int], Part]:
        return lambda at: belonging(said, self.index.services[at], self.index.providers[at])

    def _practical(self, said: Practical) -> Callable[[int], Part]:
        return lambda at: practical(said, self.index.services[at])

    def _honesty(self, _: str) -> Callable[[int], Part]:
        return lambda at: honesty(self.index.services[at], self.index.providers[at], self._today)


def _fits(part: Part) -> bool:
    return bool(part.reasons) and any(reason.code in FITS for reason in part.reasons)
