"""Telegram whole, as the composition root starts and stops it."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from itertools import count

import structlog
from starlette.routing import Route
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram import Telegram, open_channel
from bot.channels.telegram_in import TelegramIn
from bot.channels.telegram_updates import ALLOWED, COMMANDS
from bot.copy import Copy
from bot.gateway.backoff import backoff
from bot.gateway.order import Gateway
from bot.gateway.provider_chats import ProviderChats

log = structlog.get_logger()


@dataclass(frozen=True)
class TelegramPart:
    """``webhook_url`` is where Telegram posts to; None means that we poll."""

    bot: Bot
    channel: Telegram
    copy: Copy
    secret: str
    webhook_url: str | None

    @property
    def name(self) -> str | None:
        """Our own name on Telegram, once it has told us."""
        return self.channel.own_name

    def incoming(self, gateway: Gateway, providers: ProviderChats | None = None) -> TelegramIn:
        return TelegramIn(self.bot, self.channel, gateway, self.copy, self.secret, providers)

    def routes(self, incoming: TelegramIn) -> list[Route]:
        return [incoming.route()] if self.webhook_url else []

    async def run(self, incoming: TelegramIn, stopping: asyncio.Event) -> None:
        """Poll until told to stop, or set the webhook. The menu is a nicety."""
        await self.channel.learn_name()
        await self.channel.offer_menu(self._menu())
        if self.webhook_url is None:
            await incoming.poll(stopping)
        else:
            await self._set_webhook(self.webhook_url, stopping)

    async def _set_webhook(self, url: str, stopping: asyncio.Event) -> None:
        """Until it stands, with growing pauses: without it nobody is heard."""
        for failures in count():
            try:
                await self.bot.set_webhook(url, allowed_updates=ALLOWED, secret_token=self.secret)
            except TelegramError as error:
                name = type(error).__name__  # its message may quote
                self.channel.token_refused = isinstance(error, InvalidToken)
                log.error("telegram_webhook_not_set", attempts=failures + 1, error=name)  # noqa: TRY400
            else:
                self.channel.token_refused = False
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(backoff(failures).total_seconds()):
                    await stopping.wait()
                    return

    def _menu(self) -> dict[str, str]:
        commands = [name for name in (*COMMANDS, "stop") if name != "start"]
        return {name: self.copy.text(f"utter_menu_{name}") for name in commands}


def open_telegram(
    token: str, api_url: str | None, copy: Copy, *, secret: str = "", webhook_url: str | None = None
) -> TelegramPart:
    bot, channel = open_channel(token, api_url)
    return TelegramPart(bot, channel, copy, secret, webhook_url)
