"""Taking away: a person whole, or words whose time is over."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete, or_, select, update

from bot.store import joining, newcomers
from bot.store.database import Database
from bot.store.tables import address, button, conversation, inbound, outbox, turn

# Words are held by the gateway only while they may still be needed: actions keep what consent lets them keep.
WORDS_KEPT = timedelta(minutes=55)
CRISIS_WORDS_KEPT = timedelta(days=30)
SAID_KEPT = timedelta(days=90)
UNFINISHED_KEPT = timedelta(days=90)
MOST_AT_ONCE = 500
# A goodbye waits this long to be read before the last rows of an erased person go.
GOODBYE_KEPT = timedelta(minutes=2)


class Erasure:
    """Retention and the right to be forgotten, for the bot's own tables."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def erase(self, person: str) -> None:
        """Remove every row about a person. Doing it twice does nothing."""
        with self._db.write() as connection:
            remove(connection, person)

    def mark(self, person: str) -> None:
        """Remove what a person said and was told now; the last rows go with their tracker (``erased_people``)."""
        with self._db.write() as connection:
            newcomers.hold_addresses(connection, [person])
            remove_history(connection, person, but_turn="")
            newcomers.move_on(connection, self._db, person)
            gone = update(conversation).where(conversation.c.id == person)
            connection.execute(gone.values(status="erased", form=None, slot=None, crisis=None, last_turn=None))

    def erased_people(self) -> list[str]:
        """People whose goodbye has been sent, and whose tracker and last rows can go."""
        waiting = select(outbox.c.conversation_id).where(outbox.c.status == "waiting")
        ready = select(conversation.c.id).where(
            conversation.c.status == "erased",
            conversation.c.updated <= self._db.now() - GOODBYE_KEPT,
            conversation.c.id.not_in(waiting),
        )
        with self._db.read() as connection:
            return list(connection.scalars(ready))

    def idle_people(self) -> list[str]:
        """Conversations that have been silent for longer than an unfinished one is kept."""
        long_ago = self._db.now() - UNFINISHED_KEPT
        idle = select(conversation.c.id).where(conversation.c.status != "erased", conversation.c.updated <= long_ago)
        with self._db.read() as connection:
            return list(connection.scalars(idle.limit(MOST_AT_ONCE)))

    def forget_words(self) -> int:
        """Blank words whose time is over; gives how many rows were blanked."""
        now = self._db.now()
        old = or_(
            inbound.c.crisis.is_(False) & (inbound.c.received <= now - WORDS_KEPT),
            inbound.c.received <= now - CRISIS_WORDS_KEPT,
        )
        heard = update(inbound).where(inbound.c.payload.is_not(None), inbound.c.status == "done", old)
        said = update(outbox).where(
            outbox.c.payload.is_not(None), outbox.c.status != "waiting", outbox.c.created <= now - SAID_KEPT
        )
        with self._db.write() as connection:
            blanked = connection.execute(heard.values(payload=None)).rowcount
            return blanked + connection.execute(said.values(payload=None)).rowcount


def remove(connection: Connection, person: str) -> None:
    """Every row of a person, within a transaction of the caller's."""
    for table in (outbox, button, inbound, turn):
        connection.execute(delete(table).where(table.c.conversation_id == person))
    connection.execute(update(conversation).where(conversation.c.id == person).values(address_id=None))
    connection.execute(delete(address).where(address.c.person_id == person))
    joining.forget(connection, person)
    connection.execute(delete(conversation).where(conversation.c.id == person))


def detach(connection: Connection, person: str) -> None:
    """Someone erased writes again: their address is free for a new person; the last rows still wait for the tracker."""
    unsent = outbox.c.status.in_(("waiting", "held"))
    connection.execute(delete(outbox).where(outbox.c.conversation_id == person, unsent))
    for table in (outbox, inbound):
        connection.execute(update(table).where(table.c.conversation_id == person).values(address_id=None))
    connection.execute(update(conversation).where(conversation.c.id == person).values(address_id=None))
    connection.execute(delete(address).where(address.c.person_id == person))


def remove_history(connection: Connection, person: str, *, but_turn: str) -> None:
    """Everything but the goodbye of ``but_turn``, the address it goes to, and what waits (``newcomers.move_on``)."""
    connection.execute(delete(outbox).where(outbox.c.conversation_id == person, outbox.c.turn_id != but_turn))
    connection.execute(delete(button).where(button.c.conversation_id == person))
    answered = (inbound.c.conversation_id == person) & (inbound.c.status == "done")
    connection.execute(update(inbound).where(answered).values(payload=None))
    connection.execute(delete(turn).where(turn.c.conversation_id == person, turn.c.id != but_turn))
    joining.forget(connection, person)
