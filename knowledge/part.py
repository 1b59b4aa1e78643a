"""What one scoring rule says about one service."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.reasons import Reason


@dataclass(frozen=True)
class Part:
    """``points`` add up over the rules, ``factor`` multiplies, ``excluded`` is a code of ``reasons.EXCLUSIONS``.

    ``basic``: never shown first, because it would insult the experienced.
    """

    points: float = 0.0
    factor: float = 1.0
    reasons: tuple[Reason, ...] = ()
    cautions: tuple[Reason, ...] = ()
    excluded: str | None = None
    basic: bool = False


@dataclass
class Tally:
    """Collects one part while a rule looks at its service."""

    points: float = 0.0
    factor: float = 1.0
    reasons: list[Reason] = field(default_factory=list)
    cautions: list[Reason] = field(default_factory=list)

    def add(self, points: float, reason: Reason) -> None:
        self.points += points
        self.reasons.append(reason)

    def warn(self, factor: float, caution: Reason) -> None:
        self.factor *= factor
        self.cautions.append(caution)

    def part(self, *, excluded: str | None = None, basic: bool = False) -> Part:
        return Part(self.points, self.factor, tuple(self.reasons), tuple(self.cautions), excluded, basic)
