"""The web channel: messages in by POST, out by cursor as server-sent events. Pages and the terminal speak it."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.channels import web_door
from bot.channels.bodies import MalformedError, TooLargeError, parse_object, read_body
from bot.channels.contract import Inbound
from bot.channels.web_identity import Identities, Person
from bot.copy import Copy
from bot.gateway.notify import Notifier
from bot.gateway.order import Gateway
from bot.gateway.threads import Threads
from bot.store import BotStore, StoreBusyError
from bot.store.message_ids import as_given
from bot.store.messages import TURN_DONE

KEEPALIVE_SECONDS = 15.0
# Another process may write for this conversation without waking us.
LOOK_AGAIN_SECONDS = 2.0
_ID = re.compile(r"^[A-Za-z0-9_.:-]{1,80}$")
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@dataclass(frozen=True)
class WebChannel:
    gateway: Gateway
    store: BotStore
    threads: Threads
    notifier: Notifier
    identities: Identities
    copy: Copy

    def routes(self) -> list[Route]:
        return [
            Route("/web/messages", self.post_message, methods=["POST"]),
            Route("/web/seen", self.post_seen, methods=["POST"]),
            Route("/web/events", self.get_events, methods=["GET"]),
        ]

    async def post_message(self, request: Request) -> Response:
        """Claim one message: 202 once it is ours, however often the same id is sent; 503 when it could not be saved."""
        if self.identities.is_from_elsewhere(request):
            return JSONResponse({"error": "another site sent this"}, 403)
        known = self.identities.of(request)
        person = known or self.identities.new()
        try:
            body = parse_object(await read_body(request))
            said = replace(inbound_of(person, body), data=web_door.carried(request))
            if self.gateway.is_backed_up(person.key):
                return self._kindly("utter_too_many", 429)
            await self.gateway.claim(said, seen=_number(body, "seen"))
        except TooLargeError:
            return self._kindly("utter_too_large", 413)
        except MalformedError as error:
            return self._kindly("utter_not_understood_request", 400, reason=str(error))
        except StoreBusyError:
            return self._kindly("utter_busy", 503)
        response = JSONResponse({"id": body["id"]}, 202)
        if known is None:
            self.identities.give(response, person)
        return response

    async def post_seen(self, request: Request) -> Response:
        """A client's word that it has everything up to ``n``; events without ``after`` begin behind it."""
        person = self.identities.of(request)
        if person is None or self.identities.is_from_elsewhere(request):
            return Response(status_code=403)
        try:
            seen = _number(parse_object(await read_body(request)), "n")
            conversation = await self._conversation(person)
            if conversation:
                await self.threads.run(self.store.claims.acknowledge, conversation, seen)
        except (MalformedError, TooLargeError):
            return Response(status_code=400)
        except StoreBusyError:
            return self._kindly("utter_busy", 503)
        return Response(status_code=204)

    async def get_events(self, request: Request) -> Response:
        """Rows behind ``after`` (or the Last-Event-ID of a client that comes back), then each new one as it is said."""
        known = self.identities.of(request)
        person = known or self.identities.new()
        given = request.headers.get("last-event-id") or request.query_params.get("after")
        after = int(given) if given and given.isdecimal() else None
        response = StreamingResponse(self._events(person, after), media_type="text/event-stream", headers=_HEADERS)
        if known is None:
            self.identities.give(response, person)
        return response

    async def _events(self, person: Person, after: int | None) -> AsyncIterator[str]:
        """The conversation is looked up each time: someone who deleted everything goes on in a new one, and whose chat
        has joined another one hears from there what is said since.
        """
        yield ": here\n\n"
        n, quiet = after, 0.0
        with self.notifier.listen(person.key) as listener:
            while not self.notifier.is_closed:
                conversation = await self._conversation(person)
                if conversation:
                    listener.listen_also(conversation)
                    n = await self.threads.run(self.store.claims.seen, conversation) if n is None else n
                rows = await self._rows(conversation, n or 0, person) if conversation else []
                for row in rows:
                    n = row[0]
                    yield _event(row)
                quiet = 0.0 if rows else quiet
                if not rows and not await listener.wait(LOOK_AGAIN_SECONDS):
                    quiet += LOOK_AGAIN_SECONDS
                if quiet >= KEEPALIVE_SECONDS:
                    quiet = 0.0
                    yield ": keep\n\n"

    async def _rows(self, conversation: str, n: int, person: Person) -> list[tuple[int, str, str, dict[str, Any]]]:
        try:
            after = partial(self.store.messages.after, at=(person.channel, person.sender))
            return await self.threads.run(after, conversation, n)
        except StoreBusyError:
            return []

    async def _conversation(self, person: Person) -> str | None:
        try:
            return await self.threads.run(self.store.claims.conversation_of, person.channel, person.sender)
        except StoreBusyError:
            return None

    def _kindly(self, response: str, status: int, *, reason: str | None = None) -> Response:
        body = {"error": response.removeprefix("utter_"), "message": self.copy.text(response)}
        headers = {"Retry-After": "1"} if status in (429, 503) else None
        return JSONResponse({**body, "reason": reason} if reason else body, status, headers)


def inbound_of(person: Person, body: dict[str, Any]) -> Inbound:
    """``{"id", "text"}`` or ``{"id", "button"}`` as an inbound. Raises MalformedError, naming the field."""
    given = body.get("id")
    if not isinstance(given, str) or not _ID.match(given):
        raise MalformedError("id: send 1 to 80 letters, digits, dots, dashes")
    text, button = body.get("text"), body.get("button")
    if (text is None) == (button is None) or not isinstance(text or "", str) or not isinstance(button or "", str):
        raise MalformedError("send a text or a button, as a string")
    external_id = f"{person.sender}:{given}"
    if button is not None:
        return Inbound(person.channel, external_id, person.sender, "button", button=button)
    return Inbound(person.channel, external_id, person.sender, "text", text=text or "")


def _number(body: dict[str, Any], field: str) -> int:
    value = body.get(field) or 0
    if not isinstance(value, int) or not 0 <= value < 2**53:
        raise MalformedError(f"{field}: send a number")
    return value


def _event(row: tuple[int, str, str, dict[str, Any]]) -> str:
    n, turn, kind, payload = row
    if kind == TURN_DONE:
        answers = [as_given(answer) for answer in payload.get("answers", [])]
        return f"id: {n}\nevent: turn_done\ndata: {json.dumps({'n': n, 'turn': turn, 'answers': answers})}\n\n"
    buttons = [{"title": title, "id": button} for button, title in payload.get("buttons", [])]
    data = {"n": n, "turn": turn, "text": payload.get("text", ""), "buttons": buttons, "kind": kind}
    data["lasts"] = payload.get("lasts", kind == "options")
    return f"id: {n}\nevent: message\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
