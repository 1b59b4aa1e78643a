"""Messages out: committed with the turn that says them, then sent or read, in order."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Integer, Row, bindparam, select

from bot.channels.contract import READ_BY_CURSOR
from bot.store import hiding
from bot.store.database import Database
from bot.store.model import Said, SaidButton, Turn
from bot.store.tables import address, button, conversation, outbox

TURN_DONE = "turn_done"

Question = tuple[str | None, str | None]
Shape = Callable[[Sequence[Said]], Sequence[Said]]

_AFTER = (
    select(outbox)
    .where(outbox.c.conversation_id == bindparam("person"), outbox.c.kind != hiding.HIDE)
    .where(outbox.c.id > bindparam("seen"))
    .where((outbox.c.id > bindparam("joined")) | (outbox.c.address_id == bindparam("address")))
    .order_by(outbox.c.id)
    .limit(bindparam("most", type_=Integer()))
)


class Messages:
    """What is said: outbox rows and the buttons in them. ``shapes``: a channel's own cut of a turn, by its name."""

    def __init__(self, database: Database, shapes: Mapping[str, Shape]) -> None:
        self._db, self._shapes = database, shapes

    def write(
        self,
        connection: Connection,
        run: Turn,
        said: Sequence[Said],
        *,
        asks: Question = (None, None),
        closes: Sequence[str] = (),
    ) -> None:
        """Rows for what a turn says and for its end, within the caller's transaction.

        They go to the address that wrote; a button of a plain message answers the question ``asks``, (form, slot).
        ``closes``: inbounds outside the turn that its end answers too, by their channel's ids.
        """
        to = self._destination(connection, run)
        where = {"conversation_id": run.position.conversation, "address_id": to.id, "channel": to.channel}
        row = {**where, "turn_id": run.id}
        now = self._db.now()
        by_cursor = to.channel in READ_BY_CURSOR
        sending = {"status": "sent", "sent": now} if by_cursor else {"status": "waiting"}
        offers: list[dict[str, Any]] = []
        for line in self._shaped(to.channel, said):
            ids = [secrets.token_urlsafe(12) for _ in line.buttons]
            payload = self._payload(line, ids, first=len(offers) + 1, asks=asks)
            connection.execute(
                outbox.insert().values(**row, **sending, kind=line.kind, payload=self._db.seal(payload), created=now)
            )
            for button_id, offered in zip(ids, line.buttons, strict=True):
                form, slot = asks if _answers(offered, asks) else (None, None)
                offers.append(self._offer(run, offered, id=button_id, place=len(offers), form=form, slot=slot))
        if offers:
            connection.execute(button.insert(), offers)
        answers = self._db.seal({"answers": [*(w.external_id for w in run.batch if w.kind != "event"), *closes]})
        ended = {"status": "sent", "sent": now, "kind": TURN_DONE, "payload": answers, "created": now}
        connection.execute(outbox.insert().values(**row, **ended))

    def after(
        self, person: str, n: int, *, at: tuple[str, str] | None = None, limit: int = 200
    ) -> list[tuple[int, str, str, dict[str, object]]]:
        """Rows behind cursor ``n``: (n, turn, kind, payload); the end of a turn has kind TURN_DONE.

        ``at`` (a channel, and who one is there) leaves out what was said elsewhere before two chats became one.
        """
        with self._db.read() as connection:
            seen = max(n, hiding.hidden_up_to(connection, person)[0])
            joined, where = self._own_alone(connection, person, at) if at else (0, 0)
            asked = {"person": person, "seen": seen, "joined": joined, "address": where, "most": limit}
            rows = connection.execute(_AFTER, asked).all()
        return [(r.id, r.turn_id, r.kind, self._db.unseal(r.payload) or {"text": "", "buttons": []}) for r in rows]

    def _own_alone(self, connection: Connection, person: str, at: tuple[str, str]) -> tuple[int, int]:
        """Up to which row an address has its own alone, and the address."""
        mine = (address.c.channel == at[0]) & (address.c.hash == self._db.cipher.digest(":".join(at)))
        joined = connection.scalar(select(conversation.c.joined).where(conversation.c.id == person)) or 0
        return joined, connection.scalar(select(address.c.id).where(mine)) or 0

    def _shaped(self, channel: str, said: Sequence[Said]) -> Sequence[Said]:
        """Buttons of plain texts answer the open question; those of offered places and of news do not."""
        lines = [
            line if line.kind == "text" else replace(line, buttons=tuple(replace(b, ages=False) for b in line.buttons))
            for line in said
        ]
        return self._shapes[channel](lines) if channel in self._shapes else lines

    @staticmethod
    def _payload(line: Said, ids: Sequence[str], *, first: int, asks: Question) -> dict[str, Any]:
        payload: dict[str, Any] = {
            "text": line.text,
            "buttons": [[i, b.title] for i, b in zip(ids, line.buttons, strict=True)],
            "lasts": not any(_answers(b, asks) for b in line.buttons),
        }
        if line.buttons:
            payload["first"] = first
        if any(b.about for b in line.buttons):
            payload["abouts"] = [b.about for b in line.buttons]
        return payload

    def _destination(self, connection: Connection, run: Turn) -> Row[int, str]:
        written_from = [w.address for w in run.batch if w.kind != "event" and w.address]
        query = select(address.c.id, address.c.channel)
        if written_from:
            return connection.execute(query.where(address.c.id == written_from[-1])).one()
        open_here = select(conversation.c.address_id).where(conversation.c.id == run.position.conversation)
        return connection.execute(query.where(address.c.id == open_here.scalar_subquery())).one()

    def _offer(self, run: Turn, offered: SaidButton, **columns: Any) -> dict[str, Any]:
        sealed = {"title": self._db.cipher.encrypt(offered.title), "entities": self._db.seal(dict(offered.entities))}
        here = {"conversation_id": run.position.conversation, "turn_id": run.id, "intent": offered.intent}
        return {**here, **sealed, **columns}


def _answers(offered: SaidButton, asks: Question) -> bool:
    return offered.ages and asks[1] is not None
