"""The bot's tables. Whatever identifies or quotes a person is text encrypted by the store before it gets here."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from introductions.store.columns import Utc
from knowledge.store import metadata

# SQLite counts up only INTEGER keys.
CountingId = BigInteger().with_variant(Integer(), "sqlite")


def _partial(name: str, where: str) -> Index:
    """An index of the few rows that still have something to do."""
    return Index(name, "status", sqlite_where=text(where), postgresql_where=text(where))


# An address is not a person: a person may have several, each found by its keyed hash.
address = Table(
    "address",
    metadata,
    Column("id", CountingId, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("external_id", Text, nullable=False),  # encrypted
    Column("person_id", String(36), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("created", Utc, nullable=False),
    Column("last_written", Utc),  # when the person last wrote from here
    Column("blocked", Boolean, nullable=False, default=False),
    UniqueConstraint("channel", "hash", name="uq_address_channel_hash"),
)

# A person's id and the conversation's are one random UUID. ``status``: open, stopped, crisis_waiting, erased.
conversation = Table(
    "conversation",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("address_id", CountingId),  # the address last written from; no foreign key, since addresses go first
    Column("status", String(16), nullable=False),
    Column("crisis", Text),  # encrypted JSON: stage and kinds
    Column("form", String(64)),
    Column("slot", String(64)),
    Column("language", String(16), nullable=False),
    Column("last_turn", String(32)),  # the latest turn that said something; its buttons are the ones on offer
    Column("seen", CountingId, nullable=False, default=0),  # the last outbox id a cursor client says it has
    # The last outbox id before two chats became one: up to it each address has its own alone.
    Column("joined", CountingId, nullable=False, default=0, server_default="0"),
    Column("lease_owner", String(64)),
    Column("lease_until", Utc),
    Column("created", Utc, nullable=False),
    Column("updated", Utc, nullable=False),
)

# Ids count up and are never used again: they are the order of a conversation. ``status``: waiting, taken, done.
inbound = Table(
    "inbound",
    metadata,
    Column("id", CountingId, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False),
    Column("address_id", ForeignKey("address.id")),
    Column("kind", String(8), nullable=False),
    Column("payload", Text),  # encrypted JSON; blanked once its time is over
    Column("crisis", Boolean, nullable=False, default=False),
    Column("status", String(8), nullable=False),
    Column("turn_id", String(32)),
    Column("received", Utc, nullable=False),
    UniqueConstraint("channel", "external_id", name="uq_inbound_channel_external_id"),
    Index("ix_inbound_conversation_id_status", "conversation_id", "status"),
    _partial("ix_inbound_unfinished", "status != 'done'"),
    sqlite_autoincrement=True,
)

# ``status``: open, done, given_up. The id is committed before anything runs and travels to Rasa and its actions.
turn = Table(
    "turn",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False, index=True),
    Column("status", String(8), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("faults", Integer, nullable=False, default=0),
    Column("told", Boolean, nullable=False, default=False),  # the person knows that the answer is late
    Column("next_try", Utc),
    Column("created", Utc, nullable=False),
    Column("finished", Utc),
    Column("alarm", Text),  # encrypted JSON: what the other rooms have not heard yet of danger in this turn
    _partial("ix_turn_open", "status = 'open'"),
    Index(
        "ix_turn_alarm",
        "created",
        sqlite_where=text("alarm IS NOT NULL"),
        postgresql_where=text("alarm IS NOT NULL"),
    ),
)

# What was offered: pressing a button sends its intent and entities, which never leave this table.
button = Table(
    "button",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False, index=True),
    Column("turn_id", String(32), nullable=False, index=True),
    Column("place", Integer, nullable=False),  # order within the turn, from 0
    Column("title", Text, nullable=False),  # encrypted
    Column("intent", String(64), nullable=False),
    Column("entities", Text, nullable=False),  # encrypted JSON
    Column("form", String(64)),
    Column("slot", String(64)),  # the question it answers; without one it never grows old
    Column("pressed_turn", String(32)),
)

# ``status``: waiting, sent, held (until the person writes), dead.
# Rows of cursor channels are born sent: reading them is their delivery.
outbox = Table(
    "outbox",
    metadata,
    Column("id", CountingId, primary_key=True),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False),
    Column("address_id", ForeignKey("address.id")),
    Column("channel", String(16), nullable=False),
    Column("turn_id", String(32), nullable=False, index=True),
    Column("kind", String(12), nullable=False),  # text, options, notice, turn_done
    Column("payload", Text),  # encrypted JSON; blanked once its time is over
    Column("status", String(8), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_try", Utc),
    Column("taken_by", String(64)),  # the process that has it on its way; ``next_try`` is then when that lapses
    Column("external_id", String(200)),
    Column("created", Utc, nullable=False),
    Column("sent", Utc),
    Index("ix_outbox_conversation_id_id", "conversation_id", "id"),
    _partial("ix_outbox_waiting", "status = 'waiting'"),
    sqlite_autoincrement=True,
)
