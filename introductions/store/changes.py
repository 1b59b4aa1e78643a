"""What every flow does to an introduction: change its state, note an event, tell the person, write to the provider."""

from __future__ import annotations

import hmac
import uuid
from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr
from typing import Any, Literal

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from introductions.calendar import next_loud
from introductions.errors import NotFound
from introductions.model import Event, Introduction
from introductions.states import ENDED, State, changed
from introductions.store.base import new_id
from introductions.store.checks import check_due
from introductions.store.desk_mail import DeskMail
from introductions.store.tables import EventRow, IntroductionRow, NewsRow, OutgoingRow
from introductions.store.ways import CHAT_NOTICE, letter_address
from introductions.templates import render_mail
from introductions.visit_day import standing
from introductions.ways import Chat
from knowledge.listing import Provider

Actor = Literal["person", "provider", "clock", "coordinator", "worker"]
OVERTAKEN = frozenset({"promised_day", "hold_over", "no_contact_yet", "follow_up"})
"""News of a day: told late, after something newer, it would only confuse."""
ASKED_AGAIN = frozenset({"provider_question"})
UNSURE = "unsure"
"""Why a letter was given up, as its person is told it, where nobody can say whether it reached its place."""
ANSWERABLE = frozenset(
    {"introduction", "reminder", "second_contact", "hold_over", "contact_check", "follow_up", "answer", "message"}
    | {"withdrawn", "not_passed", "week_kept", "listing_check", "listing_kept"}
)
"""Mail to a place or a keeper whose reply is taken as their word. A reply to any other comes to our plain address."""


class Changes(DeskMail):
    def _row(self, session: Session, introduction_id: str) -> IntroductionRow:
        """The introduction, locked until the end of the transaction and read afresh. Raises NotFound."""
        wanted = select(IntroductionRow).filter_by(id=introduction_id).with_for_update()
        row = session.scalar(wanted.execution_options(populate_existing=True))
        if row is None:
            raise NotFound(f"no introduction {introduction_id}")
        return row

    def _move(
        self,
        session: Session,
        row: IntroductionRow,
        to: State,
        kind: str,
        actor: Actor,
        *,
        why: str = "",
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """Change the state, if the table allows it, and note the event."""
        before = State(row.state)
        row.state = changed(before, to)
        row.changed_at = self.clock.now()
        if to in ENDED and to is not State.CLOSED:
            row.ended_as = to
        _add_event(session, row, kind, actor, at=self.clock.now(), before=before, why=why, data=data)

    def _note(
        self,
        session: Session,
        row: IntroductionRow,
        kind: str,
        actor: Actor,
        *,
        once: str | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> bool:
        """Note something that changes no state. With ``once``, False and nothing written if it was noted before."""
        if once and session.scalar(select(EventRow.id).filter_by(introduction_id=row.id, once=once)) is not None:
            return False
        _add_event(session, row, kind, actor, at=self.clock.now(), before=State(row.state), once=once, data=data)
        return True

    def _tell(self, session: Session, row: IntroductionRow, name: str, **data: Any) -> None:
        """Queue one piece of news for the person, in the transaction that causes it.

        What was asked or said for its day only, and not yet told, is overtaken by it.
        """
        passing = OVERTAKEN | ({name} & ASKED_AGAIN)
        untold = (NewsRow.introduction_id == row.id) & NewsRow.done_at.is_(None) & NewsRow.name.in_(passing)
        session.execute(update(NewsRow).where(untold).values(done_at=self.clock.now()))
        count = session.scalar(select(func.count()).select_from(NewsRow).filter_by(introduction_id=row.id)) or 0
        provider = self._provider(row)
        service = self.directory().services.get(row.service_id)
        known = {
            "provider": provider.name if provider else "",
            "service": service.name if service else "",
            "short": row.short,
        }
        session.add(
            NewsRow(
                id=new_id(),
                person_id=row.person_id,
                introduction_id=row.id,
                name=name,
                cause=f"{row.id}:{count + 1}",
                data=known | data,
                at=self.clock.now(),
                order=count + 1,
            )
        )
        session.flush()

    def _tell_lost(self, session: Session, row: IntroductionRow, reason: str, *, perhaps: bool) -> None:
        """The first letter is given up. Where the place has it ``perhaps``, it is asked to delete it."""
        if perhaps:
            self._mail(session, row, "withdrawn")
        self._tell(session, row, "introduction_failed", reason=UNSURE if perhaps else reason)

    def _ask_about_address(self, session: Session, row: IntroductionRow, reason: str) -> None:
        """A letter did not reach its place: the coordinator hears, and the listing is to be asked about."""
        check_due(session, row.service_id, "bounced", self.clock.now())
        provider = self._provider(row)
        said = {"short": row.short, "service_id": row.service_id, "provider": provider.name if provider else ""}
        self._to_desk(session, "bounced", f"{row.id}:bounced", to=self.desk, about=row.person_id, reason=reason, **said)

    def _provider(self, row: IntroductionRow) -> Provider | None:
        return self.directory().providers.get(row.provider_id)

    def _mail(
        self, session: Session, row: IntroductionRow, kind: str, number: int | str = 1, *, to: str = "", **more: Any
    ) -> bool:
        """Queue one mail to the provider that names nobody; the same cause queues it once. Held over quiet hours.

        False when nothing was queued: it was before, or there is no address.
        """
        cause = f"{row.id}:{kind}:{number}"
        provider = self._provider(row)
        address = to or (letter_address(session, provider) if provider else "")
        if not address or session.scalar(select(OutgoingRow.id).filter_by(cause=cause)) is not None:
            return False
        link = f"{self.values.base_url}/i/{row.token}"
        service = self.directory().services.get(row.service_id)
        known = {"link": link, "operator": self.values.operator, "short": row.short}
        known["service"] = service.name if service else self.values.operator
        subject, text, html = render_mail(kind, known | more)
        due = next_loud(self.clock.now(), self.values.quiet_hours)
        self._queue(session, row.id, kind, cause, to=address, texts=(subject, text, html), due=due)
        return True

    def _queue(
        self,
        session: Session,
        introduction_id: str,
        kind: str,
        cause: str,
        *,
        to: str,
        texts: tuple[str, str, str],
        due: datetime,
        bound: bool = True,
    ) -> None:
        """Store a mail as it will be sent. ``bound``: it goes when the introduction is erased."""
        subject, text, html = texts
        session.add(
            OutgoingRow(
                id=new_id(),
                introduction_id=introduction_id if bound else None,
                kind=kind,
                cause=cause,
                message_id=f"<{self.cipher.digest(cause)[:32]}@{self._mail_domain()}>",
                to=to,
                reply_to=self.reply_address(introduction_id) if kind in ANSWERABLE else self.sender,
                subject=subject,
                text=text,
                html=html,
                written_at=self.clock.now(),
                due_at=due,
                state="queued",
            )
        )
        session.flush()

    def _hash(self, chat: Chat) -> str:
        return self.cipher.digest(str(chat))

    def channel_id(self, chat: Chat, message: str) -> str:
        """One message of one chat, as a stored letter is found by it."""
        return f"{self._hash(chat)[:24]}:{message}"

    def _go_on(self, row: IntroductionRow) -> None:
        """A question is no longer open: the clock it paused goes on from where it stood."""
        if row.anchor is not None and row.paused_at is not None:
            row.anchor += self.clock.now() - row.paused_at
        row.paused_at = None

    def _stop_mail(self, session: Session, row: IntroductionRow) -> None:
        """What is still queued for this introduction does not go."""
        waiting = (OutgoingRow.introduction_id == row.id) & (OutgoingRow.state == "queued")
        waiting &= OutgoingRow.kind != CHAT_NOTICE
        session.execute(update(OutgoingRow).where(waiting).values(state="stopped"))

    def _mail_domain(self) -> str:
        return parseaddr(self.values.mail_from)[1].rpartition("@")[2] or "localhost"

    def reply_address(self, introduction_id: str) -> str:
        """Where a reply by mail comes in: our own address with a signed mark that names the introduction."""
        local, _, domain = parseaddr(self.values.mail_from)[1].rpartition("@")
        mark = introduction_id.replace("-", "")
        return f"{local}+{mark}{self.cipher.digest('reply:' + mark)[:16]}@{domain}"

    def introduction_of_reply(self, address: str) -> str | None:
        """The introduction that a signed reply address names; None for any other address."""
        mark = address.strip().strip("<>").lower().partition("@")[0].rpartition("+")[2]
        named, signature = mark[:32], mark[32:]
        if not hmac.compare_digest(signature.encode(), self.cipher.digest("reply:" + named)[:16].encode()):
            return None
        return str(uuid.UUID(named))


def _add_event(
    session: Session,
    row: IntroductionRow,
    kind: str,
    actor: Actor,
    *,
    at: datetime,
    before: State,
    once: str | None = None,
    why: str = "",
    data: Mapping[str, Any] | None = None,
) -> None:
    session.add(
        EventRow(
            introduction_id=row.id,
            at=at,
            kind=kind,
            actor=actor,
            before=before,
            after=row.state,
            once=once,
            why=why,
            data=dict(data or {}),
        )
    )
    session.flush()


def may_have_left(letter: OutgoingRow) -> bool:
    """A worker has it, or had it and did not say that it was refused: the provider may have read it."""
    return letter.may_have_left or letter.taken_until is not None


def events_of(session: Session, introduction_id: str) -> tuple[Event, ...]:
    rows = session.scalars(select(EventRow).filter_by(introduction_id=introduction_id).order_by(EventRow.id))
    return tuple(
        Event(row.at, row.kind, row.actor, State(row.before), State(row.after), row.why, row.data)  # type: ignore[arg-type]
        for row in rows
    )


def as_introduction(session: Session, row: IntroductionRow) -> Introduction:
    events = events_of(session, row.id)
    return Introduction(
        id=row.id,
        short=row.short,
        person_id=row.person_id,
        provider_id=row.provider_id,
        service_id=row.service_id,
        state=State(row.state),
        agreed_at=row.agreed_at,
        due_at=row.due_at,
        sent_at=row.sent_at,
        promised_day=row.promised_day,
        ended_as=State(row.ended_as) if row.ended_as else None,
        hold_until=row.hold_until,
        question=row.question if row.paused_at else None,
        contact=row.contact,
        first_step=row.first_step,
        when=row.starts_when,
        page_text=row.page_text,
        name=row.name,
        events=events,
        visit=standing(row.starts_when, events),
    )
