"""A loopback Bot API server: the six methods any such server has and two more, Telegram's limits, and its bad days.

Shapes and limits follow core.telegram.org/bots/api; what it sends is checked by python-telegram-bot's own parser, which
reads every answer in these tests.
"""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.doubles.bad_days import BadDays, Rate

TOKEN = "42:token-of-the-tests"
BOT = {"id": 42, "is_bot": True, "first_name": "Navigator", "username": "navigator_test_bot"}
Params = dict[str, Any]
# About thirty a second in all and one a second for a chat, of which it forgives a few at once.
ALL, CHAT = (30, 30), (1, 8)
KEYBOARD_BYTES = 10_000
MOST_DELETED, DELETABLE = 100, timedelta(hours=48)


class RefusalError(Exception):
    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status, self.retry_after = status, retry_after


@dataclass
class TelegramDouble:
    twice: bool = False  # every batch is delivered again before it is confirmed
    bad: BadDays = field(default_factory=BadDays)
    in_all: Rate = field(default_factory=lambda: Rate(*ALL))
    in_chat: Rate = field(default_factory=lambda: Rate(*CHAT))
    refusals: deque[RefusalError] = field(default_factory=deque)  # the next sends fail like this
    blocked: set[int] = field(default_factory=set)
    sent: list[dict[str, Any]] = field(default_factory=list)
    sent_at: list[float] = field(default_factory=list)  # time.monotonic of each
    calls: list[str] = field(default_factory=list)
    marked: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    said: asyncio.Event = field(default_factory=asyncio.Event)  # something was sent
    called: asyncio.Event = field(default_factory=asyncio.Event)
    webhook: bool = False  # one is set, so that nobody may poll
    fails: Counter[str] = field(default_factory=Counter)  # so many calls of a method fail
    lost: int = 0  # the next calls find nothing: the server starts again and knows no token yet
    unknown: set[str] = field(default_factory=set)  # methods that this server has not
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    screens: dict[int, dict[int, datetime]] = field(default_factory=lambda: defaultdict(dict))
    """What can be seen in each chat, of both sides: message ids, with when each was written."""
    webhook_set: Params = field(default_factory=dict)
    waits: bool = True  # getUpdates waits for something to come
    terse: bool = False  # answers hold less than is documented
    confirmed: int = 0
    _count: int = 0
    _came: asyncio.Event = field(default_factory=asyncio.Event)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/bot{token}/{method}", self._call, methods=["GET", "POST"])])

    def writes(self, chat_id: int, /, **message: Any) -> int:
        """Someone does something in their chat; gives the update's id."""
        self._count += 1
        self.screens[chat_id][self._count] = self.now()
        body = {"message_id": self._count, "date": self._date(), "chat": {"id": chat_id, "type": "private"}}
        person = {"id": chat_id, "is_bot": False, "first_name": "Ada"}
        return self.brings(message=body | {"from": person} | message)

    def presses(self, chat: int, message: dict[str, Any], title: str) -> int:
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(b["callback_data"] for row in rows for b in row if b["text"] == title)
        person = {"id": chat, "is_bot": False, "first_name": "Ada"}
        return self.brings(
            callback_query={"id": "q1", "from": person, "chat_instance": "c", "data": data, "message": message}
        )

    def brings(self, **update: Any) -> int:
        self._count += 1
        self.waiting.append({"update_id": self._count, **update})
        self._came.set()
        return self._count

    def texts(self, chat: int) -> list[str]:
        return [message["text"] for message in self.sent if message["chat"]["id"] == chat]

    async def _call(self, request: Request) -> Response:
        if request.path_params["token"] != TOKEN:
            return JSONResponse({"ok": False, "error_code": 401, "description": "Unauthorized"}, 401)
        method = request.path_params["method"]
        self.calls.append(method)
        self.called.set()
        known: dict[str, Callable[[Params], Any]] = {
            "getMe": lambda _: BOT,
            "deleteWebhook": self._delete_webhook,
            "setWebhook": self._set_webhook,
            "sendMessage": self._send,
            "editMessageText": self._edit,
            "answerCallbackQuery": lambda _: True,
            "deleteMessages": self._delete,
            "sendChatAction": lambda _: True,
        }
        try:
            params = await _params(request)
            if self.lost or method in self.unknown:
                self.lost -= bool(self.lost)
                raise RefusalError(404, "Not Found")
            if self.fails[method]:
                self.fails[method] -= 1
                raise RefusalError(502, "Bad Gateway")
            if method == "getUpdates":
                return JSONResponse({"ok": True, "result": await self._updates(params)})
            return JSONResponse({"ok": True, "result": known.get(method, _unknown)(params)})
        except RefusalError as refusal:
            body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": str(refusal)}
            if refusal.retry_after:
                body["parameters"] = {"retry_after": refusal.retry_after}
            return JSONResponse(body, refusal.status)

    async def _updates(self, params: Params) -> list[dict[str, Any]]:
        if self.webhook:
            raise RefusalError(409, "Conflict: can't use getUpdates method while webhook is active")
        offset = int(params.get("offset") or 0)
        if offset:
            self.confirmed = max(self.confirmed, offset - 1)
            self.waiting = [u for u in self.waiting if u["update_id"] >= offset]
        if not self.waiting and self.waits and int(params.get("timeout") or 0):
            self._came.clear()
            try:
                async with asyncio.timeout(int(params["timeout"])):
                    await self._came.wait()
            except TimeoutError:
                return []
        batch = self.waiting[:100]
        return batch + batch if self.twice else self.bad.delivered(batch)

    def _send(self, params: Params) -> dict[str, Any]:
        if self.refusals:
            raise self.refusals.popleft()
        chat, text = int(params["chat_id"]), params.get("text", "")
        if chat in self.blocked:
            raise RefusalError(403, "Forbidden: bot was blocked by the user")
        self._hold_rates(chat)
        message = self._message(chat, text, params)
        self.sent.append(message)
        self.sent_at.append(time.monotonic())
        self.screens[chat][message["message_id"]] = self.now()
        self.said.set()
        return {"message_id": message["message_id"]} if self.terse else message

    def _delete(self, params: Params) -> bool:
        """All or, where one is too old, none; what is not there (any more) is skipped."""
        chat, ids = int(params["chat_id"]), params["message_ids"]
        if chat in self.blocked:
            raise RefusalError(403, "Forbidden: bot was blocked by the user")
        if not ids:
            raise RefusalError(400, "Bad Request: message identifiers are not specified")
        if len(ids) > MOST_DELETED:
            raise RefusalError(400, "Bad Request: too many message identifiers specified")
        screen = self.screens[chat]
        if any(self.now() - screen[one] > DELETABLE for one in ids if one in screen):
            raise RefusalError(400, "Bad Request: message can't be deleted for everyone")
        for one in ids:
            screen.pop(one, None)
        return True

    def _date(self) -> int:
        return int(self.now().timestamp())

    def _delete_webhook(self, _: Params) -> bool:
        self.webhook = False
        return True

    def _set_webhook(self, params: Params) -> bool:
        self.webhook, self.webhook_set = True, params
        return True

    def _hold_rates(self, chat: int) -> None:
        kind = self.bad.refused()
        if kind == "broken":
            raise RefusalError(502, "Bad Gateway")
        seconds = 1.0 if kind == "throttled" else max(self.in_all.wait(), self.in_chat.wait(chat))
        if seconds:
            whole = math.ceil(seconds)
            raise RefusalError(429, f"Too Many Requests: retry after {whole}", retry_after=whole)

    def _edit(self, params: Params) -> dict[str, Any]:
        message = self._message(int(params["chat_id"]), params.get("text", ""), params)
        self.marked.append(message)
        return message

    def _message(self, chat: int, text: str, params: Params) -> dict[str, Any]:
        if not text.strip():
            raise RefusalError(400, "Bad Request: message text is empty")
        if len(text) > 4096:
            raise RefusalError(400, "Bad Request: message is too long")
        self._count += 1
        here = {"chat": {"id": chat, "type": "private"}, "text": text}
        body = {"message_id": self._count, "date": self._date(), **here}
        keyboard = params.get("reply_markup")
        if not keyboard:
            return body | {"from": BOT}
        if len(json.dumps(keyboard)) > KEYBOARD_BYTES or sum(map(len, keyboard["inline_keyboard"])) > 100:
            raise RefusalError(400, "Bad Request: reply markup is too long")
        for row in keyboard["inline_keyboard"]:
            for button in row:
                if not button["text"].strip():
                    raise RefusalError(400, "Bad Request: BUTTON_TEXT_INVALID")
                if not 1 <= len(button["callback_data"].encode()) <= 64:
                    raise RefusalError(400, "Bad Request: BUTTON_DATA_INVALID")
        return body | {"from": BOT, "reply_markup": keyboard}


def _unknown(_: Params) -> Any:
    raise RefusalError(404, "Not Found: method not found")


async def _params(request: Request) -> Params:
    if request.headers.get("content-type", "").startswith("application/json"):
        return dict(await request.json())
    form = await request.form()
    return {name: _value(str(value)) for name, value in form.items()}


def _value(text: str) -> Any:
    try:
        return json.loads(text) if text[:1] in "[{" else text
    except ValueError:
        return text
