"""Hide: an empty screen. What our records hold stays ours to erase in its own time; the person sees none of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select

from bot.store.database import Database
from bot.store.joining_tables import hidden
from bot.store.model import Turn
from bot.store.tables import address, inbound, outbox

# Telegram lets a bot delete messages of either side for 48 hours; an hour less, so that none is refused on the way.
DELETABLE = timedelta(hours=47)
DELETES = frozenset({"telegram"})
HIDE = "hide"

_HIDDEN = select(hidden).where(hidden.c.conversation_id == bindparam("person"))


def hide(connection: Connection, database: Database, run: Turn) -> None:
    """Hide everything up to this turn's answer, and have the channel delete what it still can."""
    person = run.position.conversation
    ours = select(func.max(outbox.c.id)).where(outbox.c.conversation_id == person, outbox.c.turn_id != run.id)
    theirs = select(func.max(inbound.c.id)).where(inbound.c.conversation_id == person, inbound.c.status == "done")
    row = {"ours": connection.scalar(ours) or 0, "theirs": connection.scalar(theirs) or 0}
    connection.execute(delete(hidden).where(hidden.c.conversation_id == person))
    connection.execute(hidden.insert().values(conversation_id=person, **row))
    to = connection.execute(select(address).where(address.c.id == run.batch[-1].address)).first()
    if to is not None and to.channel in DELETES:
        _delete_there(connection, database, run, to)


def hidden_up_to(connection: Connection, person: str) -> tuple[int, int]:
    """The last hidden message of ours (an outbox id) and of theirs (an inbound id); zeros where nothing is hidden."""
    found = connection.execute(_HIDDEN, {"person": person}).first()
    return (found.ours, found.theirs) if found else (0, 0)


def channel_id_of(external_id: str) -> str | None:
    """What Telegram calls a message of theirs: ``update:<number>:<message>``; None where the claim does not say."""
    parts = external_id.split(":")
    return parts[2] if len(parts) == 3 and parts[0] == "update" else None


def deleted_by(connection: Connection, database: Database, row: Row[*tuple[Any, ...]], theirs: int) -> tuple[str, ...]:
    """What an order to delete takes away as it goes, by the channel's ids: what we had said until then, even if it went
    out after they asked, and what they wrote up to inbound ``theirs``. ``row`` is the order's own, of the outbox.
    """
    since = database.now() - DELETABLE
    said = (outbox.c.address_id == row.address_id) & (outbox.c.status == "sent") & (outbox.c.sent >= since)
    said &= (outbox.c.id < row.id) & (outbox.c.turn_id != row.turn_id) & (outbox.c.kind != HIDE)
    told = (inbound.c.address_id == row.address_id) & (inbound.c.id <= theirs) & (inbound.c.received >= since)
    ours = filter(None, connection.scalars(select(outbox.c.external_id).where(said)))
    hers = filter(None, map(channel_id_of, connection.scalars(select(inbound.c.external_id).where(told))))
    return (*ours, *hers)


def _delete_there(connection: Connection, database: Database, run: Turn, to: Row[*tuple[Any, ...]]) -> None:
    """An order in the line of what is said: whatever goes before it, it finds."""
    payload = {"text": "", "buttons": [], "theirs": max(one.id for one in run.batch)}
    row = {"conversation_id": run.position.conversation, "address_id": to.id, "channel": to.channel, "turn_id": run.id}
    waiting = {"kind": HIDE, "status": "waiting", "payload": database.seal(payload), "created": database.now()}
    connection.execute(outbox.insert().values(**row, **waiting))
