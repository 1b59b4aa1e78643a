"""``python -m tests.integration.dying_rasa POINTS …``: Rasa's process, killed where a test says. See ``dying.py``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nlu import serve

POINTS = Path(sys.argv.pop(1))


def die_after(owner: type, name: str, place: str) -> None:
    stock: Callable[..., Any] = getattr(owner, name)

    async def call(*arguments: Any, **options: Any) -> Any:
        result = await stock(*arguments, **options)
        if POINTS.exists() and POINTS.read_text() == place:
            POINTS.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, call)


def load_agent(*arguments: Any) -> Any:
    """What is patched may only be imported once Rasa is."""
    agent = stock_load(*arguments)
    from nlu.actions_endpoint import ActionsEndpoint
    from nlu.tracker_store import EncryptedTrackerStore

    die_after(ActionsEndpoint, "_post", "rasa: action")
    die_after(EncryptedTrackerStore, "save", "rasa: save")
    return agent


if __name__ == "__main__":
    stock_load = serve.load_agent
    serve.load_agent = load_agent  # type: ignore[assignment]
    sys.exit(serve.main())
