"""Tables of what one person does across several phones: codes that join two chats, the door they came by, hiding."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table

from bot.store.tables import CountingId
from introductions.store.columns import Utc
from knowledge.store import metadata

# A code is told once, in the chat that asked for it; only its keyed hash is kept.
join_code = Table(
    "join_code",
    metadata,
    Column("id", CountingId, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False, index=True),
    Column("created", Utc, nullable=False),
    Column("until", Utc, nullable=False, index=True),
    Column("used", Utc),
    sqlite_autoincrement=True,
)

# A code that was typed and is none: counted for a while, so that nobody can try them all. What was typed is not kept.
join_try = Table(
    "join_try",
    metadata,
    Column("id", CountingId, primary_key=True),
    Column("address_id", CountingId, nullable=False, index=True),
    Column("at", Utc, nullable=False, index=True),
    Column("start", String(64), index=True),  # keyed hash of how it began: it counts against live codes that begin so
    sqlite_autoincrement=True,
)

# The door that a conversation came through, once. The place behind the door never sees this.
arrival = Table(
    "arrival",
    metadata,
    Column("conversation_id", ForeignKey("conversation.id"), primary_key=True),
    Column("door", String(40), nullable=False),
    Column("at", Utc, nullable=False),
)

# Up to which message of either side a person wants the screen empty. Nothing is deleted by this here.
hidden = Table(
    "hidden",
    metadata,
    Column("conversation_id", ForeignKey("conversation.id"), primary_key=True),
    Column("ours", CountingId, nullable=False),
    Column("theirs", CountingId, nullable=False),
)

OF_CONVERSATION = (join_code, arrival, hidden)
