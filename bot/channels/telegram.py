"""Telegram out: messages with inline buttons, by python-telegram-bot's ``Bot``. Niceties may fail; messages may not."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

import structlog
from telegram import Bot, BotCommand, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.contract import BlockedError, Limits, Outgoing, RefusedError, Said, SendError
from bot.channels.pace import Pace
from bot.channels.telegram_updates import NAME
from bot.sentences import split

log = structlog.get_logger()

# Telegram carries about 30 messages a second for one bot, and one a second in a chat, where it lets a few come at once.
# Whoever goes faster all the same is told so, with retry_after.
MESSAGES_A_SECOND, CHAT_AT_ONCE = 25, 6
SECONDS = 15.0
TELEGRAM = "https://api.telegram.org"
DELETED_AT_ONCE = 100
POLL_SECONDS = 25
REFUSES_US = "telegram refuses us: check NWD_TELEGRAM_TOKEN, or whether its server starts again"
_MARK = "✓ "
# What the library raises when it reads an answer that lacks something.
_OTHER_SHAPE = (KeyError, TypeError, ValueError, AttributeError)


def open_channel(token: str, api_url: str | None) -> tuple[Bot, Telegram]:
    """``api_url`` is the root of another Bot API server; such a server is reached directly, never through a proxy."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # else the library warns at every throttling
    direct = {"trust_env": api_url is None}
    request = HTTPXRequest(32, SECONDS, SECONDS, SECONDS, pool_timeout=SECONDS, httpx_kwargs=direct)
    polling = HTTPXRequest(2, POLL_SECONDS + SECONDS, SECONDS, SECONDS, pool_timeout=SECONDS, httpx_kwargs=direct)
    root = (api_url or TELEGRAM).rstrip("/")
    bot = Bot(token, f"{root}/bot", f"{root}/file/bot", request=request, get_updates_request=polling)
    return bot, Telegram(bot, (request, polling))


class Telegram:
    """The channel's way out."""

    name: ClassVar[str] = NAME
    limits: ClassVar[Limits] = Limits(text=4096, text_with_buttons=4096, buttons=100, button_payload_bytes=64)

    def __init__(self, bot: Bot, requests: Sequence[HTTPXRequest] = ()) -> None:
        self._bot, self._requests = bot, requests
        self._in_all, self._in_chat = Pace(MESSAGES_A_SECOND), Pace(1, CHAT_AT_ONCE)
        self._types = True
        self.own_name: str | None = None
        self.token_refused = False

    @property
    def troubles(self) -> list[str]:
        """What whoever runs us is to put right, a line each."""
        return [REFUSES_US] if self.token_refused else []

    def shape(self, said: Sequence[Said]) -> Sequence[Said]:
        """Long texts in parts; the buttons stand under the last."""
        shaped: list[Said] = []
        for line in said:
            *front, last = split(line.text, self.limits.text or len(line.text)) or ["…"]
            shaped += [replace(line, text=part, buttons=()) for part in front]
            shaped.append(replace(line, text=last))
        return shaped

    async def send(self, message: Outgoing) -> str:
        """Raises SendError, with Telegram's own ``retry_after``; BlockedError where the person has blocked us."""
        await self._in_chat.turn(message.to)
        await self._in_all.turn()
        if message.kind == "hide":
            return await self._delete(message)
        chat, keyboard = int(message.to), _keyboard(message)
        try:
            sent = await self._bot.send_message(chat, message.text, reply_markup=keyboard)
        except RetryAfter as error:
            raise SendError("told to slow down", retry_after=retry_seconds(error)) from error
        except Forbidden as error:
            raise BlockedError("blocked by the person") from error
        except ChatMigrated as error:
            raise RefusedError(type(error).__name__) from error
        except BadRequest as error:
            raise RefusedError("the message was refused") from error
        except TelegramError as error:
            raise SendError(type(error).__name__) from error
        except _OTHER_SHAPE:
            return ""  # it went: only the answer has another shape
        return str(sent.message_id)

    async def acknowledge(self, query: CallbackQuery) -> None:
        """Stop the button's waiting sign, and mark which one was pressed. A nicety: it may fail."""
        try:
            await self._bot.answer_callback_query(query.id)
            message = query.message
            if isinstance(message, Message) and message.text and message.reply_markup:
                marked = _marked(message.reply_markup, query.data or "")
                await self._bot.edit_message_text(
                    message.text, message.chat.id, message.message_id, reply_markup=marked
                )
        except (TelegramError, *_OTHER_SHAPE) as error:
            log.debug("nicety_failed", name="mark", error=type(error).__name__)

    async def type(self, to: str) -> None:
        """Show that an answer is being written. A server that does not know how is not asked again."""
        if not self._types:
            return
        try:
            await self._bot.send_chat_action(int(to), "typing")
        except RetryAfter:
            return
        except TelegramError as error:
            self._types = not isinstance(error, InvalidToken)
            log.debug("nicety_failed", name="typing", error=type(error).__name__)

    async def say_aside(self, chat: int, text: str) -> None:
        """A line outside of any conversation. A nicety: it may fail."""
        try:
            await self._bot.send_message(chat, text)
        except (TelegramError, *_OTHER_SHAPE) as error:
            log.debug("nicety_failed", name="aside", error=type(error).__name__)

    async def close(self) -> None:
        """Close the connections to Telegram."""
        await asyncio.gather(*(request.shutdown() for request in self._requests))

    async def _delete(self, message: Outgoing) -> str:
        """What cannot be deleted stays; the person was told how to clear that. Raises SendError for what passes."""
        ids = [int(one) for one in message.delete]
        for start in range(0, len(ids), DELETED_AT_ONCE):
            try:
                await self._bot.delete_messages(int(message.to), ids[start : start + DELETED_AT_ONCE])
            except RetryAfter as error:
                raise SendError("told to slow down", retry_after=retry_seconds(error)) from error
            except (BadRequest, Forbidden, InvalidToken) as error:  # a server that does not know how says the last
                log.info("nicety_failed", name="hide", error=type(error).__name__)
            except TelegramError as error:
                raise SendError(type(error).__name__) from error
        return ""

    async def learn_name(self) -> None:
        """Ask once who we are, for links into the chat. A nicety: it may fail."""
        try:
            self.own_name = (await self._bot.get_me()).username
        except (TelegramError, *_OTHER_SHAPE) as error:
            log.info("nicety_failed", name="own name", error=type(error).__name__)

    async def offer_menu(self, titles: dict[str, str]) -> None:
        """The commands beside the text field, as (command, what it does)."""
        try:
            await self._bot.set_my_commands([BotCommand(name, title) for name, title in titles.items()])
        except (TelegramError, *_OTHER_SHAPE) as error:
            log.info("nicety_failed", name="menu", error=type(error).__name__)


def retry_seconds(error: RetryAfter) -> float:
    """How long Telegram asks us to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def _keyboard(message: Outgoing) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(b.title, callback_data=b.id)] for b in message.buttons])


def _marked(keyboard: InlineKeyboardMarkup, pressed: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[_mark(button, pressed) for button in row] for row in keyboard.inline_keyboard])


def _mark(button: InlineKeyboardButton, pressed: str) -> InlineKeyboardButton:
    title = button.text.removeprefix(_MARK)
    mark = _MARK if button.callback_data == pressed else ""
    return InlineKeyboardButton(f"{mark}{title}", callback_data=button.callback_data)
