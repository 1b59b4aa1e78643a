"""What broke rests, each time for longer, and never for more than a minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.gateway.backoff import Pauses, backoff
from nwd.clock import FrozenClock


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 1), (1, 2), (5, 32), (6, 60), (50, 60)])
def test_it_doubles_up_to_a_minute(attempts: int, seconds: int) -> None:
    assert timedelta(seconds=seconds * 0.67) <= backoff(attempts) <= timedelta(seconds=seconds)


def test_a_channel_may_ask_for_longer() -> None:
    assert backoff(0, at_least=90.0) == timedelta(seconds=90)


def test_what_broke_rests_until_its_time_or_until_it_works() -> None:
    clock = FrozenClock(datetime(2026, 11, 3, tzinfo=UTC))
    pauses = Pauses(clock)
    pauses.broke("a")
    assert (pauses.rests("a"), pauses.rests("b")) == (True, False)
    clock.move(timedelta(seconds=1))
    assert not pauses.rests("a")
    pauses.broke("a")
    pauses.over("a")
    assert not pauses.rests("a")
