"""Who works on what: a lease on a conversation's turn and on a message on its way, held while its process lives."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, select, update

from bot.store.database import Database
from bot.store.tables import conversation, outbox

# What a process that died on another machine had taken stands still for this long.
LEASE = timedelta(seconds=30)
RENEWED_EVERY_SECONDS = 5.0


class Leases:
    """Taken in the transaction of what they are for; a process that lives renews its own long before they end."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self.owner = f"{os.getpid()}:{secrets.token_hex(8)}"

    def take_conversation(self, connection: Connection, person: str) -> bool:
        now = self._db.now()
        free = conversation.c.lease_owner.is_(None) | (conversation.c.lease_until <= now)
        take = update(conversation).where(conversation.c.id == person, free | self._turns_are_ours())
        return connection.execute(take.values(lease_owner=self.owner, lease_until=now + LEASE)).rowcount == 1

    def free_conversation(self, connection: Connection, person: str) -> None:
        held = update(conversation).where(conversation.c.id == person, self._turns_are_ours())
        connection.execute(held.values(lease_owner=None, lease_until=None))

    def renew(self, messages: Sequence[int]) -> None:
        """For every turn of this process, and for those of its ``messages`` that are still on their way."""
        until = self._db.now() + LEASE
        sending = (outbox.c.taken_by == self.owner) & (outbox.c.status == "waiting") & outbox.c.id.in_(messages)
        with self._db.write() as connection:
            connection.execute(update(conversation).where(self._turns_are_ours()).values(lease_until=until))
            connection.execute(update(outbox).where(sending).values(next_try=until))

    def free_dead(self) -> None:
        """On SQLite, where every process is on this machine, free at once what processes held that are gone."""
        if self._db.engine.dialect.name != "sqlite":
            return
        turns, messages = conversation.c.lease_owner, outbox.c.taken_by
        with self._db.write() as connection:
            owners = {*connection.scalars(select(turns).distinct()), *connection.scalars(select(messages).distinct())}
            dead = [owner for owner in owners if owner and not _is_alive(owner)]
            freed = {"lease_owner": None, "lease_until": None}
            connection.execute(update(conversation).where(turns.in_(dead)).values(**freed))
            connection.execute(update(outbox).where(messages.in_(dead)).values(taken_by=None, next_try=None))

    def _turns_are_ours(self) -> ColumnElement[bool]:
        return conversation.c.lease_owner == self.owner


def _is_alive(owner: str) -> bool:
    pid = int(owner.partition(":")[0])
    if pid == os.getpid():
        return False  # a lease of this process's number, made by an earlier one: ours is taken after this
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
