"""How long to wait before the next try."""

from __future__ import annotations

import random
from collections.abc import Hashable
from datetime import datetime, timedelta

from nwd.clock import Clock

FIRST_SECONDS = 1.0
LONGEST_SECONDS = 60.0


def backoff(attempts: int, *, at_least: float = 0.0) -> timedelta:
    """After ``attempts`` failures: doubling from a second to a minute, the last third of it at random."""
    seconds = min(LONGEST_SECONDS, FIRST_SECONDS * 2.0 ** min(attempts, 10))
    return timedelta(seconds=max(at_least, seconds * random.uniform(0.67, 1.0)))  # noqa: S311 (jitter, not a secret)


class Pauses:
    """What broke rests, each time for longer, so that it is not tried without end. Kept in this process alone."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._broke: dict[Hashable, tuple[int, datetime]] = {}

    def broke(self, key: Hashable) -> None:
        times = self._broke[key][0] + 1 if key in self._broke else 0
        self._broke[key] = (times, self._clock.now() + backoff(times))

    def over(self, key: Hashable) -> None:
        self._broke.pop(key, None)

    def rests(self, key: Hashable) -> bool:
        return key in self._broke and self._clock.now() < self._broke[key][1]
