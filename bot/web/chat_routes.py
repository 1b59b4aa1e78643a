"""The resident's chat: works by plain form posts, and a small script makes it live."""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels import web_door
from bot.copy import Copy
from bot.store import StoreBusyError
from bot.web import chat
from bot.web.deps import Deps
from bot.web.guard import from_elsewhere
from bot.web.pages import Pages

WAIT_SECONDS = 10.0
"""How long a plain form post waits for the answer before the page comes back without it."""
LONGEST_TEXT = 20_000
_ID = re.compile(r"^[A-Za-z0-9_-]{1,40}$")


@dataclass(frozen=True)
class ChatPages:
    deps: Deps
    pages: Pages
    copy: Copy = field(default_factory=Copy)

    async def show(self, request: Request) -> Response:
        response = await self._page(request)
        web_door.keep(request, response)
        return response

    async def say(self, request: Request) -> Response:
        sender = self.deps.chat.sender(request)
        form = await request.form(max_files=0, max_fields=10)
        key = str(form.get("key", ""))
        if sender is None or not hmac.compare_digest(self.deps.chat.form_key(sender).encode(), key.encode()):
            return await self._page(request, trouble="cookie", status=403)
        if from_elsewhere(request, self.deps.settings):
            return await self._page(request, trouble="cookie", status=403)
        if form.get("leave"):
            return self._left()
        text = str(form.get("quick") or form.get("text") or "").strip()[:LONGEST_TEXT]
        button = str(form.get("button") or "") or None
        given = str(form.get("id", ""))
        message_id = given if _ID.match(given) else _new_id()
        if not text and button is None:
            return _to_the_end()
        try:
            carried = web_door.carried(request)
            await self.deps.chat.say(sender, message_id, text=None if button else text, button=button, carried=carried)
        except StoreBusyError:
            fits = chat.weight(text) <= chat.AGAIN_BYTES
            again = {"id": message_id, "text": text if fits else "", "button": button or ""}
            return await self._page(request, trouble="busy", status=503, again=again)
        await self.deps.chat.turn_done(sender, message_id, WAIT_SECONDS)
        return _to_the_end()

    def _left(self) -> Response:
        """A new cookie: this browser shows the chat no more, and it goes on where else it was joined."""
        response = _to_the_end()
        self.deps.chat.welcome(response)
        return response

    async def _page(
        self, request: Request, *, trouble: str = "", status: int = 200, again: dict[str, str] | None = None
    ) -> Response:
        known = self.deps.chat.sender(request)
        fresh = Response()
        sender = known or self.deps.chat.welcome(fresh)
        try:
            lines = await run_in_threadpool(self.deps.chat.lines, sender) if known else []
        except StoreBusyError:
            lines, trouble, status = [], trouble or "busy", 503
        shown = chat.show(lines)
        if "earlier" in request.query_params:
            html = [self._line(line) for line in shown]
        else:
            html = chat.latest(shown, self._line, taken=chat.weight(again["text"]) if again else 0)
        response = self.pages.show(
            "chat.html",
            status=status,
            lines=html,
            has_earlier=len(html) < len(shown),
            waits=bool(lines) and lines[-1].by == "person",
            last=max((line.n for line in lines), default=0),
            key=self.deps.chat.form_key(sender),
            message_id=again["id"] if again else _new_id(),
            trouble=trouble,
            again=again,
            always=self.copy.text("utter_words_that_work").splitlines(),
        )
        if known is None:
            response.raw_headers += [header for header in fresh.raw_headers if header[0] == b"set-cookie"]
        return response

    def _line(self, line: chat.ShownLine) -> str:
        return self.pages.text("chat_line.html", shown=line)


def _new_id() -> str:
    return secrets.token_urlsafe(12)


def _to_the_end() -> Response:
    return RedirectResponse("/chat#end", 303, {"Cache-Control": "no-store"})
