"""Counts, rates and the bootstrap, as plain functions over what was labelled and what was found."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.understanding.bench.messages import Facts, Labelled


class Found(NamedTuple):
    """What one reader made of one message; ``crisis`` is None for readers that do not judge it."""

    facts: Facts
    intent: str
    crisis: str | None = None


@dataclass(frozen=True)
class Rates:
    """Precision, recall and F1 of (code, polarity) pairs, over ``labelled`` pairs; 1.0 where there was nothing."""

    right: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        total = self.found + self.labelled
        return 2 * self.right / total if total else 1.0


def rates(messages: Sequence[Labelled], found: Sequence[Found], keep: Callable[[str], bool] = bool) -> Rates:
    """The rates over all messages of the codes that ``keep`` accepts."""
    right = ours = theirs = 0
    for message, one in zip(messages, found, strict=True):
        gold = {fact for fact in message.facts if keep(fact[0])}
        said = {fact for fact in one.facts if keep(fact[0])}
        right, ours, theirs = right + len(gold & said), ours + len(said), theirs + len(gold)
    return Rates(right, ours, theirs)


def false_yes(messages: Sequence[Labelled], found: Sequence[Found]) -> tuple[int, int]:
    """How many denied facts were heard as said, of how many; a fact labelled both ways counts as said."""
    wrong = total = 0
    for message, one in zip(messages, found, strict=True):
        for code, polarity in message.facts:
            if polarity == "no" and (code, "yes") not in message.facts:
                total += 1
                wrong += (code, "yes") in one.facts
    return wrong, total


def intents_right(messages: Sequence[Labelled], found: Sequence[Found]) -> float:
    """The share of messages whose intent was right."""
    return sum(m.intent == f.intent for m, f in zip(messages, found, strict=True)) / max(len(messages), 1)


@dataclass(frozen=True)
class SafetyRates:
    """Shares of crisis messages met by ``act`` or ``ask``, and of harmless ones met by each."""

    crisis: int
    harmless: int
    caught: float
    act_on_harmless: float
    ask_on_harmless: float


def safety_rates(messages: Sequence[Labelled], found: Sequence[Found]) -> SafetyRates:
    pairs = list(zip(messages, found, strict=True))
    danger = [one for message, one in pairs if message.crisis != "none"]
    harmless = [one for message, one in pairs if message.crisis == "none"]
    return SafetyRates(
        len(danger),
        len(harmless),
        _share(one.crisis in ("act", "ask") for one in danger),
        _share(one.crisis == "act" for one in harmless),
        _share(one.crisis == "ask" for one in harmless),
    )


def _share(flags: Iterable[bool]) -> float:
    every = list(flags)
    return sum(every) / len(every) if every else 0.0


def bootstrap(
    messages: Sequence[Labelled], ours: Sequence[Found], theirs: Sequence[Found], *, rounds: int = 1000, seed: int = 1
) -> tuple[float, float]:
    """The 95 % interval of the F1 difference, by drawing messages with replacement."""
    counts = [
        (len(m.facts & a.facts), len(a.facts), len(m.facts & b.facts), len(b.facts), len(m.facts))
        for m, a, b in zip(messages, ours, theirs, strict=True)
    ]
    chance = random.Random(seed)  # noqa: S311 - a resampling, no secret
    differences = []
    for _ in range(rounds):
        right, said, other_right, other_said, gold = (
            sum(column) for column in zip(*chance.choices(counts, k=len(counts)), strict=True)
        )
        differences.append(Rates(right, said, gold).f1 - Rates(other_right, other_said, gold).f1)
    differences.sort()
    return differences[int(rounds * 0.025)], differences[int(rounds * 0.975) - 1]
