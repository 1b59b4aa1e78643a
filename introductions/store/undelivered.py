"""Letters that did not arrive: tried again, sent by mail instead, or given up and told of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.states import State
from introductions.store.keepers import LISTING_CHECK, Keepers
from introductions.store.provider_chat_table import ProviderChatRow
from introductions.store.tables import IntroductionRow, OutgoingRow
from introductions.store.ways import SAID_IN_CHAT, end_chat
from introductions.ways import chat_of


class Undelivered(Keepers):
    def letter_failed(self, outgoing_id: str, error: str, retry_at: datetime | None, *, refused: bool = False) -> None:
        """It did not go. With ``retry_at`` it is tried again then; without, it is given up and the person is told; so
        is the coordinator.

        ``error`` is an exception's class or a status code, never a text. ``refused``: the server surely has
        not taken it.
        ``introductions.outbox.next_try`` gives the usual back-off. Safe to repeat.
        """
        with self.writing() as session:
            row = self._mail_row(session, outgoing_id)
            if row is None or row.state != "queued":
                return
            row.error, row.taken_until = error[:100], None
            row.may_have_left = row.may_have_left or not refused
            if retry_at is not None:
                row.due_at = retry_at
                return
            if self._by_mail_instead(session, row):
                return
            row.state = "dead"
            if row.kind == LISTING_CHECK:
                self._letter_lost(session, row)
            if row.kind == "introduction" and row.introduction_id:
                introduction = self._row(session, row.introduction_id)
                self._fail(session, introduction, "undelivered", perhaps=row.may_have_left)
                self._ask_about_address(session, introduction, "undelivered")

    def _by_mail_instead(self, session: Session, row: OutgoingRow) -> bool:
        """A chat that takes nothing any more is left, and the same stored text goes by mail."""
        chat = chat_of(row.to)
        if chat is None:
            return False
        wanted = select(ProviderChatRow).filter_by(channel=chat.channel, hash=self._hash(chat))
        found = session.scalar(wanted.with_for_update())
        provider = self.directory().providers.get(found.provider_id) if found else None
        if found is not None and found.ended_at is None:
            end_chat(session, found, provider, self.clock.now())
        if row.kind in SAID_IN_CHAT or provider is None or not provider.letter_email:
            return False
        row.to, row.due_at, row.attempts = provider.letter_email, self.clock.now(), 0
        return True

    def _fail(self, session: Session, row: IntroductionRow, reason: str, *, perhaps: bool) -> None:
        if row.state in (State.QUEUED, State.SENT, State.QUESTION):
            row.paused_at = None
            self._move(session, row, State.FAILED, "failed", "worker", data={"reason": reason})
            self._stop_mail(session, row)
            self._tell_lost(session, row, reason, perhaps=perhaps)

    def letter_bounced(self, message_id: str) -> None:
        """A mail server gave a first letter back: the introduction failed and the person is told. Of a letter to a
        keeper the coordinator is told. Unknown ids do nothing.
        """
        with self.writing() as session:
            asked = select(OutgoingRow).filter_by(message_id=message_id, kind=LISTING_CHECK).with_for_update()
            came_back = session.scalar(asked)
            if came_back is not None and came_back.state in ("sent", "queued"):
                came_back.state, came_back.error = "dead", "bounced"
                self._letter_lost(session, came_back)
            outgoing_id = session.scalar(select(OutgoingRow.id).filter_by(message_id=message_id, kind="introduction"))
            row = self._mail_row(session, outgoing_id) if outgoing_id else None
            if row is not None and row.state in ("sent", "queued") and row.introduction_id:
                row.state, row.error = "dead", "bounced"
                introduction = self._row(session, row.introduction_id)
                self._fail(session, introduction, "bounced", perhaps=False)
                self._ask_about_address(session, introduction, "bounced")

    @staticmethod
    def _mail_row(session: Session, outgoing_id: str) -> OutgoingRow | None:
        """The mail, behind the lock of its introduction: everything locks the introduction first."""
        introduction_id = session.scalar(select(OutgoingRow.introduction_id).filter_by(id=outgoing_id))
        if introduction_id:
            session.execute(select(IntroductionRow.id).filter_by(id=introduction_id).with_for_update())
        wanted = select(OutgoingRow).filter_by(id=outgoing_id).with_for_update()
        return session.scalar(wanted.execution_options(populate_existing=True))
