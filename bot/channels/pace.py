"""How fast a channel may be spoken to, for each key: a few at once, then so many a second."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

MOST_REMEMBERED = 1000


@dataclass
class Pace:
    """Callers wait for their turn, in the order in which they came; those of one key hold up no other."""

    per_second: float
    at_once: int = 1
    _next: dict[str, float] = field(default_factory=dict)

    async def turn(self, key: str = "") -> None:
        now = asyncio.get_running_loop().time()
        mine = max(now, self._next.get(key, 0.0))
        self._forget(now)
        self._next[key] = mine + 1 / self.per_second
        wait = mine - (self.at_once - 1) / self.per_second - now
        if wait > 0:
            await asyncio.sleep(wait)

    def _forget(self, now: float) -> None:
        if len(self._next) > MOST_REMEMBERED:
            self._next = {key: until for key, until in self._next.items() if until > now}
