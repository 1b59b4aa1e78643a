"""A small real action server for the test dialogue: one route, JSON in and out, in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from aiohttp import web

TOKEN = "token-of-the-tests"


class ActionServer:
    """Like rasa-sdk, it asks with status 449 for a domain that it does not know.

    ``calls`` lists (action, turn) in order; ``gate`` holds ``action_wait``; ``broken`` names those that fail.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, str | None]] = []
        self.bodies: list[dict[str, Any]] = []
        self.digest = ""
        self.broken: set[str] = set()
        self.gate = threading.Event()
        self.waiting = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._started.wait(10)

    def reset(self) -> None:
        self.calls.clear()
        self.bodies.clear()
        self.broken = {"action_break"}
        self.gate.clear()
        self.waiting.clear()

    def close(self) -> None:
        self.gate.set()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._listen())
        self._started.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._runner.cleanup())
        self._loop.close()

    async def _listen(self) -> None:
        app = web.Application()
        app.router.add_post("/webhook", self._webhook)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}/webhook"

    async def _webhook(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"error": "token"}, status=401)
        body = await request.json()
        if body["domain_digest"] != self.digest and "domain" not in body:
            return web.json_response({"error": "domain"}, status=449)
        self.digest = body["domain_digest"]
        name, tracker = body["next_action"], body["tracker"]
        message = tracker["latest_message"] or {}
        self.bodies.append(body)
        self.calls.append((name, (message.get("metadata") or {}).get("turn")))
        if name in self.broken:
            return web.json_response({"error": "a secret sentence"}, status=500)
        if name == "action_wait":
            self.waiting.set()
            await self._loop.run_in_executor(None, self.gate.wait, 30)
        return web.json_response(_ANSWERS[name](tracker))


def _nothing(_tracker: dict[str, Any]) -> dict[str, Any]:
    return {"events": [], "responses": []}


def _session_start(_tracker: dict[str, Any]) -> dict[str, Any]:
    return {"events": [{"event": "session_started"}, {"event": "action", "name": "action_listen"}], "responses": []}


def _take_in(tracker: dict[str, Any]) -> dict[str, Any]:
    """The requested slot takes a button's answer, or a word in the case of the colour."""
    message, slot = tracker["latest_message"], tracker["slots"]["requested_slot"]
    answer = next((e["value"] for e in message["entities"] if e["entity"] == "answer"), None)
    if answer is None and message["intent"]["name"] == "inform":
        answer = message["text"]
    filled = [{"event": "slot", "name": slot, "value": answer}] if slot and answer else []
    return {"events": filled, "responses": []}


def _order(tracker: dict[str, Any]) -> dict[str, Any]:
    return {"events": [], "responses": [{"response": "utter_ordered", "size": str(tracker["slots"]["size"])}]}


def _not_understood(_tracker: dict[str, Any]) -> dict[str, Any]:
    return {"events": [], "responses": [{"response": "utter_not_understood"}]}


_ANSWERS = {
    "action_session_start": _session_start,
    "action_take_in": _take_in,
    "action_order": _order,
    "action_wait": _nothing,
    "action_break": _nothing,
    "action_not_understood": _not_understood,
}
