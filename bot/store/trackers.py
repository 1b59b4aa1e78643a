"""Rasa's trackers, read where they lie: for a person's copy, and for turning keys over. Only Rasa writes new ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, Text, inspect, select, update

from bot.store.engine import open_engine
from nwd.cipher import Cipher

FILE = "tracker.db"
"""Beside the app's own database, where that is SQLite; on PostgreSQL it is a table of the same database."""
BATCH = 100

_table = Table(
    "tracker",
    MetaData(),
    Column("conversation", String(64), primary_key=True),
    Column("version", String(32), nullable=False),
    Column("events", Text, nullable=False),
)


class Trackers:
    def __init__(self, engine: Engine | None, cipher: Cipher) -> None:
        self._engine, self._cipher = engine, cipher

    @classmethod
    def beside(cls, engine: Engine, cipher: Cipher) -> Trackers:
        """The trackers of the installation whose database this is. Before Rasa first ran there are none."""
        if engine.dialect.name != "sqlite":
            return cls(engine, cipher)
        path = Path(engine.url.database or "").with_name(FILE)
        return cls(open_engine(f"sqlite:///{path}", busy_seconds=5) if path.exists() else None, cipher)

    def events(self, conversation: str) -> list[dict[str, Any]]:
        """Rasa's events of one conversation: its latest turns and the slots before them. Empty if nothing is kept."""
        with self._open() as connection:
            if connection is None:
                return []
            sealed = connection.scalar(select(_table.c.events).where(_table.c.conversation == conversation))
            return json.loads(self._cipher.decrypt(sealed)) if sealed else []

    def rotate(self) -> tuple[int, int]:
        """Turn every tracker over to the newest key; how many were turned and how many stood under it already.

        A tracker that Rasa saved meanwhile is left alone: Rasa writes with the newest key too. Versions stay, so that
        what Rasa has in memory still counts.
        """
        turned, stood, after = 0, 0, ""
        while rows := self._page(after):
            for conversation, sealed in rows:
                if self._cipher.is_newest(sealed):
                    stood += 1
                else:
                    turned += self._turn_over(conversation, sealed)
            after = rows[-1][0]
        return turned, stood

    def _page(self, after: str) -> list[tuple[str, str]]:
        wanted = select(_table.c.conversation, _table.c.events).where(_table.c.conversation > after)
        with self._open() as connection:
            if connection is None:
                return []
            rows = connection.execute(wanted.order_by(_table.c.conversation).limit(BATCH)).all()
            return [(row.conversation, row.events) for row in rows]

    def _turn_over(self, conversation: str, sealed: str) -> int:
        same = (_table.c.conversation == conversation) & (_table.c.events == sealed)
        with self._open() as connection:
            assert connection is not None
            return connection.execute(update(_table).where(same).values(events=self._cipher.rotate(sealed))).rowcount

    @contextmanager
    def _open(self) -> Iterator[Connection | None]:
        if self._engine is None or not inspect(self._engine).has_table(_table.name):
            yield None
            return
        with self._engine.begin() as connection:
            yield connection
