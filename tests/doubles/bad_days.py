"""What makes a network what it is, with a seed: things twice, things crossed, refusals, limits on how fast."""

from __future__ import annotations

import random
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass
class BadDays:
    """Shares from 0 to 1. ``refused`` says which refusal a call gets: None, "throttled" or "broken"."""

    twice: float = 0.0
    crossed: float = 0.0
    refusals: float = 0.0
    seed: int = 7
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def delivered(self, things: list[T]) -> list[T]:
        """Some again at the end, some in the place of their neighbours."""
        arrived = list(things)
        for index in range(len(arrived) - 1):
            if self._random.random() < self.crossed:
                arrived[index], arrived[index + 1] = arrived[index + 1], arrived[index]
                self.counts["crossed"] += 1
        again = [thing for thing in things if self._random.random() < self.twice]
        self.counts["twice"] += len(again)
        return arrived + again

    def happens(self, share: float, name: str) -> bool:
        found = self._random.random() < share
        self.counts[name] += found
        return found

    def refused(self) -> str | None:
        if not self.happens(self.refusals, "refused"):
            return None
        return self._random.choice(["throttled", "broken"])


@dataclass
class Rate:
    """``burst`` at once, then ``per_second``."""

    per_second: float
    burst: int
    _at: dict[object, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def wait(self, key: object = None) -> float:
        """Seconds to wait before one more may come; 0 lets it in."""
        now, came = time.monotonic(), self._at[key]
        while came and now - came[0] > self.burst / self.per_second:
            came.popleft()
        if len(came) >= self.burst:
            return self.burst / self.per_second - (now - came[0])
        came.append(now)
        return 0.0
