"""What stands in a conversation's line, read back as values: its inbounds, and the buttons that they press."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from bot.store.database import Database
from bot.store.model import Crisis, StoredButton, Waiting
from bot.store.tables import button, conversation, inbound, turn

# As ``messages`` draws them. Any other id is no button of ours, whatever it is made of.
_BUTTON = re.compile(r"[A-Za-z0-9_-]{16}")
_EMPTY: dict[str, Any] = {"text": "", "button": None, "media": None, "data": {}}


class Line:
    def __init__(self, database: Database) -> None:
        self._db = database

    def waiting(self, connection: Connection, person: str, *, up_to: int | None = None) -> list[Waiting]:
        """All that waits, in order; our own news only while the conversation is open."""
        state = select(conversation.c.status).where(conversation.c.id == person).scalar_subquery()
        which = (inbound.c.status == "waiting") & ((inbound.c.kind != "event") | (state == "open"))
        return self.inbounds(connection, person, which if up_to is None else which & (inbound.c.id <= up_to))

    def inbounds(self, connection: Connection, person: str, which: ColumnElement[bool]) -> list[Waiting]:
        query = select(inbound).where(inbound.c.conversation_id == person, which).order_by(inbound.c.id)
        return [self._waiting(connection, row) for row in connection.execute(query).all()]

    def interrupted(self, connection: Connection, person: str, crisis: Crisis, danger: int) -> str:
        """What waits for its person to be safe: all words of the turn of ``danger``, where they were only doubtful, and
        what was written beside.
        """
        which: ColumnElement[bool] = inbound.c.id.in_(crisis.beside)
        if crisis.waits in ("first", "later"):
            same = select(inbound.c.turn_id).where(inbound.c.id == danger).scalar_subquery()
            which = which | (inbound.c.turn_id == same)
        return "\n".join(one.text for one in self.inbounds(connection, person, which)).strip()

    def offer(self, connection: Connection, last_turn: str) -> tuple[StoredButton, ...]:
        rows = connection.execute(select(button).where(button.c.turn_id == last_turn).order_by(button.c.place))
        return tuple(self._button(row) for row in rows)

    def _waiting(self, connection: Connection, row: Row[*tuple[Any, ...]]) -> Waiting:
        said = self._db.unseal(row.payload) or _EMPTY
        pressed, finished = None, None
        if said["button"] and _BUTTON.fullmatch(said["button"]):
            own = (button.c.id == said["button"]) & (button.c.conversation_id == row.conversation_id)
            found = connection.execute(select(button).where(own)).first()
            pressed = self._button(found) if found else None
            if pressed and pressed.pressed_turn:
                finished = connection.scalar(select(turn.c.finished).where(turn.c.id == pressed.pressed_turn))
        return Waiting(
            row.id, row.kind, row.external_id, row.address_id, row.received, said["text"], pressed, finished,
            said["media"], said["data"],
        )  # fmt: skip

    def _button(self, row: Row[*tuple[Any, ...]]) -> StoredButton:
        title, entities = self._db.cipher.decrypt(row.title), self._db.unseal(row.entities)
        return StoredButton(row.id, title, row.intent, entities, row.form, row.slot, row.pressed_turn)


def last_danger(person: Any) -> ColumnElement[int]:
    """The id of the latest inbound that spoke of danger in a conversation; 0 where there is none."""
    told = inbound.alias("told")
    latest = select(func.max(told.c.id)).where(told.c.conversation_id == person, told.c.crisis.is_(True))
    return func.coalesce(latest.scalar_subquery(), 0)


def can_go() -> ColumnElement[bool]:
    """What waits and has something to do now, of inbounds joined with their conversations.

    News waits for an open conversation; during a talk about danger so does what was written before it.
    """
    state = conversation.c.status
    news = (inbound.c.kind != "event") | (state == "open")
    later = (state != "crisis_waiting") | (inbound.c.id > last_danger(inbound.c.conversation_id))
    return (inbound.c.status == "waiting") & (state != "erased") & news & later
