"""The table of how somebody wants to be written to, and of their private word."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from introductions.store.columns import Encrypted
from introductions.store.tables import Row


class PreferenceRow(Row):
    """One row a person who ever chose something. ``word`` is what scrypt made of the private word, never the word."""

    __tablename__ = "preference"
    __table_args__ = (
        CheckConstraint("quiet IN ('off', 'after_me', 'hours')", name="quiet"),
        CheckConstraint("word_step IN ('setting', 'asked')", name="word_step"),
    )
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    quiet: Mapped[str] = mapped_column(default="off")
    hours_from: Mapped[int | None]
    """Of the hours in which we may write first: the first hour of the day, in London."""
    hours_until: Mapped[int | None]
    word: Mapped[str | None] = mapped_column(Encrypted)
    word_step: Mapped[str | None]
    """What the next message is read as: a word to set, or the word that was asked for."""
    word_step_until: Mapped[datetime | None]
    word_tries: Mapped[int] = mapped_column(default=0)
    word_paused_until: Mapped[datetime | None]
    word_given_at: Mapped[datetime | None]
    locked_at: Mapped[datetime | None]
    """Since when nothing is recalled before the word is given, whoever writes."""
