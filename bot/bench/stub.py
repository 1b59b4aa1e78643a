"""``python -m bot.bench.stub PORT``: answers turns in Rasa's place at once, always with the same question."""

from __future__ import annotations

import sys
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

TITLES = ("Mornings", "Afternoons", "Evenings", "Weekends", "Any time", "Skip")
BUTTONS = [{"title": title, "intent": "inform", "entities": {"answer": title}} for title in TITLES]
QUESTION = "When would suit you best?"
REPLY: dict[str, Any] = {"response": None, "text": QUESTION, "buttons": BUTTONS, "kind": "text", "data": {}}
ANSWER = {"replies": [REPLY], "form": "find_support_form", "slot": "times", "failed": [], "replayed": False}


async def turn(request: Request) -> JSONResponse:
    return JSONResponse({"turn": (await request.json())["turn"], **ANSWER})


async def health(_request: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


def main() -> None:
    base = "/webhooks/nwd"
    routes = [Route(f"{base}/turn", turn, methods=["POST"]), Route(f"{base}/health", health)]
    uvicorn.run(Starlette(routes=routes), port=int(sys.argv[1]), log_level="error", access_log=False)


if __name__ == "__main__":
    main()
