"""What the other rooms are to hear of a turn in which somebody spoke of danger, until they have heard it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select, update

from bot.store.database import Database
from bot.store.model import Alarm
from bot.store.tables import inbound, turn


@dataclass(frozen=True)
class Outstanding:
    """An alarm with its turn, its person and what was written."""

    turn: str
    person: str
    alarm: Alarm
    words: str


class Alarms:
    """Written with the lines that the person gets (``turns.finish``): an alarm never holds them up, and stays."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def outstanding(self, *, limit: int = 20) -> list[Outstanding]:
        open_ = select(turn).where(turn.c.alarm.is_not(None)).order_by(turn.c.created).limit(limit)
        with self._db.read() as connection:
            return [self._outstanding(row, self._words(connection, row.id)) for row in connection.execute(open_).all()]

    def raised(self, turn_id: str) -> None:
        with self._db.write() as connection:
            connection.execute(update(turn).where(turn.c.id == turn_id).values(alarm=None))

    def _words(self, connection: Any, turn_id: str) -> str:
        written = select(inbound.c.payload).where(inbound.c.turn_id == turn_id).order_by(inbound.c.id)
        return "\n".join(self._db.unseal(one)["text"] for one in connection.scalars(written) if one)

    def _outstanding(self, row: Row[*tuple[Any, ...]], words: str) -> Outstanding:
        kept = self._db.unseal(row.alarm)
        return Outstanding(row.id, row.conversation_id, Alarm(tuple(kept["kinds"]), kept["complaint"]), words)
