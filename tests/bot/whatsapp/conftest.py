from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.whatsapp import Manners, load_template
from bot.channels.whatsapp_part import Account, WhatsAppPart, open_whatsapp
from bot.copy import Copy
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.loopback import served
from tests.bot.whatsapp.people import Post
from tests.doubles.whatsapp_api import (
    PHONE_ID,
    SECRET,
    TOKEN,
    VERIFY,
    WhatsAppDouble,
    batch_of,
    signed,
)


@pytest.fixture
def double(clock: FrozenClock) -> WhatsAppDouble:
    template = load_template()
    return WhatsAppDouble(now=clock.now, templates={(template.name, template.language)})


@pytest.fixture
def agreed() -> set[str]:
    """People who agreed to be written to first."""
    return set()


@pytest.fixture
def quiet() -> dict[str, datetime]:
    """Until when nobody is written to first."""
    return {}


@pytest.fixture
async def part(
    double: WhatsAppDouble, clock: FrozenClock, agreed: set[str], quiet: dict[str, datetime]
) -> AsyncIterator[WhatsAppPart]:
    manners = Manners(clock, clock, agreed.__contains__, lambda at: max(at, quiet.get("until", at)))
    async with served(double.app()) as url:
        part = open_whatsapp(Account(TOKEN, PHONE_ID, SECRET, VERIFY, url), Copy(), manners)
        yield part
        await part.channel.close()


@pytest.fixture
async def bot(rebuild: Callable[..., Bot], part: WhatsAppPart) -> AsyncIterator[Bot]:
    bot = rebuild(channels={"whatsapp": part.channel})
    yield bot
    await bot.close()


@pytest.fixture
async def meta(part: WhatsAppPart, bot: Bot) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=part.routes(bot.gateway, bot.sender))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def post(meta: httpx.AsyncClient, bot: Bot) -> Post:
    async def post(*values: dict[str, Any], status: int = 200) -> None:
        """Meta brings a batch; what it asks for is answered and sent."""
        body = batch_of(*values)
        answer = await meta.post("/whatsapp/webhook", content=body, headers=signed(body))
        assert answer.status_code == status
        await bot.gateway.idle()
        while await bot.sender.run_once():
            pass

    return post
