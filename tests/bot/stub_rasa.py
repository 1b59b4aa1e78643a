"""A loopback stand-in for Rasa's channel: it speaks the contract, keeps turns, and can be away, slow or wrong."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Answer = Callable[[dict[str, Any]], dict[str, Any]]


def reply(text: str, *buttons: str, **more: Any) -> dict[str, Any]:
    offered = [{"title": title, "intent": "inform", "entities": {"answer": title.lower()}} for title in buttons]
    return {"response": None, "text": text, "buttons": offered, "kind": "text", "data": {}, **more}


def turn_of(*replies: dict[str, Any], form: str | None = None, slot: str | None = None) -> dict[str, Any]:
    return {"replies": list(replies), "form": form, "slot": slot, "failed": [], "replayed": False}


def echo(body: dict[str, Any]) -> dict[str, Any]:
    return turn_of(reply(f"You said: {body['text'] or body['intent']}"))


@dataclass
class StubRasa:
    answer: Answer = echo
    status: int = 200
    gate: asyncio.Event | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    runs: Counter[str] = field(default_factory=Counter)
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    erased: list[str] = field(default_factory=list)
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    at_once: int = 0
    most_at_once: int = 0

    def app(self) -> Starlette:
        base = "/webhooks/nwd"
        return Starlette(
            routes=[
                Route(f"{base}/turn", self._turn, methods=["POST"]),
                Route(f"{base}/conversations/{{id}}", self._erase, methods=["DELETE"]),
                Route(f"{base}/health", lambda _: JSONResponse({}), methods=["GET"]),
            ]
        )

    async def _turn(self, request: Request) -> Response:
        if request.headers["authorization"] != "Bearer token-of-the-tests":
            return JSONResponse({"error": "token"}, 401)
        body = await request.json()
        self.asked.append(body)
        self.reached.set()
        if self.status != 200:
            return JSONResponse({"error": "fault"}, self.status)
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        if self.gate:
            await self.gate.wait()
        await asyncio.sleep(0)
        self.at_once -= 1
        if body["turn"] not in self.kept:
            self.runs[body["turn"]] += 1
            self.kept[body["turn"]] = self.answer(body)
        return JSONResponse({"turn": body["turn"], **self.kept[body["turn"]]})

    async def _erase(self, request: Request) -> Response:
        if self.status != 200:
            return Response(status_code=self.status)
        self.erased.append(request.path_params["id"])
        return JSONResponse({})
