"""Rasa's calls of our actions. An action that raises marks its turn failed, so that no line of that turn goes out."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.bodies import MalformedError, TooLargeError, parse_object, read_body
from bot.gateway.runner import FailedTurns

log = structlog.get_logger()

# A call carries the tracker and sometimes the whole domain.
LARGEST_CALL = 4 * 1024 * 1024
RunAction = Callable[[dict[str, Any]], Awaitable[Any]]


class ActionWebhook:
    """``statuses`` maps the executor's own refusals to the status that Rasa understands; they are no failures."""

    def __init__(
        self, run: RunAction, token: str, failed: FailedTurns, statuses: Mapping[type[Exception], int]
    ) -> None:
        self._run, self._failed, self._statuses = run, failed, statuses
        self._expected = f"Bearer {token}".encode()

    def route(self) -> Route:
        return Route("/actions/webhook", self.post, methods=["POST"])

    async def post(self, request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get("authorization", "").encode(), self._expected):
            return JSONResponse({"error": "token"}, 401)
        try:
            call = parse_object(await read_body(request, largest=LARGEST_CALL))
        except TooLargeError:
            return JSONResponse({"error": "too large"}, 413)
        except MalformedError:
            return JSONResponse({"error": "not a JSON object"}, 400)
        return await self._answer(call)

    async def _answer(self, call: dict[str, Any]) -> Response:
        name = str(call.get("next_action"))
        try:
            result = await self._run(call)
        except Exception as error:
            for refusal, status in self._statuses.items():
                if isinstance(error, refusal):
                    return JSONResponse({"error": refusal.__name__, "action_name": name}, status)
            log.exception("action_failed", action=name)
            turn = turn_of(call)
            if turn:
                self._failed.add(turn)
            return JSONResponse({"error": "the action failed", "action_name": name}, 500)
        return JSONResponse(result.model_dump() if result else None)


def turn_of(call: Mapping[str, Any]) -> str | None:
    """The turn an action runs in, from the latest message's metadata."""
    latest = (call.get("tracker") or {}).get("latest_message") or {}
    turn = (latest.get("metadata") or {}).get("turn")
    return turn if isinstance(turn, str) else None
