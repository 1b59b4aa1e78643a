"""WhatsApp in: Meta's webhook. Nothing is confirmed before every message of its batch is claimed."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import structlog
from pywa.utils import HUB_CH, HUB_SIG, HUB_VT, webhook_updates_validator
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.bodies import MalformedError, TooLargeError, parse_object, read_body
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_updates import NAME, Batch, batch_of
from bot.gateway.order import Gateway
from bot.gateway.sender import Sender
from bot.store import StoreBusyError

log = structlog.get_logger()

# Meta's batches are at most three megabytes.
LARGEST_BATCH = 3 * 1024 * 1024


@dataclass
class WhatsAppIn:
    """``secret`` is the app's secret, which signs; ``verify_token`` is the word that was given to Meta."""

    channel: WhatsApp
    gateway: Gateway
    sender: Sender
    phone_id: str
    secret: str
    verify_token: str
    _niceties: set[asyncio.Task[None]] = field(default_factory=set)

    def routes(self) -> list[Route]:
        path = "/whatsapp/webhook"
        return [Route(path, self.verify, methods=["GET"]), Route(path, self.post, methods=["POST"])]

    async def verify(self, request: Request) -> Response:
        """Meta asks once, with the word it was given, and wants its challenge back."""
        asked = request.query_params
        right = hmac.compare_digest(asked.get(HUB_VT, "").encode(), self.verify_token.encode())
        if asked.get("hub.mode") != "subscribe" or not right:
            return _refused(403, "verify token")
        return PlainTextResponse(asked.get(HUB_CH, ""))

    async def post(self, request: Request) -> Response:
        """403 without a right signature over the raw body, 413 and 400 for what is none, 200 once claimed,
        503 to be sent again.
        """
        try:
            body = await read_body(request, largest=LARGEST_BATCH)
        except TooLargeError:
            return _refused(413, "too large")
        if not _is_signed(self.secret, body, request.headers.get(HUB_SIG, "")):
            return _refused(403, "signature")
        try:
            batch = batch_of(parse_object(body), self.phone_id)
        except MalformedError:
            return _refused(400, "not JSON")
        try:
            await self._take(batch)
        except StoreBusyError:
            return Response(status_code=503)
        return Response(status_code=200)

    async def _take(self, batch: Batch) -> None:
        """Claims first: they may end the time in which reports count. Raises StoreBusyError, and all comes again."""
        if batch.said:
            heard = [replace(said, at=self.channel.heard_at(said.at)) if said.at else said for said in batch.said]
            claims = await self.gateway.claim_all(heard)
            for said, claim in zip(heard, claims, strict=True):
                if claim.is_new:
                    self._start(self.channel.read_and_type, said.external_id)
        for report in batch.reports:
            await self.sender.reported(report.n, report.channel_id, report.error)
        for wish in batch.preferences:
            await self.gateway.opt(NAME, wish.sender, out=wish.out)

    def _start(self, nicety: Callable[[str], Any], message_id: str) -> None:
        task = asyncio.create_task(nicety(message_id))
        self._niceties.add(task)
        task.add_done_callback(self._niceties.discard)


def _is_signed(secret: str, body: bytes, signature: str) -> bool:
    return signature.isascii() and webhook_updates_validator(secret, body, signature)


def _refused(status: int, reason: str) -> Response:
    log.warning("webhook_refused", channel=NAME, status=status, reason=reason)
    return Response(status_code=status)
