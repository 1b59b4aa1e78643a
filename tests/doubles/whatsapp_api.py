"""A loopback Cloud API: sends with its limits, rates and codes, the day's window, signed webhooks that come twice.

Shapes and codes follow developers.facebook.com/docs/whatsapp/cloud-api; what it brings is checked by pywa's own parser.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.doubles.bad_days import BadDays, Rate

TOKEN = "token-of-the-tests"
PHONE_ID = "106540352242922"
SECRET = "an-app-secret-of-the-tests"
VERIFY = "a-word-for-meta"
# Eighty a second in all; to one person one in six seconds, of which it forgives some at once.
ALL, PAIR = (80, 80), (1 / 6, 45)
WINDOW = timedelta(hours=24)
Body = dict[str, Any]


class GraphError(Exception):
    """A refusal as the Graph API words it."""

    def __init__(self, code: int, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code, self.status = code, status


@dataclass
class WhatsAppDouble:
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    templates: set[tuple[str, str]] = field(default_factory=set)
    bad: BadDays = field(default_factory=BadDays)
    in_all: Rate = field(default_factory=lambda: Rate(*ALL))
    in_pair: Rate = field(default_factory=lambda: Rate(*PAIR))
    refusals: deque[GraphError] = field(default_factory=deque)  # the next sends fail like this
    sent: list[Body] = field(default_factory=list)
    asked: list[Body] = field(default_factory=list)  # every send, refused or not
    sent_at: list[float] = field(default_factory=list)  # time.monotonic of each
    typed: list[str] = field(default_factory=list)
    last_written: dict[str, datetime] = field(default_factory=dict)
    _count: int = 0

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/{version}/{phone_id}/messages", self._post, methods=["POST"])])

    # What people do, as webhook bodies.

    def writes(self, user: str, text: str) -> Body:
        return self.brings(user, type="text", text={"body": text})

    def presses(self, user: str, message: Body, title: str) -> Body:
        """``title`` as it stands on the button or, without its number, on the row."""
        action = message["interactive"]["action"]
        if message["interactive"]["type"] == "button":
            reply = next(b["reply"] for b in action["buttons"] if b["reply"]["title"] == title)
            return self.brings(user, type="interactive", interactive={"type": "button_reply", "button_reply": reply})
        row = next(r for r in rows_of(message) if title in (r["title"], r["title"].partition(". ")[2]))
        return self.brings(user, type="interactive", interactive={"type": "list_reply", "list_reply": row})

    def brings(self, user: str, **message: Any) -> Body:
        self._count += 1
        self.last_written[user] = self.now()
        who = {"from_user_id": user} if "." in user else {"from": user}
        about = {"id": wamid(user, self._count), "timestamp": str(int(self.now().timestamp()))}
        return value_of(contacts=[contact_of(user)], messages=[who | about | message])

    def statuses(self, message: Body, *states: str, code: int | None = None) -> Body:
        user = message.get("to") or message["recipient"]
        errors = {"errors": [{"code": code, "title": "t", "message": "m", "error_data": {"details": "d"}}]}
        same = {"id": message["id"], "timestamp": "1790000000", "recipient_id": user}
        same |= {"biz_opaque_callback_data": message.get("biz_opaque_callback_data", "")}
        told = [{**same, "status": state, **(errors if state == "failed" else {})} for state in states]
        return value_of(contacts=[contact_of(user)], statuses=told)

    def to(self, user: str) -> list[Body]:
        return [body for body in self.sent if user in (body.get("to"), body.get("recipient"))]

    def texts(self, user: str) -> list[str]:
        return [text_of(body) for body in self.to(user)]

    # The API.

    async def _post(self, request: Request) -> Response:
        try:
            if request.headers.get("authorization") != f"Bearer {TOKEN}":
                raise GraphError(190, "Invalid OAuth access token.", 401)
            if request.path_params["phone_id"] != PHONE_ID:
                raise GraphError(100, "Unsupported post request: object does not exist.")
            body = await request.json()
            if body.get("status") == "read":
                self.typed.append(body["message_id"])
                return JSONResponse({"success": True})
            return JSONResponse(self._send(body))
        except GraphError as error:
            raw = {"message": f"(#{error.code}) {error}", "type": "OAuthException", "code": error.code}
            return JSONResponse(
                {"error": raw | {"error_data": {"details": str(error)}, "fbtrace_id": "x"}}, error.status
            )

    def _send(self, body: Body) -> Body:
        user = body.get("to") or body.get("recipient") or ""
        self.asked.append(body)
        if self.refusals:
            raise self.refusals.popleft()
        self._hold_rates(user)
        self._check(body, user)
        self._count += 1
        message = body | {"id": wamid(user, self._count)}
        self.sent.append(message)
        self.sent_at.append(time.monotonic())
        contact = {"input": user, "user_id": user} if "recipient" in body else {"input": user, "wa_id": user}
        return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [{"id": message["id"]}]}

    def _hold_rates(self, user: str) -> None:
        kind = self.bad.refused()
        if kind == "broken":
            raise GraphError(131016, "Service unavailable", 503)
        if kind == "throttled" or self.in_pair.wait(user):
            raise GraphError(131056, "(Business Account, Consumer Account) pair rate limit hit")
        if self.in_all.wait():
            raise GraphError(130429, "Rate limit hit", 429)

    def _check(self, body: Body, user: str) -> None:
        if body.get("messaging_product") != "whatsapp" or body.get("recipient_type") != "individual":
            raise GraphError(100, "Invalid parameter")
        if not user or ("." in user) != ("recipient" in body):
            raise GraphError(131009, "Parameter value is not valid: recipient")
        if body["type"] == "template":
            template = body["template"]
            if (template["name"], template["language"]["code"]) not in self.templates:
                raise GraphError(132001, "Template name does not exist in the translation", 404)
            return
        last = self.last_written.get(user)
        if last is None or self.now() - last > WINDOW:
            raise GraphError(131047, "Re-engagement message")
        checks = {"text": _check_text, "interactive": _check_interactive}
        if body["type"] not in checks:
            raise GraphError(100, "Invalid parameter: type")
        checks[body["type"]](body[body["type"]])


def _within(value: str, longest: int, name: str) -> None:
    if not 1 <= len(value) <= longest or not value.strip():
        raise GraphError(131009, f"Parameter value is not valid: {name} must be 1 to {longest} characters")


def _check_text(text: Body) -> None:
    _within(text["body"], 4096, "body")


def _check_interactive(interactive: Body) -> None:
    _within(interactive["body"]["text"], 1024, "body")
    action = interactive["action"]
    if interactive["type"] == "button":
        replies = [button["reply"] for button in action["buttons"]]
        if not 1 <= len(replies) <= 3 or len({r["title"] for r in replies}) < len(replies):
            raise GraphError(131009, "Parameter value is not valid: one to three buttons, with titles that differ")
        for reply in replies:
            _within(reply["title"], 20, "button title")
            _within(reply["id"], 256, "button id")
        return
    _within(action["button"], 20, "list button")
    rows = [row for section in action["sections"] for row in section["rows"]]
    if not 1 <= len(rows) <= 10 or len({row["id"] for row in rows}) < len(rows):
        raise GraphError(131009, "Parameter value is not valid: one to ten rows, with ids that differ")
    for section in action["sections"]:
        _within(section["title"], 24, "section title")
    for row in rows:
        _within(row["title"], 24, "row title")
        _within(row["id"], 200, "row id")
        if "description" in row:
            _within(row["description"], 72, "row description")


def contact_of(user: str) -> Body:
    """Someone with a user name shows no phone number."""
    return {"profile": {"name": "Ada"}} | ({"user_id": user} if "." in user else {"wa_id": user})


def value_of(**value: Any) -> Body:
    """One change; ``batch_of`` makes a webhook's body of several."""
    about = {"display_phone_number": "442079460000", "phone_number_id": PHONE_ID}
    return {"messaging_product": "whatsapp", "metadata": about, **value}


def batch_of(*values: Body, per_entry: int = 2) -> bytes:
    """A webhook's raw body: several entries, each with several changes."""
    changes = [{"field": "messages", "value": value} for value in values]
    entries = [
        {"id": "102290129340398", "changes": changes[start : start + per_entry]}
        for start in range(0, len(changes), per_entry)
    ]
    return json.dumps({"object": "whatsapp_business_account", "entry": entries}).encode()


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    return {"X-Hub-Signature-256": "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}


def text_of(body: Body) -> str:
    if body["type"] == "template":
        return f"template {body['template']['name']}"
    return str(body["text"]["body"] if body["type"] == "text" else body["interactive"]["body"]["text"])


def rows_of(body: Body) -> list[Body]:
    return [row for section in body["interactive"]["action"]["sections"] for row in section["rows"]]


def titles_of(body: Body) -> list[str]:
    if body["type"] != "interactive":
        return []
    if body["interactive"]["type"] == "button":
        return [button["reply"]["title"] for button in body["interactive"]["action"]["buttons"]]
    return [row["title"] for row in rows_of(body)]


def wamid(user: str, n: int) -> str:
    """Meta's ids hold the number of the other side, coded but in clear."""
    return "wamid." + base64.b64encode(f"\x1c\x18{user}\x15\x02{n:08d}".encode()).decode()
