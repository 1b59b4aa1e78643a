"""Somebody new: at their first message, or because they wrote on while they were being forgotten."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.store.database import Database
from bot.store.tables import address, conversation, inbound, outbox


def open_conversation(connection: Connection, person: str, address_id: int, now: datetime) -> None:
    row = {"id": person, "address_id": address_id, "status": "open", "language": "en"}
    connection.execute(conversation.insert().values(**row, created=now, updated=now))


def hold_addresses(connection: Connection, people: Iterable[str]) -> None:
    """Until this transaction ends no claim reads whose the addresses of ``people`` are."""
    theirs = select(address.c.id).where(address.c.person_id.in_(list(people)))
    connection.execute(theirs.order_by(address.c.id).with_for_update()).all()


def close_presses(connection: Connection, person: str) -> list[str]:
    """Taps that wait for somebody erased mean nothing any more, a second one on "delete" least; gives their ids."""
    waiting = (inbound.c.conversation_id == person) & (inbound.c.status == "waiting") & (inbound.c.kind == "button")
    closed = update(inbound).where(waiting).values(status="done", payload=None)
    return list(connection.scalars(closed.returning(inbound.c.external_id)))


def move_on(connection: Connection, database: Database, person: str) -> None:
    """What was written while its person was being erased belongs to somebody new, who hears the goodbye first.

    Whatever else of theirs was unanswered is closed.
    """
    theirs = inbound.c.conversation_id == person
    unread = theirs & (inbound.c.status == "waiting") & inbound.c.kind.not_in(("event", "button"))
    now = database.now()
    for place in connection.scalars(select(inbound.c.address_id).where(unread).distinct()).all():
        if place is None:
            continue
        new = str(uuid.uuid4())
        open_conversation(connection, new, place, now)
        connection.execute(update(address).where(address.c.id == place).values(person_id=new, created=now))
        connection.execute(update(inbound).where(unread, inbound.c.address_id == place).values(conversation_id=new))
        said = (outbox.c.conversation_id == person) & (outbox.c.address_id == place)
        connection.execute(update(outbox).where(said).values(conversation_id=new))
        connection.execute(update(inbound).where(theirs, inbound.c.address_id == place).values(address_id=None))
        left = update(conversation).where(conversation.c.id == person, conversation.c.address_id == place)
        connection.execute(left.values(address_id=None))
    connection.execute(update(inbound).where(theirs, inbound.c.status != "done").values(status="done", payload=None))
