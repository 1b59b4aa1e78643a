"""Mail to providers: taken by a worker under a lease, with the consent read again at that moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.orm import Session

from introductions.calendar import next_loud, promised_day
from introductions.model import Outgoing
from introductions.outbox import LEASE
from introductions.states import ENDED, State
from introductions.store import consents
from introductions.store.ages import admits, age_of
from introductions.store.changes import may_have_left
from introductions.store.desk_mail import AT_ONCE, TO_DESK
from introductions.store.digests import DIGEST, digest_may_go
from introductions.store.doors import DOOR_HEARS, door_may_hear
from introductions.store.incidents import held_by_incident
from introductions.store.keeper_chats import chat_buttons
from introductions.store.keepers import LISTING_CHECK, LISTING_KEPT, LISTING_NEWS, may_ask
from introductions.store.meeting import NOT_COMING
from introductions.store.provider_chat_table import ProviderChatRow
from introductions.store.relaying import NOT_PASSED, NOT_PASSED_ENDED, PASSED_LATE
from introductions.store.service_events import is_paused
from introductions.store.tables import IntroductionRow, OutgoingRow, PersonRow, StubRow
from introductions.store.undelivered import Undelivered
from introductions.store.ways import CHAT_NOTICE, SAID_IN_CHAT
from introductions.store.weeks import WEEK_KEPT
from introductions.ways import chat_of

UNCONDITIONAL = frozenset({"withdrawn", "please_delete", CHAT_NOTICE, WEEK_KEPT}) | SAID_IN_CHAT | TO_DESK
UNCONDITIONAL |= {LISTING_NEWS, LISTING_KEPT}
"""These carry out a withdrawal or an erasure, tell our own people where to look, or are of a provider's own chat or
listings: they say nothing of anybody, so they need no consent.
"""
TELLS_OF_NOBODY = frozenset({NOT_COMING, NOT_PASSED, NOT_PASSED_ENDED, PASSED_LATE})
"""These tell a provider what became of its words or of a visit, though it has ended; not to a mailbox that leaks."""
OF_NO_LETTER = frozenset({DOOR_HEARS, DIGEST, LISTING_CHECK})
"""What these are about is looked at again when they leave, in place of one letter's consent."""
ANY_HOUR = SAID_IN_CHAT | AT_ONCE
ASKED_FOR = timedelta(hours=1)
"""How often it is looked whether a letter may go that waits since its person spoke of danger."""
HELD_FOR = timedelta(hours=1)
"""How often it is looked whether a provider that leaked is safe again, or a service that was paused goes on."""


class Sending(Undelivered):
    def due_letters(self, now: datetime | None = None, limit: int = 10) -> list[Outgoing]:
        """Take up to ``limit`` mails that are due, under a lease of ten minutes; two workers never hold the same one.

        The consent is read again here: what was withdrawn, has run out or belongs to an ended introduction is stopped.
        A mail whose lease ran out is given again with the same bytes and message id. Take few at a time and
        send at once.
        """
        now = now or self.clock.now()
        if not self.finds(_due(now)):
            return []
        with self.writing() as session:
            while rows := self._next(session, now, limit):
                taken = [_outgoing(row) for row in rows if self._take(session, row, now)]
                if taken:
                    return taken
                session.flush()  # none of these is due any more: the next ones are looked at, not left to another call
            return []

    @staticmethod
    def _next(session: Session, now: datetime, limit: int) -> Sequence[OutgoingRow]:
        first = _due(now).order_by(OutgoingRow.due_at).limit(limit)
        return session.scalars(first.with_for_update(skip_locked=True)).all()

    def _take(self, session: Session, row: OutgoingRow, now: datetime) -> bool:
        loud = next_loud(now, self.values.quiet_hours)
        if loud > now and row.kind not in ANY_HOUR:
            row.due_at = loud
            return False
        if not self._has_way(session, row):
            row.state = "stopped"
            return False
        if not self._is_ripe(session, row, now):
            return False
        # A lease that ran out was never reported on: the worker may have died after sending.
        row.may_have_left = row.may_have_left or row.taken_until is not None
        row.taken_until = now + LEASE
        row.attempts += 1
        return True

    def _is_ripe(self, session: Session, row: OutgoingRow, now: datetime) -> bool:
        """Whether it goes now; else it is stopped, or looked at again later.

        Readers of a mail lock the mail, then read; writers lock the introduction, then the mail. No lock is taken here.
        """
        if row.kind in UNCONDITIONAL:
            return True
        if row.kind in OF_NO_LETTER:
            asks = _stands(session, row, now)
            if asks == "hold":
                row.due_at = now + HELD_FOR
            row.state = "stopped" if asks == "stop" else row.state
            return asks == "go"
        introduction = session.get(IntroductionRow, row.introduction_id, populate_existing=True)
        if introduction is not None and _is_held(session, row, introduction):
            row.due_at = now + HELD_FOR
            return False
        if row.kind in TELLS_OF_NOBODY and introduction is not None:
            return True
        if introduction is None or not self._may_go(session, row, introduction, now):
            row.state = "stopped"
            return False
        person = session.get_one(PersonRow, introduction.person_id, populate_existing=True)
        wait = person.crisis_wait_until
        if row.kind == "introduction" and wait and introduction.agreed_at <= (person.crisis_at or wait):
            row.due_at = max(wait, now + ASKED_FOR)  # the clocks ask the person; their yes makes it due
            return False
        return True

    def _may_go(self, session: Session, row: OutgoingRow, introduction: IntroductionRow, now: datetime) -> bool:
        if State(introduction.state) in ENDED or introduction.link_revoked_at is not None:
            return False
        first = introduction.state == State.QUEUED
        if first != (row.kind == "introduction") or not consents.is_valid(session, introduction.consent_id, now):
            return False
        return not first or self._may_be_met(session, introduction)

    def _may_be_met(self, session: Session, introduction: IntroductionRow) -> bool:
        """The person is still kept, and the service goes on and takes their age. A place that left stops no letter."""
        person = session.get_one(PersonRow, introduction.person_id, populate_existing=True)
        service = self.directory().services.get(introduction.service_id)
        if person.keep != "agreed":
            return False
        return service is None or (service.capacity != "closed" and admits(service, age_of(session, person)))

    def letter_sent(self, outgoing_id: str, channel_id: str = "") -> None:
        """The mail server took it, or the chat, whose own id of it is ``channel_id``. The first letter makes the
        introduction ``sent`` and tells the person. Safe to repeat.
        """
        with self.writing() as session:
            row = self._mail_row(session, outgoing_id)
            if row is None or row.state == "sent":
                return
            row.state, row.sent_at, row.taken_until, row.error = "sent", self.clock.now(), None, None
            row.may_have_left = True
            chat = chat_of(row.to)
            row.channel_id = self.channel_id(chat, channel_id) if chat and channel_id else None
            if row.kind == DIGEST:
                row.text = row.html = ""  # its links are of people who may ask to be forgotten
            if row.kind == "introduction" and row.introduction_id:
                self._first_letter_went(session, self._row(session, row.introduction_id))
            if row.kind == "please_delete":
                session.execute(delete(StubRow).where(StubRow.introduction_id == row.cause.partition(":")[0]))
                session.delete(row)

    def _first_letter_went(self, session: Session, row: IntroductionRow) -> None:
        now = self.clock.now()
        if row.state == State.QUEUED:
            self._move(session, row, State.SENT, "sent", "worker")
            provider = self._provider(row)
            row.sent_at = row.anchor = now
            row.promised_day = promised_day(now, provider.working_days if provider else ())
            self._tell(session, row, "introduction_sent", promised_day=row.promised_day.isoformat())
        elif row.ended_as == State.WITHDRAWN:
            self._note(session, row, "sent_while_withdrawn", "worker", once="sent_while_withdrawn")
            self._mail(session, row, "withdrawn")

    def _has_way(self, session: Session, row: OutgoingRow) -> bool:
        """Nothing but the line that says so goes to a chat that its provider has left: the rest goes by mail, if
        there is an address. No lock is taken here.
        """
        chat = chat_of(row.to)
        if chat is None or row.kind in SAID_IN_CHAT:
            return True
        linked = select(ProviderChatRow.provider_id, ProviderChatRow.ended_at)
        found = session.execute(linked.filter_by(channel=chat.channel, hash=self._hash(chat))).one_or_none()
        if found is not None and found.ended_at is None:
            return True
        provider = self.directory().providers.get(found.provider_id) if found is not None else None
        row.to = (provider.letter_email if provider else None) or row.to
        return chat_of(row.to) is None

    def waiting_mail(self, introduction_id: str) -> list[tuple[str, datetime]]:
        """Kinds of mail that still wait to go for an introduction, and from when."""
        with self.reading() as session:
            wanted = select(OutgoingRow.kind, OutgoingRow.due_at).filter_by(
                introduction_id=introduction_id, state="queued"
            )
            return [(kind, due) for kind, due in session.execute(wanted.order_by(OutgoingRow.due_at))]

    def sent_letters(self, limit: int = 50) -> list[Outgoing]:
        """The newest mails that went, for the local page's view of a provider's inbox (no mail server there)."""
        with self.reading() as session:
            wanted = (
                select(OutgoingRow)
                .where(OutgoingRow.state == "sent", OutgoingRow.kind != DIGEST)
                .order_by(OutgoingRow.sent_at.desc(), OutgoingRow.written_at.desc(), OutgoingRow.id)
            )
            return [_outgoing(row) for row in session.scalars(wanted.limit(limit))]


def _due(now: datetime) -> Select[OutgoingRow]:
    free = or_(OutgoingRow.taken_until.is_(None), OutgoingRow.taken_until <= now)
    return select(OutgoingRow).where(OutgoingRow.state == "queued", OutgoingRow.due_at <= now, free)


def _is_held(session: Session, row: OutgoingRow, introduction: IntroductionRow) -> bool:
    """Nothing goes to a provider that leaked, and no first letter to a service that is paused.

    What may have reached it before is tried on, so that both sides know the same.
    """
    if held_by_incident(session, introduction.provider_id):
        return True
    return row.kind == "introduction" and not may_have_left(row) and is_paused(session, introduction.service_id)


def _stands(session: Session, row: OutgoingRow, now: datetime) -> Literal["go", "hold", "stop"]:
    """Whether what a mail of no single letter is about still holds."""
    if row.kind == LISTING_CHECK:
        return may_ask(session, row)
    holds = door_may_hear(session, row, now) if row.kind == DOOR_HEARS else digest_may_go(session, row)
    return "go" if holds else "stop"


def _outgoing(row: OutgoingRow) -> Outgoing:
    return Outgoing(
        id=row.id,
        introduction_id=row.introduction_id,
        kind=row.kind,
        message_id=row.message_id,
        to=row.to,
        reply_to=row.reply_to,
        subject=row.subject,
        text=row.text,
        html=row.html,
        attempts=row.attempts,
        written_at=row.written_at,
        buttons=chat_buttons(row),
    )
