"""Words between the two sides: passed on, held back, stopped; a place's answers by mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from introductions.calendar import london_date
from introductions.errors import ImpossibleChange, LineShut, NothingToAnswer, RelayClosed, TooLong
from introductions.model import Introduction, LetterView
from introductions.states import ENDED, RELAYING, State
from introductions.store import consents
from introductions.store.agreement import Agreement
from introductions.store.answers import Answers
from introductions.store.changes import Actor, as_introduction
from introductions.store.guarding import is_dangerous
from introductions.store.incidents import is_shut
from introductions.store.tables import IntroductionRow, MessageRow, OutgoingRow
from introductions.store.visits import Visits
from introductions.store.weeks import WEEK_KEPT, Weeks
from introductions.texts import answer_of_mail, relayed
from introductions.week import Week, read_week

NOT_PASSED, NOT_PASSED_ENDED, PASSED_LATE = "not_passed", "not_passed_ended", "passed_late"
A_DAY = 10
"""How many messages one side may send in a day."""


class Relaying(Agreement, Answers, Weeks, Visits):
    def say_to_provider(self, introduction_id: str, text: str, key: str) -> Introduction:
        """Pass a person's words on. The mail only says that there are some; they stand on the private page.

        Raises RelayClosed when the introduction is over, either side has stopped it, or a day's ten messages are used;
        LineShut (which is one) when its link is dead or its place leaked.
        """

        def act(session: Session, row: IntroductionRow) -> None:
            self._talk(session, row, "person", self._relay(session, row, "person", text))
            sent = session.scalar(select(func.count()).select_from(MessageRow).filter_by(introduction_id=row.id))
            self._mail(session, row, "message", sent or 1)

        return self._by_person(introduction_id, "say_to_provider", key, act)

    def write_to_person(self, token: str, text: str) -> LetterView:
        """Pass a provider's words on, labelled as theirs. The same words sent twice in a row count once.
        Raises RelayClosed and WordsHeld.
        """
        self._check_words(token, text)
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            self._passed_on(session, row, text)
            return self._view(session, row)

    def mail_reply(self, introduction_id: str, text: str, key: str) -> bool:
        """A provider answered by mail: what they wrote above the quoted letter reaches the person, once for each
        ``key`` (the answer's Message-ID).

        False when it could not be passed on (too long, no words, words of danger, writing stopped): the provider is
        told by a mail. What a place says of its own week ("away until 9 May") is kept and confirmed back, and reaches
        nobody. Words that come after the wait for an answer was over reach the person too, who may begin anew; the
        introduction stays ended, and the provider is told so. Raises NotFound.
        """
        mark = self.cipher.digest(key or text)[:24]

        def act(session: Session) -> bool:
            row = self._row(session, introduction_id)
            if is_dangerous(answer_of_mail(text)):
                self._hold_words(session, row, answer_of_mail(text))
                self._not_passed(session, row, mark)
                return False
            if is_shut(session, row):
                self._not_passed(session, row, mark)
                return False
            of_person = not self._answers_its_week(session, row)
            week = read_week(answer_of_mail(text), london_date(self.clock.now()), of_person=of_person)
            if week is not None:
                self._keep_week(session, row, week, mark)
                return True
            try:
                if self._waited_in_vain(session, row):
                    self._told_late(session, row, answer_of_mail(text), mark)
                else:
                    self._passed_on(session, row, answer_of_mail(text))
            except (RelayClosed, TooLong):
                self._not_passed(session, row, mark)
                return False
            return True

        return self.once(self._owner(introduction_id), "mail_reply", mark, bool, act)

    def set_week(self, token: str, week: Week) -> LetterView:
        """What a place says of its own week, on a letter's page. Raises LinkError."""
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            self._keep_week(session, row, week, f"page:{self.clock.now().timestamp():.0f}")
            return self._view(session, row)

    def _answers_its_week(self, session: Session, row: IntroductionRow) -> bool:
        """What we wrote last to this place was of its week, and no words of the person wait for an answer."""
        sent = select(OutgoingRow.kind).filter_by(introduction_id=row.id, state="sent").order_by(OutgoingRow.sent_at)
        last, kinds = self._last_words(session, row), session.scalars(sent).all()
        return bool(kinds) and kinds[-1] == WEEK_KEPT and (last is None or last[0] != "person")

    def _waited_in_vain(self, session: Session, row: IntroductionRow) -> bool:
        """It ended for want of an answer alone, and its person's consent still stands."""
        over = row.ended_as == State.EXPIRED and row.state in (State.EXPIRED, State.CLOSED)
        return over and consents.is_valid(session, row.consent_id, self.clock.now())

    def _told_late(self, session: Session, row: IntroductionRow, text: str, mark: str) -> None:
        words = relayed(text)
        if self._last_words(session, row) != ("provider", words):
            self._keep_words(session, row, "provider", words)
            self._tell(session, row, "late_answer", text=words)
        self._mail(session, row, PASSED_LATE, mark)

    @staticmethod
    def _last_words(session: Session, row: IntroductionRow) -> tuple[str, str] | None:
        newest = select(MessageRow).filter_by(introduction_id=row.id).order_by(MessageRow.id.desc()).limit(1)
        last = session.scalar(newest)
        return (last.by_whom, last.text) if last is not None else None

    def _not_passed(self, session: Session, row: IntroductionRow, mark: str) -> None:
        """Tell the provider, in a mail that names nobody: whether its page still takes an answer, or nothing does."""
        over = State(row.state) in ENDED or is_shut(session, row)
        self._mail(session, row, NOT_PASSED_ENDED if over else NOT_PASSED, mark)

    def _passed_on(self, session: Session, row: IntroductionRow, text: str) -> None:
        if self._last_words(session, row) == ("provider", relayed(text)):
            return
        words = self._relay(session, row, "provider", text)
        day, reminder = self._talk(session, row, "provider", words)
        settled = {"visit_day": day.isoformat()} if day else {}
        reminded = {"remind_day": reminder.isoformat()} if reminder else {}
        self._tell(session, row, "relayed", text=words, **settled, **reminded)

    def _relay(self, session: Session, row: IntroductionRow, by: Literal["person", "provider"], text: str) -> str:
        words = relayed(text)
        if State(row.state) in RELAYING and is_shut(session, row):
            raise LineShut(f"no words pass to or from the place of introduction {row.id} now")
        if State(row.state) not in RELAYING:
            raise RelayClosed(f"no words pass for introduction {row.id} now")
        self._keep_words(session, row, by, words)
        return words

    def _keep_words(
        self, session: Session, row: IntroductionRow, by: Literal["person", "provider"], words: str
    ) -> None:
        """Raises RelayClosed where either side has stopped it, a day's messages are used, or there are no words."""
        now = self.clock.now()
        mine = select(func.count()).select_from(MessageRow).filter_by(introduction_id=row.id, by_whom=by)
        today = session.scalar(mine.where(MessageRow.at > now - timedelta(days=1))) or 0
        if row.relay_stopped_at is not None or today >= A_DAY or not words:
            raise RelayClosed(f"no words pass for introduction {row.id} now")
        session.add(MessageRow(introduction_id=row.id, by_whom=by, text=words, at=now))
        self._note(session, row, "wrote", by)

    def line(self, introduction_id: str) -> Literal["open", "closed", "shut"]:
        """Whether words pass between the two sides now; ``shut``: not by anybody's wish. Raises NotFound."""
        with self.writing() as session:
            row = self._row(session, introduction_id)
            if State(row.state) not in RELAYING or row.relay_stopped_at is not None:
                return "closed"
            return "shut" if is_shut(session, row) else "open"

    def stop_relay(self, introduction_id: str, key: str) -> Introduction:
        """The person wants no more words from this place; the introduction itself stays."""

        def act(session: Session, row: IntroductionRow) -> None:
            self._stop_relay(session, row, "person")

        return self._by_person(introduction_id, "stop_relay", key, act)

    def stop_writing(self, token: str) -> LetterView:
        """The provider wants no more words from this person. Raises ImpossibleChange after the end."""
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            if State(row.state) not in RELAYING:
                raise ImpossibleChange(f"an introduction that is {row.state} passes no words anyway")
            if self._stop_relay(session, row, "provider"):
                self._tell(session, row, "relay_stopped")
            return self._view(session, row)

    def _stop_relay(self, session: Session, row: IntroductionRow, by: Actor) -> bool:
        if row.relay_stopped_at is not None:
            return False
        row.relay_stopped_at = self.clock.now()
        return self._note(session, row, "relay_stopped", by)

    def leave_question(self, introduction_id: str, key: str) -> Introduction:
        """The person would rather not answer: the provider sees that, and its clock goes on. Raises NothingToAnswer."""

        def act(session: Session, row: IntroductionRow) -> None:
            if row.state != State.QUESTION or row.paused_at is None:
                raise NothingToAnswer(f"introduction {row.id} has no open question")
            self._go_on(row)
            self._move(session, row, State.QUESTION, "left_question", "person")

        return self._by_person(introduction_id, "leave_question", key, act)

    def _by_person(
        self, introduction_id: str, name: str, key: str, act: Callable[[Session, IntroductionRow], None]
    ) -> Introduction:
        def write(session: Session) -> Introduction:
            row = self._row(session, introduction_id)
            act(session, row)
            return as_introduction(session, row)

        return self.once(self._owner(introduction_id), name, key, Introduction, write)
