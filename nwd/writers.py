"""Whoever writes to one SQLite file from this process does so in turn."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def turn_to_write(url: object, seconds: float) -> Iterator[bool]:
    """SQLite has one writer, and its own waiting sleeps for longer each time, so that some wait in vain: writers here
    form a queue instead. Gives whether the turn came within ``seconds``; on PostgreSQL at once.
    """
    database = str(url)
    if not database.startswith("sqlite"):
        yield True
        return
    queue = _queue(database)
    came = queue.acquire(timeout=seconds)
    try:
        yield came
    finally:
        if came:
            queue.release()


@cache
def _queue(_database: str) -> threading.Lock:
    return threading.Lock()
