"""Through which door a conversation began. It is noted once; what follows never goes back to that door."""

from __future__ import annotations

import re

from sqlalchemy import Connection, select

from bot.store.database import Database
from bot.store.joining_tables import arrival

_CARRIED = re.compile(r"door-([a-z0-9-]{1,36})")


class Arrivals:
    def __init__(self, database: Database) -> None:
        self._db = database

    def door(self, person: str) -> str | None:
        """The name of the door, which may be a provider's id; None for somebody who found us otherwise."""
        with self._db.read() as connection:
            return connection.scalar(select(arrival.c.door).where(arrival.c.conversation_id == person))


def arrive(connection: Connection, database: Database, person: str, carried: object) -> None:
    """Note the door that an inbound carries as ``door-<name>``, the first time; anything else is none."""
    found = _CARRIED.fullmatch(str(carried or ""))
    if found:
        row = {"conversation_id": person, "door": found[1], "at": database.now()}
        connection.execute(database.insert_once(arrival).values(**row))
