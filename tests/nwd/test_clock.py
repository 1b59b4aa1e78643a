"""The one clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from nwd.clock import FrozenClock, SystemClock, parse_offset
from nwd.errors import SettingsError

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("+14d", timedelta(days=14)),
        ("-3h", timedelta(hours=-3)),
        (" +90m ", timedelta(minutes=90)),
        ("2026-11-03T09:00", timedelta(days=1)),
        ("2026-11-02T09:00+02:00", timedelta(hours=-2)),
        ("2026-07-01T10:00", datetime(2026, 7, 1, 9, tzinfo=UTC) - NOW),
    ],
    ids=["days", "hours back", "minutes", "London in winter", "with its zone", "London in summer"],
)
def test_an_offset_or_an_instant_is_read(text: str, offset: timedelta) -> None:
    assert parse_offset(text, NOW) == offset


@pytest.mark.parametrize("text", ["", "14d", "+14", "+14w", "tomorrow", "+99999d", "2026-13-01"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(SettingsError, match=r"\+14d"):
        parse_offset(text, NOW)


def test_a_frozen_clock_stands_until_it_is_moved() -> None:
    clock = FrozenClock(NOW.astimezone(timezone(timedelta(hours=5))))
    assert clock.now() == NOW
    assert clock.now().tzinfo is UTC
    clock.move(timedelta(hours=2))
    assert clock.now() == NOW + timedelta(hours=2)


def test_a_frozen_clock_wants_to_know_the_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        FrozenClock(datetime(2026, 11, 2, 9))  # noqa: DTZ001


def test_the_real_clock_adds_its_offset() -> None:
    here, ahead = SystemClock(), SystemClock(lambda: timedelta(days=2))
    before = here.now()
    assert timedelta(days=2) <= ahead.now() - before < timedelta(days=2, minutes=1)
