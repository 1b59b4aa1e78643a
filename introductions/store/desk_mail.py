"""Mail to our own people: the safeguarding lead and the coordinator. It says where to look, never what anybody said."""

from __future__ import annotations

from email.utils import parseaddr
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from introductions.calendar import next_loud
from introductions.store.base import Base, new_id
from introductions.store.tables import OutgoingRow
from introductions.templates import render_mail

ALERT, HARM, HELD_WORDS, REQUEST = "alert", "harm", "words_held", "request"
AT_ONCE = frozenset({ALERT, HARM, HELD_WORDS})
"""Kinds of mail that go at any hour."""
TO_DESK = AT_ONCE | {REQUEST, "bounced", "welcome_low", "undecided"}


class DeskMail(Base):
    @property
    def lead(self) -> str:
        """The safeguarding lead's mail address, else the coordinator's; empty where nobody reads."""
        return _address(self.values.safeguarding_contact) or self.desk

    @property
    def desk(self) -> str:
        """The coordinator's mail address; empty where there is none."""
        return _address(self.values.coordinator)

    @property
    def sender(self) -> str:
        """Our plain mail address."""
        return _address(self.values.mail_from)

    def _to_desk(
        self, session: Session, kind: str, cause: str, *, to: str, about: str | None = None, **said: Any
    ) -> None:
        """Queue one mail to one of ours; the same cause queues it once. Nothing happens where nobody reads.

        ``about`` is the person it is about, in whose copy it stands and with whom it goes.
        """
        if not to:
            return
        subject, text, html = render_mail(kind, {"operator": self.values.operator, **said})
        sender, now = self.sender, self.clock.now()
        message_id = f"<{self.cipher.digest(cause)[:32]}@{sender.rpartition('@')[2] or 'localhost'}>"
        due = now if kind in AT_ONCE else next_loud(now, self.values.quiet_hours)
        insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
        row = insert(OutgoingRow).values(
            id=new_id(), introduction_id=None, person_id=about, kind=kind, cause=cause, message_id=message_id, to=to,
            reply_to=sender, subject=subject, text=text, html=html, written_at=now, due_at=due, state="queued",
        )  # fmt: skip
        session.execute(row.on_conflict_do_nothing())


def _address(given: str | None) -> str:
    found = parseaddr(given or "")[1]
    return found if "@" in found else ""
