"""Lets the clocks strike: each strike in a transaction of its own, noted under a mark that is unique, so it
comes once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from introductions import calendar
from introductions.clocks import Dates, Strike, due, upcoming
from introductions.errors import NotFound
from introductions.states import State
from introductions.store.changes import may_have_left
from introductions.store.checks import check_due
from introductions.store.digests import Digests
from introductions.store.incidents import is_shut
from introductions.store.pauses import Pauses
from introductions.store.tables import (
    EventRow,
    FollowUpRow,
    IntroductionRow,
    NewsRow,
    OutgoingRow,
    PersonRow,
    RequestRow,
)
from introductions.store.visits import MEETING, Visits
from introductions.store.weeks import away_of

CHASED_AT_MOST = 2
"""How many follow-ups in a row a silent person gets."""
SOONEST, LATEST = timedelta(minutes=1), timedelta(days=1)
"""How soon, and how late, the clocks of one introduction are looked at again when nothing changes."""
ASKS_AGAIN = frozenset({"reminder", "hold_over"})
_ENDS = {"expiry": (State.EXPIRED, "expired"), "lapse": (State.LAPSED, "lapsed")}


class Clockwork(Digests, Pauses, Visits):
    def tick(self, now: datetime | None = None) -> int:
        """Let every clock strike that is due; returns how many did. Two workers may call it at once."""
        now = now or self.clock.now()
        next_at = IntroductionRow.next_strike_at
        wanted = select(IntroductionRow.id).where(IntroductionRow.state != State.CLOSED)
        with self.reading() as session:
            waiting = session.scalars(wanted.where(or_(next_at.is_(None), next_at <= now))).all()
        struck = sum(self._strike(introduction_id, now) for introduction_id in waiting)
        of_letters = self._ask_about_letters(now) + self._end_what_was_stopped() + self._settle_pauses()
        return struck + of_letters + self.send_digests(now)

    def _end_what_was_stopped(self) -> int:
        """A first letter without consent, or to a service closed since, stays here, and its person is told."""
        stopped = (OutgoingRow.kind == "introduction") & (OutgoingRow.state == "stopped")
        joined = select(IntroductionRow).join(OutgoingRow, OutgoingRow.introduction_id == IntroductionRow.id)
        wanted = joined.where(IntroductionRow.state == State.QUEUED, stopped)
        if not self.finds(wanted):
            return 0
        with self.writing() as session:
            rows = session.scalars(wanted.with_for_update(of=IntroductionRow, skip_locked=True)).all()
            for row in rows:
                service = self.directory().services.get(row.service_id)
                reason = "closed" if service is not None and service.capacity == "closed" else "not_agreed"
                self._move(session, row, State.FAILED, "failed", "clock", data={"reason": reason})
                letter = session.scalars(
                    select(OutgoingRow).filter_by(introduction_id=row.id, kind="introduction")
                ).one()
                self._tell_lost(session, row, reason, perhaps=may_have_left(letter))
            return len(rows)

    def _ask_about_letters(self, now: datetime) -> int:
        """The day after somebody spoke of danger: of each letter that waits since then, they are asked once."""
        over = PersonRow.crisis_wait_until.is_not(None) & (PersonRow.crisis_wait_until <= now)
        before = IntroductionRow.agreed_at <= func.coalesce(PersonRow.crisis_at, PersonRow.crisis_wait_until)
        joined = select(IntroductionRow).join(PersonRow, PersonRow.id == IntroductionRow.person_id)
        wanted = joined.where(over, before, IntroductionRow.state == State.QUEUED)
        if not self.finds(wanted):
            return 0
        asked = 0
        with self.writing() as session:
            for row in session.scalars(wanted.with_for_update(of=IntroductionRow, skip_locked=True)).all():
                if self._note(session, row, "letters_waiting", "clock", once="letters_waiting"):
                    self._tell(session, row, "letters_waiting")
                    asked += 1
        return asked

    def next_strikes(self, introduction_id: str) -> list[tuple[str, datetime]]:
        """What time alone would still bring, if nothing else happens: names and instants, soonest first."""
        with self.reading() as session:
            row = session.get(IntroductionRow, introduction_id)
            if row is None:
                raise NotFound(f"no introduction {introduction_id}")
            return self._coming(session, row)

    def _coming(self, session: Session, row: IntroductionRow) -> list[tuple[str, datetime]]:
        return [(strike.name, strike.at) for strike in upcoming(self.dates(session, row), _done(session, row))]

    def dates(self, session: Session, row: IntroductionRow) -> Dates:
        provider = self._provider(row)
        visit = self.visit(session, row).last if State(row.state) in MEETING else None
        return Dates(
            state=State(row.state),
            changed_at=row.changed_at,
            anchor=row.anchor,
            paused_at=row.paused_at,
            round=row.round,
            hold_until=row.hold_until,
            contact_at=row.contact_at,
            working_days=provider.working_days if provider else (),
            away=away_of(provider),
            promised=row.promised_day if row.sent_at and row.anchor == row.sent_at else None,
            visit=visit,
        )

    def _strike(self, introduction_id: str, now: datetime) -> int:
        with self.writing() as session:
            wanted = select(IntroductionRow).filter_by(id=introduction_id).with_for_update(skip_locked=True)
            row = session.scalar(wanted.execution_options(populate_existing=True))
            if row is None or (row.next_strike_at is not None and row.next_strike_at > now):
                return 0  # it is another worker's, or another has just looked
            struck = [strike for strike in _due(session, self, row, now) if self._act(session, row, strike, now)]
            session.flush()
            coming = [max(at, now + SOONEST) for _, at in self._coming(session, row)]
            row.next_strike_at = min([*coming, now + LATEST])
            return len(struck)

    def _act(self, session: Session, row: IntroductionRow, strike: Strike, now: datetime) -> bool:
        """Whether it struck: a closing waits until the news before it is told."""
        if strike.name in _ENDS:
            state, news = _ENDS[strike.name]
            row.paused_at = None
            self._move(session, row, state, str(state), "clock")
            self._stop_mail(session, row)
            self._tell(session, row, news)
            if state is State.EXPIRED:
                check_due(session, row.service_id, "expired", now)
        elif strike.name == "close":
            if self._untold(session, row):
                return False
            self._move(session, row, State.CLOSED, "closed", "clock")
        else:
            getattr(self, f"_{strike.name}")(session, row, strike, now)
        return True

    @staticmethod
    def _untold(session: Session, row: IntroductionRow) -> bool:
        """News of this introduction is still on its way to the person."""
        return session.scalar(select(NewsRow.id).filter_by(introduction_id=row.id, done_at=None).limit(1)) is not None

    def _reminder(self, session: Session, row: IntroductionRow, strike: Strike, _now: datetime) -> None:
        """One gentle reminder in the life of a letter; later only the place's weekly digest names it."""
        reminded = select(EventRow.id).filter_by(introduction_id=row.id, kind="reminded").limit(1)
        if session.scalar(reminded) is None:
            self._mail(session, row, "reminder", row.round)
        self._note(session, row, "reminded", "clock", once=strike.once)

    def _promised_day(self, session: Session, row: IntroductionRow, strike: Strike, now: datetime) -> None:
        self._note(session, row, "promised_day", "clock", once=strike.once)
        today = calendar.london_date(now)
        said = {"asked": self._asked_since(session, row), "promised": row.round == 1 and row.promised_day == today}
        self._tell(session, row, "promised_day", promised_day=today.isoformat(), **said)

    @staticmethod
    def _asked_since(session: Session, row: IntroductionRow) -> bool:
        """Whether the place was reminded since its person last heard anything."""
        if is_shut(session, row):
            return False
        last = session.scalar(select(func.max(NewsRow.at)).filter_by(introduction_id=row.id))
        went = select(OutgoingRow.id).filter_by(introduction_id=row.id).where(OutgoingRow.kind.in_(ASKS_AGAIN))
        went = went.where(OutgoingRow.state.in_(("queued", "sent")))
        return session.scalar(went.where(OutgoingRow.written_at > last).limit(1) if last else went.limit(1)) is not None

    def _coordinator(self, session: Session, row: IntroductionRow, strike: Strike, _now: datetime) -> None:
        self._note(session, row, "coordinator_told", "clock", once=strike.once)
        provider = self._provider(row)
        if self.values.coordinator and "@" in self.values.coordinator:
            self._mail(session, row, "coordinator", row.round, to=self.values.coordinator)
        if provider is not None and provider.second_email:
            self._mail(session, row, "second_contact", row.round, to=provider.second_email)

    def _question_again(self, session: Session, row: IntroductionRow, strike: Strike, _now: datetime) -> None:
        self._note(session, row, "asked_again", "clock", once=strike.once)
        self._tell(session, row, "provider_question", question=row.question or "", again=True)

    def _hold_over(self, session: Session, row: IntroductionRow, strike: Strike, now: datetime) -> None:
        """The date of "not yet" has come: the provider is asked again and the clock starts afresh."""
        self._note(session, row, "hold_over", "clock", once=strike.once)
        row.anchor, row.hold_until, row.changed_at = now, None, now
        row.round += 1
        self._mail(session, row, "hold_over", row.round)
        self._tell(session, row, "hold_over")

    def _contact_check(self, session: Session, row: IntroductionRow, strike: Strike, now: datetime) -> None:
        self._note(session, row, "contact_check", "clock", once=strike.once)
        self._mail(session, row, "contact_check", row.round)
        visit = self.visit(session, row)
        was_to_be = visit.day is not None and visit.settled and visit.day < calendar.london_date(now)
        day = {"visit_day": visit.day.isoformat()} if was_to_be and visit.day else {}
        self._tell(session, row, "no_contact_yet", contact=row.contact or "", when=row.starts_when or "", **day)

    def _follow_up(self, session: Session, row: IntroductionRow, strike: Strike, now: datetime) -> None:
        """One question to each side; a person who left the last two unanswered is not asked again."""
        step = strike.once.partition(":")[2]
        self._note(session, row, "follow_up", "clock", once=strike.once, data={"step": step})
        self._mail(session, row, "follow_up", step)
        session.add(FollowUpRow(introduction_id=row.id, step=step, asked="provider", asked_at=now, answers={}))
        silent = select(func.count()).select_from(FollowUpRow)
        silences = session.scalar(silent.filter_by(introduction_id=row.id, asked="person", answered_at=None)) or 0
        if silences < CHASED_AT_MOST and not _was_harmed_there(session, row):
            session.add(FollowUpRow(introduction_id=row.id, step=step, asked="person", asked_at=now, answers={}))
            self._tell(session, row, "follow_up", step=step, state=row.state)


def _due(session: Session, clockwork: Clockwork, row: IntroductionRow, now: datetime) -> list[Strike]:
    return due(clockwork.dates(session, row), now, _done(session, row))


def _was_harmed_there(session: Session, row: IntroductionRow) -> bool:
    """They told us that somebody hurt or scared them there: nobody asks them how it goes."""
    about = select(RequestRow.id).filter_by(person_id=row.person_id, service_id=row.service_id, harm=True)
    return session.scalar(about.limit(1)) is not None


def _done(session: Session, row: IntroductionRow) -> frozenset[str]:
    marks = session.scalars(select(EventRow.once).filter_by(introduction_id=row.id).where(EventRow.once.is_not(None)))
    return frozenset(mark for mark in marks if mark)
