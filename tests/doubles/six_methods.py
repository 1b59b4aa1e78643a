"""A Bot API server as somebody else would write it: six methods on the standard library alone, 404 for the rest.

It shares nothing with ``telegram_api``, so that a mistake there cannot hide the same mistake of ours.
"""

from __future__ import annotations

import json
import threading
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "77:somebody-elses"
CHAT = {"id": 31, "type": "private", "first_name": "Zed"}
USER = {"id": 31, "is_bot": False, "first_name": "Zed"}
LONGEST_WAIT_SECONDS = 5.0


@dataclass
class SixMethods:
    """One person, Zed, and what they were sent."""

    sent: list[dict[str, Any]] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    updates: list[dict[str, Any]] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)
    _numbers: int = 0

    def says(self, text: str) -> None:
        number = self._number()
        message = {"message_id": number, "date": int(time.time()), "chat": CHAT, "from": USER, "text": text}
        self._comes(message=message)

    def taps(self, title: str) -> None:
        """The newest button of that title."""
        message, data = next(
            (message, button["callback_data"])
            for message in reversed(self.sent)
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
            if button["text"] == title
        )
        query = {"id": str(self._number()), "from": USER, "chat_instance": "1", "data": data, "message": message}
        self._comes(callback_query=query)

    def offers(self, title: str) -> bool:
        rows = [row for message in self.sent for row in message.get("reply_markup", {}).get("inline_keyboard", [])]
        return any(button["text"] == title for row in rows for button in row)

    def answer(self, method: str, given: dict[str, Any]) -> Any:
        """What a method gives; None for one that is not known here."""
        self.called.add(method)
        known = {
            "getMe": lambda _: {"id": 77, "is_bot": True, "first_name": "A bot", "username": "a_bot"},
            "deleteWebhook": lambda _: True,
            "getUpdates": self._updates,
            "sendMessage": self._send,
            "editMessageText": self._message,
            "answerCallbackQuery": self._acknowledge,
        }
        return known[method](given) if method in known else None

    def _comes(self, **what: Any) -> None:
        with self.changed:
            self.updates.append({"update_id": self._number(), **what})
            self.changed.notify_all()

    def _updates(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        with self.changed:
            self.updates = [update for update in self.updates if update["update_id"] >= int(given.get("offset", 0))]
            self.changed.wait_for(lambda: self.updates, min(float(given.get("timeout", 0)), LONGEST_WAIT_SECONDS))
            return list(self.updates)

    def _send(self, given: dict[str, Any]) -> dict[str, Any]:
        message = self._message(given | {"message_id": self._number()})
        self.sent.append(message)
        return message

    def _message(self, given: dict[str, Any]) -> dict[str, Any]:
        message = {"message_id": int(given["message_id"]), "date": int(time.time()), "chat": CHAT}
        markup = {"reply_markup": json.loads(given["reply_markup"])} if given.get("reply_markup") else {}
        return {**message, "text": given["text"], **markup}

    def _acknowledge(self, given: dict[str, Any]) -> bool:
        self.acknowledged.add(given["callback_query_id"])
        return True

    def _number(self) -> int:
        self._numbers += 1
        return self._numbers


@contextmanager
def served(bot: SixMethods) -> Iterator[str]:
    """The root of the running server."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            given = dict(urllib.parse.parse_qsl(body, keep_blank_values=True))
            root, _, method = self.path.rpartition("/")
            result = bot.answer(method, given) if root == f"/bot{TOKEN}" else None
            if result is None:
                self._give(404, {"ok": False, "error_code": 404, "description": "Not Found"})
            else:
                self._give(200, {"ok": True, "result": result})

        def log_message(self, *_: object) -> None:
            """Nothing."""

        def _give(self, status: int, answer: dict[str, Any]) -> None:
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
