"""Who listens is told, or has waited long enough, or is sent away: whichever comes first, and never one for another."""

from __future__ import annotations

import asyncio

import pytest

from bot.gateway.notify import Notifier


async def _for_ever(notifier: Notifier) -> None:
    with notifier.listen("somebody") as listener:
        while True:
            await listener.wait(60)


@pytest.mark.parametrize("steps", range(5))
async def test_who_is_told_and_sent_away_at_the_same_time_goes(steps: int) -> None:
    notifier = Notifier()
    listening = asyncio.create_task(_for_ever(notifier))
    await asyncio.sleep(0.01)
    notifier.tell("somebody")
    for _ in range(steps):  # each lets the event loop go round once
        await asyncio.sleep(0)
    listening.cancel()
    await asyncio.wait({listening}, timeout=0.5)
    ended = listening.cancelled()
    listening.cancel()
    assert ended


async def test_telling_wakes_and_silence_ends() -> None:
    notifier = Notifier()
    with notifier.listen("somebody") as listener:
        notifier.tell("somebody")
        assert await listener.wait(60)
        assert not await listener.wait(0.01)
