"""The tables of asking keepers whether their listings are still right, and of what they said. Nothing is of a person
who talks with us.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import get_args

from sqlalchemy import CheckConstraint, ForeignKey, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from introductions.keeping import Answer
from introductions.store.columns import Encrypted
from introductions.store.tables import Row

HOW = ("page", "mail", "chat", "desk")


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)


class KeeperLetterRow(Row):
    """One asking of one keeper, about all of its listings that were due; the second try goes by the same link."""

    __tablename__ = "keeper_letter"
    id: Mapped[str] = mapped_column(primary_key=True)
    provider_id: Mapped[str] = mapped_column(index=True)
    keeper: Mapped[str]
    token: Mapped[str] = mapped_column(Encrypted)
    token_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime] = mapped_column(index=True)
    link_until: Mapped[datetime] = mapped_column(index=True)
    revoked_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    words_until: Mapped[datetime | None]
    """In a chat: until then, words that answer no other message say what changed."""


class ListingCheckRow(Row):
    """Where asking about one listing stands, and what its keeper said stands over it."""

    __tablename__ = "listing_check"
    __table_args__ = (
        _one_of("capacity", ("", "open", "full", "closed")),
        _one_of("doubt", ("", "changed")),
    )
    service_id: Mapped[str] = mapped_column(primary_key=True)
    letter_id: Mapped[str | None] = mapped_column(ForeignKey("keeper_letter.id", ondelete="SET NULL"), index=True)
    asked_at: Mapped[datetime | None]
    again_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    silent_at: Mapped[datetime | None]
    said_on: Mapped[date | None]
    checked: Mapped[date | None]
    capacity: Mapped[str] = mapped_column(default="")
    full_until: Mapped[date | None]
    doubt: Mapped[str] = mapped_column(default="")


class ListingAnswerRow(Row):
    """One thing that was said of a listing, in order."""

    __tablename__ = "listing_answer"
    __table_args__ = (_one_of("answer", get_args(Answer)), _one_of("how", HOW))
    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[str] = mapped_column(index=True)
    letter_id: Mapped[str | None] = mapped_column(ForeignKey("keeper_letter.id", ondelete="SET NULL"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    answer: Mapped[str]
    until: Mapped[date | None]
    text: Mapped[str] = mapped_column(Encrypted, default="")
    how: Mapped[str]


def revoke_keeper_links(session: Session, provider_id: str, now: datetime) -> None:
    """Whoever has these links may change nothing by them any more."""
    living = (KeeperLetterRow.provider_id == provider_id) & KeeperLetterRow.revoked_at.is_(None)
    session.execute(update(KeeperLetterRow).where(living).values(revoked_at=now))
