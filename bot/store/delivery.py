"""The outbox as its senders see it: what is due, what went, what waits for the person, what is dead."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import ColumnElement, Connection, Row, func, select, update

from bot.channels.contract import OfferedButton, Outgoing
from bot.store import hiding, message_ids
from bot.store.database import Database
from bot.store.leases import LEASE
from bot.store.tables import address, conversation, outbox
from nwd.cipher import CipherError

log = structlog.get_logger()
DAY_OVER = "day over"
"""In place of the channel's id of a message: the channel took it, and then said that it may not be written."""


@dataclass(frozen=True)
class DeadLetter:
    """A message that was given up, without its words. ``channel_id``: what the channel called it, if it took it."""

    n: int
    conversation: str
    channel: str
    kind: str
    created: datetime
    attempts: int
    channel_id: str | None


class Delivery:
    """``status`` of a row: waiting, sent, held (until the person writes), dead."""

    def __init__(self, database: Database, owner: str) -> None:
        self._db, self._owner = database, owner

    def due(self, channels: Collection[str] | None = None, *, limit: int = 100) -> list[Outgoing]:
        """For each conversation and channel the first message that waits, if it is time; later ones wait for it.

        Only of ``channels``, where they are given: what waits for another takes no place. What cannot be opened,
        as with a key that is gone, becomes a dead letter.
        """
        first = select(func.min(outbox.c.id)).where(outbox.c.status == "waiting")
        first = first if channels is None else first.where(outbox.c.channel.in_(channels))
        first = first.group_by(outbox.c.conversation_id, outbox.c.channel)
        ready = outbox.c.id.in_(first) & _is_time(self._db.now())
        to = address.c.external_id.label("to_sealed")
        query = select(outbox, to, address.c.last_written).join(address).where(ready)
        with self._db.read() as connection:
            rows = connection.execute(query.order_by(outbox.c.id).limit(limit)).all()
            invited = _invited(connection)
            opened = {row.id: self._opened(connection, row, invited=row.address_id in invited) for row in rows}
        for n in (n for n, message in opened.items() if message is None):
            log.error("message_cannot_be_opened", outbox=n)
            self.failed(n, next_try=None)
        return [message for message in opened.values() if message]

    def take(self, n: int) -> bool:
        """Take one due message for sending, under a lease of this process."""
        now = self._db.now()
        due = update(outbox).where(outbox.c.id == n, outbox.c.status == "waiting", _is_time(now))
        with self._db.write() as connection:
            return connection.execute(due.values(taken_by=self._owner, next_try=now + LEASE)).rowcount == 1

    def attempts(self, n: int) -> int:
        with self._db.read() as connection:
            return connection.scalar(select(outbox.c.attempts).where(outbox.c.id == n)) or 0

    def sent(self, n: int, external_id: str) -> None:
        """The channel took it, unless it has told us since that it failed: then ``bounced`` noted the same id."""
        kept = message_ids.kept(self._db.cipher, external_id)
        values = {"status": "sent", "sent": self._db.now(), "external_id": kept}
        self._while_waiting(n, values, outbox.c.external_id.is_distinct_from(kept))

    def failed(self, n: int, *, next_try: datetime | None) -> None:
        """Try again at ``next_try``; None puts the message with the dead letters."""
        status = "waiting" if next_try else "dead"
        self._while_waiting(n, {"status": status, "next_try": next_try, "attempts": outbox.c.attempts + 1})

    def hold(self, n: int, invitation: str | None, *, blocked: bool = False) -> None:
        """It waits until its person writes again (``release``). ``blocked``: they will have no message of ours."""
        kept = message_ids.kept(self._db.cipher, invitation) if invitation else None
        self._while_waiting(n, {"status": "held", "next_try": None, "external_id": kept})
        if blocked:
            whose = select(outbox.c.address_id).where(outbox.c.id == n, outbox.c.status == "held").scalar_subquery()
            with self._db.write() as connection:
                connection.execute(update(address).where(address.c.id == whose).values(blocked=True))

    def arrived(self, n: int, external_id: str) -> None:
        """The channel says that it reached the person; late words of a failure are no longer true."""
        kept = message_ids.kept(self._db.cipher, external_id)
        with self._db.write() as connection:
            row = update(outbox).where(outbox.c.id == n, outbox.c.status == "dead", outbox.c.external_id == kept)
            connection.execute(row.values(status="sent"))

    def bounced(self, n: int, external_id: str, *, next_try: datetime | None = None, hold: bool = False) -> bool:
        """What the channel took did not reach the person. False if that is of another try, or known already.

        ``hold``: the day to write in is over. It goes once more, as that allows.
        """
        status = "held" if hold else "waiting" if next_try else "dead"
        external_id = message_ids.kept(self._db.cipher, external_id)
        known = (outbox.c.status == "sent") & (outbox.c.external_id == external_id)
        early = (outbox.c.status == "waiting") & outbox.c.external_id.is_(None)  # before our own note that it went
        row = update(outbox).where(outbox.c.id == n, known | early)
        kept = None if hold else external_id
        values = {"status": status, "next_try": next_try, "taken_by": None, "external_id": kept}
        again = {**values, "status": "waiting", "external_id": DAY_OVER, "attempts": outbox.c.attempts + 1}
        with self._db.write() as connection:
            if hold and connection.execute(update(outbox).where(outbox.c.id == n, known).values(**again)).rowcount:
                return True
            return connection.execute(row.values(**values, attempts=outbox.c.attempts + 1)).rowcount == 1

    def is_unreached(self, person: str) -> bool:
        """Whether something said since they last wrote did not get there, or waits until they write again; and
        whatever is said to somebody who has blocked us.
        """
        late = outbox.c.status.in_(("held", "dead")) & (outbox.c.created >= address.c.last_written)
        query = select(outbox.c.id).join(address, address.c.id == outbox.c.address_id)
        query = query.where(outbox.c.conversation_id == person, late)
        here = select(conversation.c.address_id).where(conversation.c.id == person).scalar_subquery()
        gone = select(address.c.id).where(address.c.id == here, address.c.blocked)
        with self._db.read() as connection:
            return any(connection.execute(one.limit(1)).first() is not None for one in (query, gone))

    def dead(self) -> list[DeadLetter]:
        """Dead letters, the oldest first."""
        query = select(outbox).where(outbox.c.status == "dead").order_by(outbox.c.id)
        with self._db.read() as connection:
            return [
                DeadLetter(r.id, r.conversation_id, r.channel, r.kind, r.created, r.attempts, r.external_id)
                for r in connection.execute(query)
            ]

    def resend(self, n: int) -> bool:
        """Put a dead letter back in line; False if ``n`` is none, or its words are gone."""
        again = {"status": "waiting", "attempts": 0, "next_try": None, "external_id": None}
        dead = update(outbox).where(outbox.c.id == n, outbox.c.status == "dead", outbox.c.payload.is_not(None))
        with self._db.write() as connection:
            return connection.execute(dead.values(**again)).rowcount == 1

    def _while_waiting(self, n: int, values: dict[str, object], *also: ColumnElement[bool]) -> None:
        with self._db.write() as connection:
            row = update(outbox).where(outbox.c.id == n, outbox.c.status == "waiting", *also)
            connection.execute(row.values(taken_by=None, **values))

    def _opened(self, connection: Connection, row: Row[*tuple[Any, ...]], *, invited: bool) -> Outgoing | None:
        try:
            return self._outgoing(connection, row, invited=invited)
        except (CipherError, ValueError):
            return None

    def _outgoing(self, connection: Connection, row: Row[*tuple[Any, ...]], *, invited: bool) -> Outgoing:
        said = self._db.unseal(row.payload) or {"text": "", "buttons": []}
        is_order = row.kind == hiding.HIDE
        delete = hiding.deleted_by(connection, self._db, row, said.get("theirs", 0)) if is_order else ()
        abouts = said.get("abouts") or [""] * len(said["buttons"])
        buttons = tuple(OfferedButton(i, t, about) for (i, t), about in zip(said["buttons"], abouts, strict=True))
        return Outgoing(
            row.id, row.channel, self._db.cipher.decrypt(row.to_sealed), row.turn_id, row.kind, said["text"], buttons,
            said.get("first", 1), row.conversation_id, row.last_written, invited, _is_day_over(row), delete,
        )  # fmt: skip


def release(connection: Connection, address_id: int) -> None:
    """Someone wrote: what was held for them goes, in its order, within a transaction of the caller's.

    What waits for its time, as for the end of the quiet hours, waits no more: it would stand before every answer.
    """
    held = update(outbox).where(outbox.c.address_id == address_id, outbox.c.status == "held")
    connection.execute(held.where(outbox.c.payload.is_(None)).values(status="dead"))
    connection.execute(held.values(status="waiting", next_try=None, external_id=None))
    waiting = update(outbox).where(outbox.c.address_id == address_id, outbox.c.status == "waiting")
    connection.execute(waiting.where(outbox.c.taken_by.is_(None)).values(next_try=None))


def _is_time(now: datetime) -> Any:
    return outbox.c.next_try.is_(None) | (outbox.c.next_try <= now)


def _is_day_over(row: Row[*tuple[Any, ...]]) -> bool:
    is_marked = row.external_id == DAY_OVER and row.sent is not None
    return is_marked and (row.last_written is None or row.last_written <= row.sent)


def _invited(connection: Connection) -> set[int]:
    held = select(outbox.c.address_id).where(outbox.c.status == "held", outbox.c.external_id.is_not(None))
    return set(connection.scalars(held.distinct()))
