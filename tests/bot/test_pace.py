"""Channels are spoken to no faster than they carry, and one chat holds up no other."""

from __future__ import annotations

import asyncio

from bot.channels import pace
from bot.channels.pace import Pace


async def waited(pace: Pace, *keys: str) -> list[float]:
    """For each key, after how many seconds its turn came."""
    loop = asyncio.get_running_loop()
    began = loop.time()

    async def turn(key: str) -> float:
        await pace.turn(key)
        return loop.time() - began

    return await asyncio.gather(*(turn(key) for key in keys))


async def test_a_few_come_at_once_and_the_rest_one_after_another() -> None:
    times = await waited(Pace(per_second=20, at_once=3), *["ada"] * 6)
    assert all(came >= due for came, due in zip(times, (0, 0, 0, 0.05, 0.1, 0.15), strict=True))
    assert max(times[:3]) < 0.05


async def test_one_chat_holds_up_no_other() -> None:
    *ada, ben = await waited(Pace(per_second=10), *["ada"] * 4, "ben")
    assert ada[-1] >= 0.3
    assert ben < ada[1]


async def test_those_whose_time_has_passed_are_forgotten() -> None:
    kept = Pace(per_second=1000)
    for number in range(3 * pace.MOST_REMEMBERED):
        await kept.turn(str(number))
    await asyncio.sleep(0.01)
    await waited(kept, *(f"later-{number}" for number in range(pace.MOST_REMEMBERED)))
    assert len(kept._next) <= pace.MOST_REMEMBERED + 1
