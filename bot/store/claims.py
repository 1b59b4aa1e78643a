"""Claims: an inbound is ours once, by one unique insert committed before anything is confirmed to its channel."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, select, update

from bot.channels.contract import Inbound
from bot.store import arrivals, delivery, erasure, message_ids, newcomers
from bot.store.database import Database
from bot.store.model import Claim
from bot.store.tables import address, conversation, inbound


class Claims:
    """Who wrote, and what. Every call commits before it returns."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def claim(self, said: Inbound, *, seen: int = 0) -> Claim:
        """Claim one inbound; its sender becomes a person on their first. ``seen`` is a cursor client's acknowledgement.

        Raises StoreBusyError, and then nothing was claimed.
        """
        return self.claim_all([said], seen=seen)[0]

    def claim_all(self, batch: Sequence[Inbound], *, seen: int = 0) -> list[Claim]:
        """Claim a channel's whole batch in one transaction, in its order."""
        with self._db.write() as connection:
            self._hold(connection, batch)
            return [self._claim_one(connection, said, seen) for said in batch]

    def claim_event(self, person: str, external_id: str, name: str, entities: dict[str, object]) -> Claim | None:
        """Queue something we say unprompted, in the person's own order. None for a person with no conversation here."""
        with self._db.write() as connection:
            found = connection.execute(select(conversation.c.address_id).where(conversation.c.id == person)).first()
            if found is None or found.address_id is None:
                return None
            event = Inbound("news", external_id, "", "event", text=name, data=dict(entities))
            return self._insert(connection, event, person, found.address_id)

    def conversation_of(self, channel: str, sender: str) -> str | None:
        """The conversation that an address has open, if it ever wrote."""
        with self._db.read() as connection:
            found = self._address(connection, channel, sender)
        return found.person_id if found else None

    def is_known(self, person: str) -> bool:
        with self._db.read() as connection:
            return connection.execute(select(conversation.c.id).where(conversation.c.id == person)).first() is not None

    def opt(self, channel: str, sender: str, *, out: bool) -> None:
        """Someone told their channel, not us, that we are not to write first (``out``), or may again."""
        before, after = ("open", "stopped") if out else ("stopped", "open")
        with self._db.write() as connection:
            found = self._address(connection, channel, sender)
            if found:
                theirs = update(conversation).where(conversation.c.id == found.person_id)
                connection.execute(theirs.where(conversation.c.status == before).values(status=after))

    def acknowledge(self, person: str, seen: int) -> None:
        """A cursor client has everything up to outbox id ``seen``."""
        with self._db.write() as connection:
            self._acknowledge(connection, person, seen)

    def seen(self, person: str) -> int:
        with self._db.read() as connection:
            return connection.scalar(select(conversation.c.seen).where(conversation.c.id == person)) or 0

    def _hold(self, connection: Connection, batch: Sequence[Inbound]) -> None:
        """Nobody joins or erases whose these addresses are before the claims are committed; always in one order."""
        hashes = {self._db.cipher.digest(f"{said.channel}:{said.sender}") for said in batch}
        theirs = select(address.c.id).where(address.c.hash.in_(hashes)).order_by(address.c.id)
        connection.execute(theirs.with_for_update()).all()

    def _claim_one(self, connection: Connection, said: Inbound, seen: int) -> Claim:
        now = self._db.now()
        found = self._address(connection, said.channel, said.sender)
        if found and self._is_erased(connection, found.person_id):
            erasure.detach(connection, found.person_id)
            found = None
        found = found or self._new_person(connection, said, now)
        claim = self._insert(connection, said, found.person_id, found.id)
        if claim.is_new:
            arrivals.arrive(connection, self._db, found.person_id, said.data.get("door"))
            at = min(said.at or now, now)  # theirs: the channel counts its day from it
            written = max(found.last_written or at, at)
            connection.execute(
                update(address).where(address.c.id == found.id).values(last_written=written, blocked=False)
            )
            delivery.release(connection, found.id)
            elsewhere = conversation.c.address_id.is_distinct_from(found.id)
            here = update(conversation).where(conversation.c.id == found.person_id, elsewhere)
            connection.execute(here.values(address_id=found.id))
        if seen:
            self._acknowledge(connection, found.person_id, seen)
        return claim

    def _insert(self, connection: Connection, said: Inbound, person: str, address_id: int) -> Claim:
        payload = {"text": said.text, "button": said.button, "media": said.media, "data": said.data}
        external_id = message_ids.kept(self._db.cipher, said.external_id, said.sender)
        insert = self._db.insert_once(inbound).values(
            channel=said.channel,
            external_id=external_id,
            conversation_id=person,
            address_id=address_id,
            kind=said.kind,
            payload=self._db.seal(payload),
            status="waiting",
            received=self._db.now(),
        )
        new_id = connection.scalar(insert.returning(inbound.c.id))
        if new_id is not None:
            return Claim(person, new_id, is_new=True)
        same = select(inbound.c.id, inbound.c.conversation_id)
        known = connection.execute(
            same.where(inbound.c.channel == said.channel, inbound.c.external_id == external_id)
        ).one()
        return Claim(known.conversation_id, known.id, is_new=False)

    def _address(self, connection: Connection, channel: str, sender: str) -> Row[int, str, datetime | None] | None:
        hashed = self._db.cipher.digest(f"{channel}:{sender}")
        about = (address.c.id, address.c.person_id, address.c.last_written)
        found = select(*about).where(address.c.channel == channel, address.c.hash == hashed)
        return connection.execute(found).first()

    def _new_person(self, connection: Connection, said: Inbound, now: datetime) -> Row[int, str, datetime | None]:
        person = str(uuid.uuid4())
        insert = self._db.insert_once(address).values(
            channel=said.channel,
            hash=self._db.cipher.digest(f"{said.channel}:{said.sender}"),
            external_id=self._db.cipher.encrypt(said.sender),
            person_id=person,
            role="resident",
            created=now,
        )
        new_id = connection.scalar(insert.returning(address.c.id))
        if new_id is not None:
            newcomers.open_conversation(connection, person, new_id, now)
        found = self._address(connection, said.channel, said.sender)
        if found is None:
            raise RuntimeError("an address just written cannot be found: is the secret key changing?")
        return found

    def _is_erased(self, connection: Connection, person: str) -> bool:
        return connection.scalar(select(conversation.c.status).where(conversation.c.id == person)) == "erased"

    def _acknowledge(self, connection: Connection, person: str, seen: int) -> None:
        forward = update(conversation).where(conversation.c.id == person, conversation.c.seen < seen)
        connection.execute(forward.values(seen=seen))
