"""The tables of chats that belong to a provider, and of the codes that link them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from introductions.store.columns import Encrypted
from introductions.store.tables import Row


class ProviderChatRow(Row):
    """A chat in which a provider gets its letters. It is never a resident's conversation while it stands here."""

    __tablename__ = "provider_chat"
    __table_args__ = (UniqueConstraint("channel", "hash"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[str] = mapped_column(index=True)
    channel: Mapped[str]
    hash: Mapped[str]
    address: Mapped[str] = mapped_column(Encrypted)
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)


class ProviderChatCodeRow(Row):
    """A code that links one chat, once; kept as its keyed hash."""

    __tablename__ = "provider_chat_code"
    hash: Mapped[str] = mapped_column(primary_key=True)
    provider_id: Mapped[str]
    introduction_id: Mapped[str] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"), index=True)
    until: Mapped[datetime]
    used_at: Mapped[datetime | None]
