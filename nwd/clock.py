"""The one clock: real time plus an offset. No other code asks for the time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from nwd.errors import SettingsError

LONDON = ZoneInfo("Europe/London")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


class Clock(Protocol):
    """Anything that tells the time as an aware UTC datetime."""

    def now(self) -> datetime: ...


class SystemClock:
    """Real time plus ``offset()``, which only a local installation may make other than zero."""

    def __init__(self, offset: Callable[[], timedelta] = timedelta) -> None:
        self._offset = offset

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset()


class FrozenClock:
    """A clock for tests: stands still until moved."""

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("a frozen clock needs an aware datetime, such as datetime(2026, 11, 2, 9, tzinfo=UTC)")
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def move(self, delta: timedelta) -> None:
        self._at += delta

    def set(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)


def parse_offset(text: str, real_now: datetime) -> timedelta:
    """Read ``NWD_CLOCK``: ``+14d``, ``-3h``, ``+90m`` or an ISO instant, as an offset from ``real_now``.

    Raises SettingsError when the text is neither.
    """
    match = re.fullmatch(r"([+-])(\d{1,4})([dhm])", text.strip())
    if match:
        sign, amount, unit = match.groups()
        delta = timedelta(**{_UNITS[unit]: int(amount)})
        return delta if sign == "+" else -delta
    try:
        instant = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise SettingsError(
            "NWD_CLOCK: write an offset such as +14d, or an instant such as 2026-11-02T09:00"
        ) from error
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=LONDON)
    return instant.astimezone(UTC) - real_now
