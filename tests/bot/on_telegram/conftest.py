from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.channels.telegram_in import TelegramIn
from bot.channels.telegram_part import TelegramPart, open_telegram
from bot.copy import Copy
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.loopback import served
from tests.doubles.telegram_api import TOKEN, TelegramDouble


@pytest.fixture
def double(clock: FrozenClock) -> TelegramDouble:
    return TelegramDouble(now=clock.now)


@pytest.fixture
async def part(double: TelegramDouble) -> AsyncIterator[TelegramPart]:
    async with served(double.app()) as url:
        part = open_telegram(TOKEN, url, Copy())
        yield part
        await part.channel.close()


@pytest.fixture
async def bot(rebuild: Callable[..., Bot], part: TelegramPart) -> AsyncIterator[Bot]:
    bot = rebuild(channels={"telegram": part.channel})
    yield bot
    await bot.close()


@pytest.fixture
def incoming(part: TelegramPart, bot: Bot) -> TelegramIn:
    return part.incoming(bot.gateway)


@pytest.fixture
def live(incoming: TelegramIn, bot: Bot) -> Callable[[], Awaitable[None]]:
    async def live() -> None:
        """Fetch what came, answer it, send what is due."""
        await incoming.poll_once(0)
        await bot.gateway.idle()
        while await bot.sender.run_once():
            pass

    return live
