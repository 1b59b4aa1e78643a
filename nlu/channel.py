"""Rasa's only way in: turns as JSON over HTTP, from the app, with one token. No text is logged, whatever happens."""

from __future__ import annotations

import asyncio
import hmac
import logging
from typing import Any, Awaitable, Callable, Dict, Optional, Set, TypeVar

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse, json

from nlu import turns
from nlu.errors import StoreError, TurnFailedError
from nlu.turns import BadTurnError, Turn

log = logging.getLogger(__name__)

LOCK_LIFETIME = 300  # seconds; longer than a turn can take, since an expired lock lets the next turn in beside it
LOCK_POLL = 0.02  # seconds
Answer = TypeVar("Answer")


class NwdChannel(InputChannel):
    """The contract: ``POST turn``, ``DELETE conversations/<id>``, ``GET health``."""

    def __init__(self, token: str) -> None:
        self._expected = f"Bearer {token}".encode()
        self._running: Set["asyncio.Task[Any]"] = set()

    @classmethod
    def name(cls) -> str:
        return turns.CHANNEL

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> NwdChannel:
        if not credentials or not credentials.get("token"):
            cls.raise_missing_credentials_exception()
        return cls(str(credentials["token"]))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:  # noqa: ARG002
        """Rasa's ``on_new_message`` is not used: it takes the lock before we could look for the turn."""
        routes = Blueprint("nwd")

        @routes.get("/health")
        async def health(_request: Request) -> HTTPResponse:
            return json({"status": "ok"})

        @routes.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            return await self._turn(request)

        @routes.delete("/conversations/<conversation>")
        async def erase(request: Request, conversation: str) -> HTTPResponse:
            return await self._erase(request, conversation)

        return routes

    async def finish(self, seconds: float) -> None:
        """Wait for the turns that are running, at the end of the process."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=seconds)

    async def _turn(self, request: Request) -> HTTPResponse:
        if not self._may_come_in(request):
            return json({"error": "token"}, 401)
        agent: Agent = request.app.ctx.agent
        try:
            turn = Turn.from_json(request.json, agent.domain.intents)
        except (BadTurnError, InvalidUsage) as error:
            return json(
                {"error": "body", "reason": str(error) if isinstance(error, BadTurnError) else "send JSON"}, 422
            )
        return await self._to_its_end(_answered(agent, turn))

    async def _erase(self, request: Request, conversation: str) -> HTTPResponse:
        if not self._may_come_in(request):
            return json({"error": "token"}, 401)
        return await self._to_its_end(_erased(request.app.ctx.agent, conversation))

    def _may_come_in(self, request: Request) -> bool:
        return hmac.compare_digest(request.headers.get("authorization", "").encode(), self._expected)

    async def _to_its_end(self, work: Awaitable[Answer]) -> Answer:
        """A client that goes away must not stop a turn between an action's commit and the tracker's."""
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)


def _lock(agent: Agent, conversation: str) -> Any:
    return agent.lock_store.lock(conversation, lock_lifetime=LOCK_LIFETIME, wait_time_in_seconds=LOCK_POLL)


async def _answered(agent: Agent, turn: Turn) -> HTTPResponse:
    try:
        async with _lock(agent, turn.conversation):
            return json(await turns.run(agent, turn))
    except TurnFailedError as error:
        log.error("turn failed turn=%s action=%s cause=%s", turn.id, error.action, error.cause)  # noqa: TRY400 - no trace of an expected failure
        nothing = {"replies": [], "form": None, "slot": None, "replayed": False}
        return json({"turn": turn.id, "failed": [error.action], **nothing})
    except Exception as error:  # noqa: BLE001 - the edge: every fault is answered, and logged without its words
        return _fault(error, f"turn={turn.id}")


async def _erased(agent: Agent, conversation: str) -> HTTPResponse:
    try:
        async with _lock(agent, conversation):
            await agent.tracker_store.erase(conversation)
            return json({"erased": conversation})
    except Exception as error:  # noqa: BLE001 - the edge: every fault is answered, and logged without its words
        return _fault(error, f"erase={conversation}")


def _fault(error: Exception, what: str) -> HTTPResponse:
    log.error("no answer %s", what, exc_info=error)
    return json({"error": "store"}, 503) if isinstance(error, StoreError) else json({"error": "fault"}, 500)
