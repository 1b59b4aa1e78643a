"""What Rasa kept of every turn, conversation by conversation."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

from nwd.cipher import Cipher
from tests.conversations.stage import Stage

Event = dict[str, Any]


@dataclass
class Recorder:
    """The events of every conversation in order, by conversation. Trackers are shortened, so each turn is read."""

    stage: Stage
    conversations: dict[str, list[Event]] = field(default_factory=dict)

    @contextmanager
    def listening(self) -> Iterator[Recorder]:
        rasa = self.stage.app.bot.outside.rasa
        turn = rasa.turn

        async def noted(conversation: str, turn_id: str, *args: Any, **kwargs: Any) -> Any:
            answer = await turn(conversation, turn_id, *args, **kwargs)
            self.note(conversation, turn_id)
            return answer

        rasa.turn = noted  # type: ignore[method-assign, assignment]
        self.stage.on_meant = self.note
        yield self
        rasa.turn = turn  # type: ignore[method-assign]

    def note(self, conversation: str, turn: str) -> None:
        events = self._kept(conversation)
        starts = (place for place, event in enumerate(events) if event.get("message_id") == turn)
        before = self.conversations.setdefault(conversation, [])
        start = next(starts) if before else 0
        before += events[start:]

    def _kept(self, conversation: str) -> list[Event]:
        settings = self.stage.settings
        with closing(sqlite3.connect(settings.data_dir / "tracker.db")) as database:
            row = database.execute("select events from tracker where conversation = ?", [conversation]).fetchone()
        kept: list[Event] = json.loads(Cipher(settings.secrets).decrypt(row[0]))
        return kept
