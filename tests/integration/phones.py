"""An installation with one chat app on its other side, both on loopback, for people who hold a phone."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.channels.whatsapp import load_template
from tests.bot.loopback import served
from tests.doubles import telegram_api, whatsapp_api
from tests.doubles.bad_days import BadDays
from tests.doubles.telegram_api import TelegramDouble
from tests.doubles.whatsapp_api import WhatsAppDouble
from tests.integration.crowd import App, TelegramApp, WhatsAppApp
from tests.integration.installation import Installation, opened


class Network(NamedTuple):
    """``users`` are what the chat app calls its people."""

    installation: Installation
    app: App
    users: list[str]


@contextlib.asynccontextmanager
async def on_telegram(folder: Path, numbers: Sequence[str], *, bad: BadDays | None = None) -> AsyncIterator[Network]:
    double = TelegramDouble(bad=bad or BadDays())
    async with served(double.app()) as url:
        extra = {"NWD_TELEGRAM_TOKEN": telegram_api.TOKEN, "NWD_TELEGRAM_API_URL": url}
        async with running(folder, extra, preloaded=bad is None) as installation:
            yield Network(installation, TelegramApp(double), list(numbers))


@contextlib.asynccontextmanager
async def on_whatsapp(folder: Path, numbers: Sequence[str], *, bad: BadDays | None = None) -> AsyncIterator[Network]:
    template = load_template()
    double = WhatsAppDouble(bad=bad or BadDays(), templates={(template.name, template.language)})
    async with served(double.app()) as url:
        extra = {
            "NWD_WHATSAPP_TOKEN": whatsapp_api.TOKEN,
            "NWD_WHATSAPP_PHONE_ID": whatsapp_api.PHONE_ID,
            "NWD_WHATSAPP_APP_SECRET": whatsapp_api.SECRET,
            "NWD_WHATSAPP_VERIFY_TOKEN": whatsapp_api.VERIFY,
            "NWD_WHATSAPP_API_URL": url,
        }
        async with running(folder, extra, preloaded=bad is None) as installation:
            app = WhatsAppApp(double)
            delivering = asyncio.create_task(app.deliver(f"{installation.url}/whatsapp/webhook"))
            try:
                yield Network(installation, app, [f"GB.{number}" for number in numbers])
            finally:
                delivering.cancel()


@contextlib.asynccontextmanager
async def running(folder: Path, extra: dict[str, str], *, preloaded: bool) -> AsyncIterator[Installation]:
    """Started and stopped off the event loop, which serves the other side meanwhile. On a bad network, which counts
    what came while a process began, each start is a whole one.
    """
    staffed = {"NWD_COORDINATOR": "desk@lantern.example", "NWD_STAFF_HOURS": "weekdays 10 to 4"}
    context = opened(folder, None, {"NWD_RASA_TIMEOUT": "20"} | staffed | extra, preloaded=preloaded)
    installation = await asyncio.to_thread(context.__enter__)
    try:
        yield installation
    finally:
        await asyncio.to_thread(context.__exit__, None, None, None)


ON = {"telegram": on_telegram, "whatsapp": on_whatsapp}
