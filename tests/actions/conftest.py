"""Actions as Rasa calls them, on a room of their own; what they said is read by the names of its responses."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import Engine

from actions.base import Act, Events
from actions.deps import Deps, Position
from bot.copy import Copy
from bot.store.engine import open_engine
from introductions import Introductions, open_introductions
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.databases import emptied, empty_database
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import MARCIA, Settings, Story


@dataclass
class Said:
    events: Events
    messages: list[dict[str, Any]]

    @property
    def names(self) -> list[str]:
        return [message["response"] for message in self.messages]

    @property
    def slots(self) -> dict[str, Any]:
        """What it set."""
        return {event["name"]: event["value"] for event in self.events if event["event"] == "slot"}

    @property
    def buttons(self) -> list[str]:
        return [button["intent"] for message in self.messages for button in message["buttons"]]


Run = Callable[..., Said]


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(datetime(2026, 11, 3, 11, tzinfo=UTC))


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return open_engine(empty_database(tmp_path_factory.mktemp("actions") / "nwd.db"), busy_seconds=5)


@pytest.fixture
def room(sqlite_file: Engine, clock: FrozenClock) -> Iterator[Introductions]:
    cipher = Cipher(["a secret of the tests, long enough for it"])
    yield open_introductions(emptied(sqlite_file), lambda: DIRECTORY, clock, cipher, Settings())
    sqlite_file.dispose()


@pytest.fixture
def story(room: Introductions, clock: FrozenClock) -> Story:
    return Story(room, clock)


@pytest.fixture
def run(room: Introductions, clock: FrozenClock) -> Run:
    """``run(Action, turn="t1", picked={…}, form=…, **slots)``: Marcia's tracker, with these slots, inside that form.

    ``message`` is as Rasa parsed it.
    """
    deps = Deps(room, lambda: DIRECTORY, clock, Copy().text, lambda _: Position(), {}, somebody_reads=True)

    def call(
        action: type[Act],
        turn: str = "t1",
        picked: dict[str, Any] | None = None,
        form: str = "",
        message: dict[str, Any] | None = None,
        **slots: Any,
    ) -> Said:
        values = {"turn": turn, "picked": picked or {}, **slots}
        tracker = Tracker(
            MARCIA, values, message or {}, [], False, None, {"name": form} if form else {}, "action_listen"
        )
        out = CollectingDispatcher()
        return Said(asyncio.run(action(deps).run(out, tracker, {})), out.messages)

    return call
