"""Every service rated for one person, quickly enough to be done again for each answer they might give.

What depends on the directory alone is made once for it. During one match each rule's results are kept by the part of
the profile they rest on, so that a hypothetical answer costs only the rules that it touches, for services that fit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from knowledge import liking, scoring
from knowledge.aspects import Belonging, Likes, Practical, Wants, aspects_of
from knowledge.belonging import belonging, honesty
from knowledge.benefits import WORRY, advises_on_benefits
from knowledge.directory import Directory
from knowledge.eligibility import judge
from knowledge.facts import Facts, facts_of
from knowledge.listing import Provider, Service
from knowledge.own_words import Vocabulary
from knowledge.part import Part
from knowledge.practical import practical
from knowledge.profile import Profile
from knowledge.rating import Rating, makes_fit
from knowledge.verdicts import Verdict

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


class _Column(dict[int, T]):
    """What one rule finds for each service, by its position, worked out where it is first asked for."""

    def __init__(self, rule: Callable[[int], T]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, at: int) -> T:
        found = self[at] = self._rule(at)
        return found


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
            if any(makes_fit(column[at]) for column in telling) or (afraid and advises_on_benefits(service))
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
        liked = liking.likes(said, self.index.vocabulary)
        return lambda at: liked(self.index.services[at], at)

    def _wants(self, said: Wants) -> Callable[[int], Part]:
        return lambda at: scoring.wanted(said, self.index.services[at], self.index.texts[at])

    def _belonging(self, said: Belonging) -> Callable[[int], Part]:
        return lambda at: belonging(said, self.index.services[at], self.index.providers[at])

    def _practical(self, said: Practical) -> Callable[[int], Part]:
        return lambda at: practical(said, self.index.services[at])

    def _honesty(self, _: str) -> Callable[[int], Part]:
        return lambda at: honesty(self.index.services[at], self.index.providers[at], self._today)
