"""A conversation read back, both sides, for the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select

from bot.store import hiding, message_ids
from bot.store.database import Database
from bot.store.joining_tables import arrival
from bot.store.messages import TURN_DONE
from bot.store.tables import address, button, conversation, inbound, outbox

LONGEST = 400


@dataclass(frozen=True)
class Entry:
    """One message. ``n`` is the outbox id of ours and 0 for theirs, ``buttons`` pairs of id and title.

    ``lasts``: the buttons answer no question and none was pressed, or they are a card's: they still count.
    """

    by: Literal["navigator", "person"]
    at: datetime
    turn: str | None
    text: str
    kind: str = "text"
    n: int = 0
    external_id: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    lasts: bool = False


class History:
    def __init__(self, database: Database) -> None:
        self._db = database

    def both_sides(self, person: str, *, hidden_too: bool = False) -> list[Entry]:
        """The latest LONGEST messages of each side, each turn's words before its answers; not what they hid."""
        with self._db.read() as connection:
            after = (0, 0) if hidden_too else hiding.hidden_up_to(connection, person)
        ours, theirs = self._ours(person, after[0]), self._theirs(person, after[1])
        first = {entry.turn: entry.at for entry in reversed(ours)}
        placed = [(min(e.at, first.get(e.turn, e.at)), 0, e) for e in theirs] + [(e.at, 1, e) for e in ours]
        return [entry for *_, entry in sorted(placed, key=lambda item: item[:2])]

    def export(self, person: str) -> dict[str, Any]:
        """What the bot's own tables hold on a person, readable."""
        addresses = select(address).where(address.c.person_id == person)
        state = select(conversation).where(conversation.c.id == person)
        with self._db.read() as connection:
            reached = connection.execute(addresses).all()
            kept = connection.execute(state).first()
            door = connection.scalar(select(arrival.c.door).where(arrival.c.conversation_id == person))
        return {
            "door": door,
            "status": kept.status if kept else None,
            "question": kept.slot if kept else None,
            "crisis": self._db.unseal(kept.crisis) if kept else None,
            "addresses": [
                {
                    "channel": a.channel,
                    "address": self._db.cipher.decrypt(a.external_id),
                    "since": a.created.isoformat(),
                }
                for a in reached
            ],
            "messages": [
                {"by": entry.by, "at": entry.at.isoformat(), "text": entry.text}
                for entry in self.both_sides(person, hidden_too=True)
            ],
        }

    def is_answered(self, channel: str, sender: str, message_id: str) -> bool:
        """Whether the turn of an inbound said something, or ended; ``message_id`` is what its sender called it."""
        external_id = message_ids.kept(self._db.cipher, f"{sender}:{message_id}", sender)
        mine = (inbound.c.channel == channel) & (inbound.c.external_id == external_id)
        ended = select(outbox.c.id).join(inbound, inbound.c.turn_id == outbox.c.turn_id)
        with self._db.read() as connection:
            return connection.execute(ended.where(mine, outbox.c.kind == TURN_DONE)).first() is not None

    def _ours(self, person: str, after: int) -> list[Entry]:
        query = select(outbox).where(outbox.c.conversation_id == person, outbox.c.kind.not_in((TURN_DONE, hiding.HIDE)))
        query = query.where(outbox.c.id > after)
        with self._db.read() as connection:
            rows = connection.execute(query.order_by(outbox.c.id.desc()).limit(LONGEST)).all()
            done = select(button.c.id).where(button.c.conversation_id == person, button.c.pressed_turn.is_not(None))
            pressed = set(connection.scalars(done))
        entries = []
        for row in reversed(rows):
            said = self._db.unseal(row.payload) or {"text": "", "buttons": []}
            buttons = tuple((i, title) for i, title in said["buttons"])
            entry = Entry("navigator", row.created, row.turn_id, said["text"], row.kind, row.id, buttons=buttons)
            is_card = row.kind == "options"
            lasts = is_card or (said.get("lasts", False) and pressed.isdisjoint(i for i, _ in buttons))
            entries.append(replace(entry, lasts=lasts))
        return entries

    def _theirs(self, person: str, after: int) -> list[Entry]:
        theirs = (inbound.c.conversation_id == person) & (inbound.c.kind != "event") & (inbound.c.id > after)
        query = select(inbound).where(theirs).order_by(inbound.c.id.desc()).limit(LONGEST)
        with self._db.read() as connection:
            rows = connection.execute(query).all()
            pressed = select(button.c.id, button.c.title).where(button.c.conversation_id == person)
            titles = {r.id: r.title for r in connection.execute(pressed)}
        entries = []
        for row in reversed(rows):
            said = self._db.unseal(row.payload) or {"text": "", "button": None}
            sealed = titles.get(said["button"])
            text = self._db.cipher.decrypt(sealed) if sealed else said["text"]
            entries.append(Entry("person", row.received, row.turn_id, text, external_id=row.external_id))
        return entries
