"""The provider's side: a signed link, the letter behind it, and the answers. Nothing here is changed by a fetch."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.calendar import london_date
from introductions.errors import ImpossibleChange, LinkError, NotOpened, WordsHeld
from introductions.links import checked
from introductions.model import LetterView, Message
from introductions.states import CHANGES, HIDDEN, RELAYING, State
from introductions.store.changes import events_of
from introductions.store.checks import check_due
from introductions.store.guarding import Guarding, is_dangerous
from introductions.store.tables import AccessRow, EventRow, IntroductionRow, MessageRow
from introductions.texts import relayed
from introductions.visit_day import standing

HAS_CLOSED = "closed"
"""The reason that a place gives when it has stopped what it offered."""
UNCHANGED = timedelta(days=30)
"""After so long without a change the page shows states only."""


class Answers(Guarding):
    def link_state(self, token: str) -> State:
        """What a GET may know: the state, nothing about anyone. Raises LinkError (forged, expired, revoked)."""
        with self.reading() as session:
            return State(self._linked(session, token).state)

    def _linked(self, session: Session, token: str, *, lock: bool = False) -> IntroductionRow:
        now = self.clock.now()
        wanted = select(IntroductionRow).filter_by(token_hash=checked(self.cipher, token, now))
        row = session.scalar(wanted.with_for_update() if lock else wanted)
        if row is None or row.link_revoked_at is not None:
            raise LinkError("revoked")
        if row.link_until <= now:
            raise LinkError("expired")
        return row

    def open_link(self, token: str) -> LetterView:
        """The provider pressed *Open*: noted once as seen, each time in the access log. Returns the letter."""
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            if not self._states_only(row):
                row.opened_at = row.opened_at or self.clock.now()
                self._note(session, row, "seen", "provider", once="seen")
                who = f"provider:{row.provider_id}"
                session.add(AccessRow(person_id=row.person_id, who=who, what="letter", at=self.clock.now()))
            return self._view(session, row)

    def view(self, token: str) -> LetterView:
        """The letter again, after it was opened. Raises NotOpened before that, and LinkError."""
        with self.reading() as session:
            row = self._linked(session, token)
            if row.opened_at is None and not self._states_only(row):
                raise NotOpened("press Open first")
            return self._view(session, row)

    def _states_only(self, row: IntroductionRow) -> bool:
        quiet = self.clock.now() - row.changed_at > UNCHANGED and row.state not in (State.MET, State.GOING)
        return State(row.state) in HIDDEN or quiet or row.state == State.QUEUED

    def _view(self, session: Session, row: IntroductionRow) -> LetterView:
        provider = self._provider(row)
        service = self.directory().services.get(row.service_id)
        hidden = self._states_only(row)
        events = session.execute(
            select(EventRow.at, EventRow.kind).filter_by(introduction_id=row.id).order_by(EventRow.id)
        ).all()
        words: dict[str, Any] = {} if hidden else self._words(session, row)
        return LetterView(
            introduction_id=row.id,
            short=row.short,
            provider_id=row.provider_id,
            provider_name=provider.name if provider else "",
            service_name=service.name if service else "",
            state=State(row.state),
            states_only=hidden,
            link_until=row.link_until,
            history=tuple((at, kind) for at, kind in events),
            **words,
        )

    def _words(self, session: Session, row: IntroductionRow) -> dict[str, Any]:
        messages = session.scalars(select(MessageRow).filter_by(introduction_id=row.id).order_by(MessageRow.id))
        return {
            "name": row.name,
            "page_text": row.page_text,
            "question": row.question,
            "answer": row.answer,
            "question_open": row.state == State.QUESTION and row.paused_at is not None,
            "contact": row.contact,
            "first_step": row.first_step,
            "when": row.starts_when,
            "visit": standing(row.starts_when, events_of(session, row.id)),
            "hold_until": row.hold_until,
            "messages": tuple(Message(m.by_whom, m.text, m.at) for m in messages),  # type: ignore[arg-type]
            "relay_open": State(row.state) in RELAYING and row.relay_stopped_at is None,
        }

    def _check_words(self, token: str, *texts: str) -> None:
        """Raises WordsHeld, after they were kept for the desk in a transaction of their own."""
        if is_dangerous(*texts):
            with self.writing() as session:
                self._hold_words(session, self._linked(session, token, lock=True), *texts)
            raise WordsHeld("words of danger are not passed on")

    def say_hello(self, token: str, contact: str, first_step: str, when: str) -> LetterView:
        """Accepted: who meets the person, what happens first, and when, in the provider's words.

        The same answer sent twice counts once; another answer after it raises ImpossibleChange. Here, and wherever a
        provider's words go to a person, WordsHeld is raised for words of danger.
        """
        self._check_words(token, contact, first_step, when)
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            said = (relayed(contact), relayed(first_step), relayed(when))
            if row.state == State.ACCEPTED and said == (row.contact, row.first_step, row.starts_when):
                return self._view(session, row)
            self._move(session, row, State.ACCEPTED, "accepted", "provider")
            row.contact, row.first_step, row.starts_when = said
            self._restart(row, self.clock.now())
            self._tell(session, row, "provider_accepted", contact=said[0], first_step=said[1], when=said[2])
            return self._view(session, row)

    @staticmethod
    def _restart(row: IntroductionRow, at: datetime) -> None:
        """A fresh clock from ``at``, with nothing paused."""
        row.anchor, row.paused_at = at, None
        row.round += 1

    def ask(self, token: str, text: str) -> LetterView:
        """A question to the person, one at a time. While it is open the provider's clock stands still."""
        self._check_words(token, text)
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            question = relayed(text)
            if row.paused_at is not None:
                if question == row.question:
                    return self._view(session, row)
                raise ImpossibleChange("the person has not answered the last question yet")
            if not question:
                raise ImpossibleChange("a question needs words")
            self._move(session, row, State.QUESTION, "asked", "provider", data={"text": question})
            row.question, row.answer, row.paused_at = question, None, self.clock.now()
            self._tell(session, row, "provider_question", question=question)
            return self._view(session, row)

    def not_yet(self, token: str, from_date: date) -> LetterView:
        """On hold until a day to come, after which the clock starts afresh. Raises ImpossibleChange for another day."""
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            if row.state == State.ON_HOLD and row.hold_until == from_date:
                return self._view(session, row)
            today = london_date(self.clock.now())
            if not today < from_date <= min(today + timedelta(days=92), london_date(row.link_until)):
                raise ImpossibleChange("a hold needs a day after today and within three months")
            self._move(session, row, State.ON_HOLD, "on_hold", "provider", data={"from_date": from_date.isoformat()})
            row.hold_until, row.paused_at = from_date, None
            self._tell(session, row, "provider_on_hold", from_date=from_date.isoformat())
            return self._view(session, row)

    def not_for_us(self, token: str, why: str, suggest: str | None = None) -> LetterView:
        """Declined, with a reason and perhaps another place: a service's or provider's id, or a name in words."""
        self._check_words(token, why, suggest or "")
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            if row.ended_as == State.DECLINED:
                return self._view(session, row)
            reason, other = relayed(why), self._suggested(relayed(suggest or ""))
            self._move(session, row, State.DECLINED, "declined", "provider", why=reason, data=other)
            row.paused_at = None
            self._stop_mail(session, row)
            self._tell(session, row, "provider_declined", why=reason, **other)
            if reason == HAS_CLOSED:
                check_due(session, row.service_id, "closed", self.clock.now())
            return self._view(session, row)

    def _suggested(self, suggest: str) -> dict[str, str]:
        """The suggestion in words, with the ids of a place we know by that id or name."""
        directory = self.directory()
        service = directory.services.get(suggest)
        wanted = suggest.casefold()
        provider = directory.providers.get(suggest) or next(
            (p for p in directory.providers.values() if p.name.casefold() == wanted), None
        )
        if service is not None:
            owner = directory.provider_of(service)
            return {
                "suggestion": f"{service.name}, {owner.name}",
                "suggest_service": service.id,
                "suggest_provider": owner.id,
            }
        if provider is not None:
            return {"suggestion": provider.name, "suggest_service": "", "suggest_provider": provider.id}
        return {"suggestion": suggest, "suggest_service": "", "suggest_provider": ""}

    def not_meant_for_me(self, token: str) -> None:
        """The letter reached somebody it was not for: the link is dead at once and the person is told it failed."""
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            row.link_revoked_at, row.paused_at = self.clock.now(), None
            allowed = CHANGES[State(row.state)]
            to = next((s for s in (State.FAILED, State.DECLINED, State.LAPSED) if s in allowed), None)
            self._stop_mail(session, row)
            if to is None:
                self._note(session, row, "link_revoked", "provider")
                return
            self._move(session, row, to, str(to), "provider", data={"reason": "wrong_address"})
            self._tell(session, row, "not_meant_for_me")
            self._ask_about_address(session, row, "wrong_address")

    def also(self, token: str, suggest: str) -> LetterView:
        """Suggest another place alongside; the person sees it and chooses."""
        self._check_words(token, suggest)
        return self._remark(token, "also", "provider_suggests", suggest=suggest)

    def finished(self, token: str) -> LetterView:
        """The provider's part is over; the person is asked what is next."""
        return self._remark(token, "finished", "provider_finished")

    def cannot_reach(self, token: str) -> LetterView:
        """The provider could not reach the person, who is told so."""
        return self._remark(token, "cannot_reach", "provider_cannot_reach")

    def _remark(self, token: str, kind: str, news: str, *, suggest: str = "") -> LetterView:
        """Tell the person something that changes no state: the same remark once a day at most."""
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            if State(row.state) not in RELAYING:
                raise ImpossibleChange(f"an introduction that is {row.state} takes no more words")
            other = self._suggested(relayed(suggest)) if suggest else {}
            once = f"{kind}:{london_date(self.clock.now())}:{self.cipher.digest(suggest)[:16]}"
            if self._note(session, row, kind, "provider", once=once, data=other):
                self._tell(session, row, news, **other)
            return self._view(session, row)
