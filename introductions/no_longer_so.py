"""What somebody says does not hold, or does not suit them: the facts that go, and what of them stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from introductions.likings import LIKED, liking_of
from introductions.model import Fact, Heard
from introductions.templates import phrases
from knowledge.language.weekdays import DAYS, days_named
from knowledge.understanding import understand

_LISTS = ("enjoys", "hopes", "hopes_if_offered", "helps", "helps_hinting", "times")


class Gone(NamedTuple):
    facts: tuple[Fact, ...]
    instead: tuple[Heard, ...] = ()


def no_longer_so(facts: Sequence[Fact], words: str) -> Gone:
    """Facts that the words name, by their own words, by ours, or by a day. Of several days the others stay."""
    days = {DAYS[day] for day in days_named(words, sure=True)}
    codes = {concept.code for concept in understand(words).concepts}
    said = words.casefold().strip()
    gone = [
        fact
        for fact in facts
        if fact.code and fact.polarity != "no" and (fact.code in codes or said in (fact.words.casefold(), *_ours(fact)))
    ]
    gone += [
        fact for fact in facts if fact.field == LIKED and (liking_of(fact) in codes or said == fact.words.casefold())
    ]
    by_day = [fact for fact in facts if fact.field == "days" and days.intersection(fact.value.split())]
    left = [" ".join(day for day in fact.value.split() if day not in days) for fact in by_day]
    instead = tuple(Heard("days", value, None, "yes", "") for value in left if value)
    if days and not by_day:
        free = " ".join(day for day in DAYS if day not in days)
        instead = (Heard("days", free, None, "yes", ""),) if not any(f.field == "days" for f in facts) else ()
    return Gone((*gone, *by_day), instead)


def _ours(fact: Fact) -> tuple[str, ...]:
    wordings = (str(phrases()[name].get(fact.code, "")) for name in _LISTS)
    return tuple(part for wording in wordings for part in (wording, wording.removeprefix("some ")) if part)
