"""When a mail that failed is tried again."""

from __future__ import annotations

from datetime import datetime, timedelta

BACK_OFF = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 1440, 1440))
LEASE = timedelta(minutes=10)
"""How long a worker may take over one mail before another takes it up."""


def next_try(attempts: int, now: datetime) -> datetime | None:
    """When to try again after ``attempts`` tries; None when it has been tried for about four days."""
    return now + BACK_OFF[attempts - 1] if attempts <= len(BACK_OFF) else None
