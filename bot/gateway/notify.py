"""Wakes those in this process who wait for a conversation's next message."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Self

# The key of those who wait for anything to send.
OUTBOX = "outbox"
# The key of those who wait for time to pass, which a clock that is moved tells.
TIME = "time"


class Notifier:
    """Waiters by key (a conversation's id, or an address before it has one). Nothing is stored: waiters look again."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._loop: asyncio.AbstractEventLoop | None = None
        self.is_closed = False

    def close(self) -> None:
        """Wake everyone for good: the process is ending."""
        self.is_closed = True
        for events in self._waiting.values():
            for event in events:
                event.set()

    def tell(self, key: str) -> None:
        for event in self._waiting.get(key, ()):
            event.set()

    def tell_from_thread(self, *keys: str) -> None:
        """As ``tell``, from outside the event loop."""
        if self._loop:
            for key in keys:
                self._loop.call_soon_threadsafe(self.tell, key)

    def listen(self, key: str) -> Listener:
        return Listener(self, key)

    def add(self, key: str, event: asyncio.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._waiting[key].add(event)

    def remove(self, key: str, event: asyncio.Event) -> None:
        self._waiting[key].discard(event)
        if not self._waiting[key]:
            del self._waiting[key]


class Listener:
    """Told of every change between entering and leaving, so that nothing slips between a look and a wait."""

    def __init__(self, notifier: Notifier, key: str) -> None:
        self._notifier, self._keys, self._event = notifier, {key}, asyncio.Event()

    def __enter__(self) -> Self:
        for key in self._keys:
            self._notifier.add(key, self._event)
        return self

    def __exit__(self, *_: object) -> None:
        for key in self._keys:
            self._notifier.remove(key, self._event)

    def listen_also(self, key: str) -> None:
        """From now on told of ``key`` as well."""
        if key not in self._keys:
            self._keys.add(key)
            self._notifier.add(key, self._event)

    async def wait(self, seconds: float) -> bool:
        """True when told, False when ``seconds`` have passed."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return False
        self._event.clear()
        return True
