"""A Bot API server that starts again, or refuses the token: we go on asking, slowly, and say so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot.channels import telegram_in
from bot.channels.telegram_in import TelegramIn
from bot.channels.telegram_part import TelegramPart
from bot.health import Health
from bot.rasa_client import RasaClient
from bot.wiring import Bot
from tests.doubles.telegram_api import TelegramDouble

ADA = 1001


async def until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not done():  # noqa: ASYNC110 (the state tells nobody)
            await asyncio.sleep(0.01)


async def test_a_server_that_starts_again_does_not_end_telegram(
    double: TelegramDouble, incoming: TelegramIn, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert telegram_in.REFUSED_SECONDS == 60
    monkeypatch.setattr(telegram_in, "REFUSED_SECONDS", 0.01)
    double.lost = 8
    double.writes(ADA, text="hello")
    stopping = asyncio.Event()
    with capture_logs() as logs, bot.notifier.listen(f"telegram:{ADA}") as claimed:
        polling = asyncio.create_task(incoming.poll(stopping))
        assert await claimed.wait(20)
        stopping.set()
        double.brings(message={})
        await polling
    refused = [entry for entry in logs if entry["event"] == "telegram_token_refused"]
    assert [entry["log_level"] for entry in refused] == ["error"]  # once in a while, not every minute
    await bot.gateway.idle()


async def test_readiness_tells_of_a_refused_token_and_of_its_end(
    double: TelegramDouble,
    incoming: TelegramIn,
    part: TelegramPart,
    bot: Bot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def up(_: RasaClient) -> bool:
        return True

    monkeypatch.setattr(RasaClient, "is_up", up)
    app = Starlette(routes=Health(bot, lambda: part.channel.troubles).routes())

    async def ready() -> tuple[int, str]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
            answer = await client.get("/readyz")
            return answer.status_code, answer.text

    double.lost, double.waits = 3, False
    monkeypatch.setattr(telegram_in, "REFUSED_SECONDS", 3600)
    stopping = asyncio.Event()
    polling = asyncio.create_task(incoming.poll(stopping))
    await until(lambda: bool(part.channel.troubles))
    status, text = await ready()
    assert status == 200  # the page and the other channels are well
    assert text.startswith("ready\n")
    assert "NWD_TELEGRAM_TOKEN" in text
    double.lost = 0
    stopping.set()
    await polling
    again = asyncio.Event()
    polling = asyncio.create_task(incoming.poll(again))
    await until(lambda: not part.channel.troubles)
    again.set()
    await polling
    assert await ready() == (200, "ready\n")


async def test_a_webhook_that_is_refused_is_set_again_and_told(
    double: TelegramDouble, part: TelegramPart, bot: Bot
) -> None:
    double.lost = 1
    url = "https://nwd.example/telegram/webhook"
    setting = asyncio.create_task(part._set_webhook(url, asyncio.Event()))
    await until(lambda: bool(part.channel.troubles))
    async with asyncio.timeout(20):
        await setting
    assert double.webhook
    assert part.channel.troubles == []
