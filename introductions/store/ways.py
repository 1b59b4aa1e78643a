"""Which way a provider is written to now, and how that changes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from introductions.store.provider_chat_table import ProviderChatRow
from introductions.store.tables import OutgoingRow
from introductions.ways import Chat
from knowledge.listing import Provider

SAID_IN_CHAT = frozenset({"chat_linked", "chat_stopped", "chat_off", "chat_words_only", "chat_which", "chat_passed"})
SAID_IN_CHAT |= {"chat_listing_kept", "chat_listing_change", "chat_listing_over"}
"""Lines that answer somebody who has just written in a provider's chat: they go at any hour and name nobody."""
CHAT_NOTICE = "chat_notice"
"""The mail that tells a provider's own address that its letters go elsewhere now."""


def chat_row(session: Session, provider_id: str) -> ProviderChatRow | None:
    """The chat that this provider's letters go to now."""
    return session.scalar(select(ProviderChatRow).filter_by(provider_id=provider_id, ended_at=None).limit(1))


def letter_address(session: Session, provider: Provider) -> str:
    """Where letters to this provider go: its linked chat, else its mail address."""
    row = chat_row(session, provider.id)
    return str(Chat(row.channel, row.address)) if row else provider.letter_email


def end_chat(session: Session, row: ProviderChatRow, provider: Provider | None, now: datetime) -> None:
    """From now on by mail again. What waits for the chat and has surely not reached it goes by mail too."""
    row.ended_at = now
    session.flush()
    to_mail_instead(session, row, provider)


def to_mail_instead(
    session: Session, row: ProviderChatRow, provider: Provider | None, *, may_have_left: bool = False
) -> None:
    """Everything that waits for this chat goes by mail. ``may_have_left``: what a worker has or had, too; without, it
    stays, and is looked at again when it is next taken.
    """
    waiting = select(OutgoingRow).where(OutgoingRow.state == "queued", OutgoingRow.kind.not_in(SAID_IN_CHAT))
    chat = str(Chat(row.channel, row.address))
    for mail in session.scalars(waiting).all():
        if mail.to == chat and (may_have_left or (mail.taken_until is None and not mail.may_have_left)):
            mail.to = provider.letter_email if provider else mail.to


def forget_channel_ids(session: Session, row: ProviderChatRow) -> None:
    """Which messages of this chat were letters is of no use any more."""
    prefix = f"{row.hash[:24]}:"
    session.execute(update(OutgoingRow).where(OutgoingRow.channel_id.startswith(prefix)).values(channel_id=None))
