"""One person, two phones: a code told in one chat and typed in the other makes them one conversation."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, delete, func, select, update

from bot.channels.contract import READ_BY_CURSOR
from bot.gateway.codes import made_from
from bot.store.database import Database
from bot.store.joining_tables import OF_CONVERSATION, arrival, hidden, join_code, join_try
from bot.store.model import Joins, Turn
from bot.store.tables import address, button, conversation, inbound, outbox, turn
from nwd.errors import NwdError

CODE_LASTS = timedelta(minutes=10)
CODES_AN_HOUR = 5
TRIES, TRIES_COUNT_FOR = 5, timedelta(minutes=10)
# Whoever guesses needs no more than new cookies, so each code has a bound of its own: after so many wrong tries that
# begin as it does, it is dead. The rest of a code has 390,625 forms: in any haste ten tries find one code in 39,000.
# To kill everybody's codes takes thousands of tries in ten minutes, from a thousand addresses.
START, TRIES_OF_START = 2, 10
NOWHERE = 0
Found = Literal["live", "own", "unknown", "too_many"]


class OtherChatBusyError(NwdError):
    """The other conversation is being answered this very moment, or its code was just used; try the turn again."""

    retry = True


class Joining:
    """Codes. Moving what belongs to a conversation happens with the turn that joins (``join``)."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def issue(self, person: str, turn_id: str) -> str | None:
        """A code for this conversation, the same for the same turn; None after CODES_AN_HOUR of them."""
        now = self._db.now()
        code = made_from(self._db.cipher.digest(f"join-code:{turn_id}"))
        row = {"hash": self._hash(code), "conversation_id": person, "created": now, "until": now + CODE_LASTS}
        with self._db.write() as connection:
            connection.execute(delete(join_code).where(join_code.c.until <= now - timedelta(hours=1)))
            mine = select(join_code.c.hash).where(join_code.c.conversation_id == person)
            recent = list(connection.scalars(mine.where(join_code.c.created > now - timedelta(hours=1))))
            if row["hash"] not in recent and len(recent) >= CODES_AN_HOUR:
                return None
            connection.execute(self._db.insert_once(join_code).values(**row))
        return code

    def look(self, run: Turn, code: str, *, is_sure: bool = True) -> tuple[Found, str]:
        """What a typed code is, and its hash.

        A wrong one is counted against all codes that begin so and, where it ``is_sure``ly meant for one, against the
        address that it came from.
        """
        now, hashed, start = self._db.now(), self._hash(code), self._hash(code[:START])
        with self._db.write() as connection:
            connection.execute(delete(join_try).where(join_try.c.at <= now - TRIES_COUNT_FOR))
            typed_at = run.batch[-1].address or NOWHERE
            if self._tried(connection, join_try.c.address_id == typed_at) >= TRIES:
                return "too_many", hashed
            if self._tried(connection, join_try.c.start == start) >= TRIES_OF_START:
                return "too_many", hashed
            found = _live(connection, hashed, now)
            if found is None:
                counted = typed_at if is_sure else NOWHERE
                connection.execute(join_try.insert().values(address_id=counted, at=now, start=start))
                return "unknown", hashed
            return ("own" if found.conversation_id == run.position.conversation else "live"), hashed

    def _tried(self, connection: Connection, which: ColumnElement[bool]) -> int:
        return connection.scalar(select(func.count()).select_from(join_try).where(which)) or 0

    def _hash(self, code: str) -> str:
        return self._db.cipher.digest(f"join-code-hash:{code}")


def join(connection: Connection, database: Database, run: Turn, joins: Joins) -> None:
    """Make the two conversations one, within the transaction that ends ``run``: the older takes everything in.

    What the dialogue has to do follows as an event, ``joined``, in the older one's order. Raises OtherChatBusyError.
    """
    now = database.now()
    code = _live(connection, joins.code_hash, now)
    if code is None:
        raise OtherChatBusyError("the code was used in the meantime")
    connection.execute(update(join_code).where(join_code.c.id == code.id).values(used=now))
    here, other = (_conversation(connection, c) for c in (run.position.conversation, code.conversation_id))
    if other.lease_until is not None and other.lease_until > now:
        raise OtherChatBusyError("the other conversation is being answered")
    kept, gone = sorted((here, other), key=lambda row: (row.created, row.id))
    _tell_elsewhere(connection, database, run, other, joins.elsewhere)
    _move(connection, kept.id, gone.id)
    _each_its_own_so_far(connection, kept.id, run)
    typed_at = run.batch[-1].address
    connection.execute(
        update(conversation)
        .where(conversation.c.id == kept.id)
        .values(address_id=typed_at, last_turn=run.id, updated=now, **_status(kept, gone))
    )
    left = {"status": "erased", "address_id": None, "last_turn": None, "form": None, "slot": None, "crisis": None}
    connection.execute(update(conversation).where(conversation.c.id == gone.id).values(**left, updated=now))
    _announce(connection, database, run, kept.id, {"joined": gone.id})


def owners(connection: Connection, joins: Joins) -> list[str]:
    """Whose code it is; none if it is gone."""
    return list(connection.scalars(select(join_code.c.conversation_id).where(join_code.c.hash == joins.code_hash)))


def _live(connection: Connection, hashed: str, now: datetime) -> Row[*tuple[Any, ...]] | None:
    live = (join_code.c.hash == hashed) & join_code.c.used.is_(None) & (join_code.c.until > now)
    open_ = select(join_code).join(conversation).where(live, conversation.c.status != "erased")
    return connection.execute(open_.with_for_update(of=join_code)).first()


def _conversation(connection: Connection, person: str) -> Row[*tuple[Any, ...]]:
    return connection.execute(select(conversation).where(conversation.c.id == person).with_for_update()).one()


def _status(kept: Row[*tuple[Any, ...]], gone: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    """Who types a code has taken up the conversation again; a talk about danger goes on wherever it was."""
    waiting = next((row for row in (kept, gone) if row.status == "crisis_waiting"), None)
    return {"status": waiting.status, "crisis": waiting.crisis} if waiting else {"status": "open", "crisis": None}


def _move(connection: Connection, kept: str, gone: str) -> None:
    """Both histories stand in one line afterwards, in the order in which they were said."""
    for table in (inbound, turn, button, outbox, join_code):
        theirs = update(table).where(table.c.conversation_id == gone)
        connection.execute(theirs.values(conversation_id=kept))
    connection.execute(update(address).where(address.c.person_id == gone).values(person_id=kept))
    for once in (arrival, hidden):
        if connection.execute(select(once).where(once.c.conversation_id == kept)).first() is None:
            connection.execute(update(once).where(once.c.conversation_id == gone).values(conversation_id=kept))
        connection.execute(delete(once).where(once.c.conversation_id == gone))


def _each_its_own_so_far(connection: Connection, kept: str, run: Turn) -> None:
    """What was said before the two became one comes to no other chat: it would be half a talk, without their words."""
    before = select(func.max(outbox.c.id)).where(outbox.c.conversation_id == kept, outbox.c.turn_id != run.id)
    last = connection.scalar(before)
    if last is not None:
        connection.execute(update(conversation).where(conversation.c.id == kept).values(joined=last))


def _tell_elsewhere(
    connection: Connection, database: Database, run: Turn, other: Row[*tuple[Any, ...]], text: str
) -> None:
    """The chat that asked for the code hears that it was used: its owner may not have been the one."""
    to = connection.execute(select(address).where(address.c.id == other.address_id)).first()
    if to is None:
        return
    now = database.now()
    sending: dict[str, Any] = {"status": "sent", "sent": now} if to.channel in READ_BY_CURSOR else {"status": "waiting"}
    payload = {"text": text, "buttons": [], "lasts": True}
    row = {"conversation_id": other.id, "address_id": to.id, "channel": to.channel, "turn_id": run.id, "kind": "notice"}
    connection.execute(outbox.insert().values(**row, **sending, payload=database.seal(payload), created=now))


def _announce(connection: Connection, database: Database, run: Turn, person: str, entities: dict[str, object]) -> None:
    payload = {"text": "joined", "button": None, "media": None, "data": entities}
    row = {"channel": "news", "external_id": f"joined:{run.id}", "conversation_id": person, "kind": "event"}
    where = {"address_id": run.batch[-1].address, "status": "waiting", "received": database.now()}
    connection.execute(inbound.insert().values(**row, **where, payload=database.seal(payload)))


def forget(connection: Connection, person: str) -> None:
    """The rows of one conversation in these tables, within a transaction of the caller's."""
    for table in OF_CONVERSATION:
        connection.execute(delete(table).where(table.c.conversation_id == person))
