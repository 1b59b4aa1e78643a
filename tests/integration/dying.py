"""``python -m tests.integration.dying POINTS nwd-arguments``: the app, killed where a test says.

The file POINTS names the place. The process that comes past it removes the file and gets SIGKILL, between the commit
before that place and whatever follows; so a process started again lives. Nothing else differs from the app.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.action_webhook import ActionWebhook
from bot.channels.telegram import Telegram
from bot.rasa_client import RasaClient
from bot.store.claims import Claims
from bot.store.turns import Turns
from knowledge.understanding.books import books
from nwd import cli

PLACES = {
    "claim": (Claims, "claim_all"),
    "turn begun": (Turns, "begin"),
    "action": (ActionWebhook, "_answer"),
    "answer": (RasaClient, "turn"),
    "outbox": (Turns, "finish"),
    "send": (Telegram, "send"),
}


def die_after(file: Path, place: str, owner: type, name: str) -> None:
    stock = getattr(owner, name)
    setattr(owner, name, _waiting(stock, file, place) if _is_async(stock) else _calling(stock, file, place))


def die_if_told(file: Path, place: str) -> None:
    if file.exists() and file.read_text() == place:
        file.unlink()
        os.kill(os.getpid(), signal.SIGKILL)


def _is_async(call: Callable[..., Any]) -> bool:
    return bool(call.__code__.co_flags & 0x80)


def _waiting(stock: Callable[..., Any], file: Path, place: str) -> Callable[..., Any]:
    async def call(*arguments: Any, **options: Any) -> Any:
        result = await stock(*arguments, **options)
        die_if_told(file, place)
        return result

    return call


def _calling(stock: Callable[..., Any], file: Path, place: str) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        result = stock(*arguments, **options)
        die_if_told(file, place)
        return result

    return call


def preload() -> None:
    """What ``nwd serve`` imports, and what its first message has it read."""
    for name in ("bot.app", "bot.channels.telegram_part", "bot.channels.whatsapp_part", "uvicorn"):
        import_module(name)
    books()


def main() -> None:
    points = Path(sys.argv.pop(1))
    for place, (owner, name) in PLACES.items():
        die_after(points, place, owner, name)
    cli.main()


if __name__ == "__main__":
    main()
