"""Merging what a message said into what is known: later beats earlier, corrections win, contradictions are reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from introductions.model import Contradiction, Fact, Heard
from knowledge.understanding.parts_said import hours_in
from knowledge.understanding.week import TIMES

MANY = frozenset(
    {
        "concept",
        "language",
        "interests",
        "hopes",
        "hard",
        "times",
        "health",
        "circumstance",
        "trade",
        "liked",
        "at_work",
        "calls",
    }
)
"""Fields that hold several values at once; every other field holds one."""


@dataclass(frozen=True)
class Merge:
    new: tuple[Heard, ...]
    superseded: tuple[tuple[Fact, int], ...]
    """A fact, and the index in ``new`` of what stands in its place."""
    contradictions: tuple[Contradiction, ...]


def _subject(said: Fact | Heard) -> tuple[str, str]:
    """What a statement is about: two statements about the same cannot both stand."""
    if said.code:
        return ("code", said.code)
    return (said.field, said.value if said.field in MANY else "")


def _same(fact: Fact, heard: Heard) -> bool:
    """Nothing new is said: the same value and polarity, no words where there were none, and no other hours."""
    if (fact.value, fact.polarity) != (heard.value, heard.polarity) or (heard.words and not fact.words):
        return False
    return heard.code not in TIMES or hours_in(heard.words) in ("", hours_in(fact.words))


def merge(held: Sequence[Fact], heard: Sequence[Heard]) -> Merge:
    """Decide which of ``heard`` is new, what it supersedes in ``held``, and where the person contradicts themselves.

    ``held`` are the facts that stand. Inside one message the last statement about a subject counts. A contradiction is
    a yes against a no about the same thing, or another value where only one can be; "used to" contradicts neither.
    """
    last = {_subject(one): one for one in heard}
    standing = {_subject(fact): fact for fact in held}
    new: list[Heard] = []
    superseded: list[tuple[Fact, int]] = []
    contradictions: list[Contradiction] = []
    for subject, one in last.items():
        before = standing.get(subject)
        if before is None:
            new.append(one)
        elif not _same(before, one):
            superseded.append((before, len(new)))
            new.append(one)
            if {before.polarity, one.polarity} == {"yes", "no"} or (before.value != one.value and not one.code):
                contradictions.append(Contradiction(before, one))
    return Merge(tuple(new), tuple(superseded), tuple(contradictions))
