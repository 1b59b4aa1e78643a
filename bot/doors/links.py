"""Where a door's poster leads: into our chat on Telegram if there is one, else to the chat's page."""

from __future__ import annotations

import asyncio
import re

from telegram.error import TelegramError

from bot.channels.telegram import open_channel
from nwd.errors import InputError
from nwd.settings import Settings

_NAME = re.compile(r"[a-z0-9-]{1,36}")


def link_of(settings: Settings, door: str) -> str:
    """Raises InputError for a name that no link can carry, or when Telegram does not say who we are."""
    if not _NAME.fullmatch(door):
        raise InputError("a door's name has small letters, figures and dashes, 36 at most: brixton-library")
    if settings.telegram_token is None:
        return f"{settings.base_url}/chat?door={door}"
    name = asyncio.run(_own_name(settings.telegram_token.get_secret_value(), settings.telegram_api_url))
    return f"https://t.me/{name}?start=door-{door}"


async def _own_name(token: str, api_url: str | None) -> str:
    bot, channel = open_channel(token, api_url)
    try:
        return str((await bot.get_me()).username)
    except TelegramError as error:
        reason = type(error).__name__
        raise InputError(f"Telegram does not say who this bot is ({reason}): check NWD_TELEGRAM_TOKEN") from None
    finally:
        await channel.close()
