"""``python -m tests.integration.dying_rasa POINTS …``: Rasa's process, killed where a test says. See ``dying.py``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from knowledge.understanding.books import books
from nlu import serve
from nlu.left_out import leave_out

stock_load = serve.load_agent


def die_after(points: Path, owner: type, name: str, place: str) -> None:
    stock: Callable[..., Any] = getattr(owner, name)

    async def call(*arguments: Any, **options: Any) -> Any:
        result = await stock(*arguments, **options)
        if points.exists() and points.read_text() == place:
            points.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, call)


def load_agent(points: Path, *arguments: Any) -> Any:
    """What is patched may only be imported once Rasa is."""
    agent = stock_load(*arguments)
    from nlu.actions_endpoint import ActionsEndpoint
    from nlu.tracker_store import EncryptedTrackerStore

    die_after(points, ActionsEndpoint, "_post", "rasa: action")
    die_after(points, EncryptedTrackerStore, "save", "rasa: save")
    return agent


def preload() -> None:
    """What ``nlu.serve`` imports, in its order, and what its understanding reads."""
    leave_out()
    for name in ("nlu.patches", "rasa.core.agent", "sanic", "nlu.channel", "nlu.component", "nlu.tracker_store"):
        import_module(name)
    books()


def main() -> int:
    points = Path(sys.argv.pop(1))
    serve.load_agent = partial(load_agent, points)
    return serve.main()


if __name__ == "__main__":
    sys.exit(main())
