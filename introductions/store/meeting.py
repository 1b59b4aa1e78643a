"""After the answer: first contact, meeting, and how it went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.errors import ImpossibleChange
from introductions.model import Introduction, LetterView
from introductions.states import CHANGES, ENDED, State
from introductions.store.changes import Actor
from introductions.store.incidents import is_shut
from introductions.store.relaying import Relaying
from introductions.store.tables import FollowUpRow, IntroductionRow
from introductions.store.welcome import Welcomes
from introductions.texts import relayed

NOT_COMING = "not_coming"
Tap = Literal["started", "came", "stopped"]
Asked = Literal["asked", "asked_before", "not_asked"]


class Meeting(Relaying, Welcomes):
    def contact_made(self, introduction_id: str, key: str) -> Introduction:
        """The person says that the two sides have spoken. After it was said once, saying it again changes nothing."""

        def act(session: Session, row: IntroductionRow) -> None:
            self._contact(session, row, "person")

        return self._by_person(introduction_id, "contact_made", key, act)

    def _contact(self, session: Session, row: IntroductionRow, by: Actor) -> None:
        if row.state in (State.CONTACT_MADE, State.MET, State.GOING):
            return
        self._move(session, row, State.CONTACT_MADE, "contact_made", by)
        row.contact_at = self.clock.now()
        self._restart(row, self.clock.now())

    def no_contact(self, introduction_id: str, key: str) -> Asked:
        """The person has not heard from a place that said yes: noted, and the place is asked once more.

        Gives whether it is asked now, was asked before, or cannot be. Raises ImpossibleChange in every other state.
        """

        def act(session: Session) -> Asked:
            row = self._row(session, introduction_id)
            if row.state != State.ACCEPTED:
                raise ImpossibleChange(f"an introduction that is {row.state} waits for no contact")
            if is_shut(session, row):
                return "not_asked"
            if not self._note(session, row, "no_contact", "person", once=f"no_contact:{row.round}"):
                return "asked_before"
            return "asked" if self._mail(session, row, "contact_check", f"{row.round}:again") else "not_asked"

        return self.once(self._owner(introduction_id), "no_contact", key, Asked, act)

    def person_met(self, introduction_id: str, key: str) -> Introduction:
        """The person confirms that they met; where we had stopped waiting, it is noted and stays ended.

        Raises ImpossibleChange before the place said yes and after every other end.
        """

        def act(session: Session, row: IntroductionRow) -> None:
            self._visited(session, row)
            if row.ended_as in (State.LAPSED, State.EXPIRED) and row.state in ENDED:
                self._note(session, row, "met", "person", once="met")
            elif row.state not in (State.MET, State.GOING):
                self._move(session, row, State.MET, "met", "person")
                row.contact_at = row.contact_at or self.clock.now()
                self._restart(row, self.clock.now())

        return self._by_person(introduction_id, "person_met", key, act)

    def did_not_work_out(self, introduction_id: str, key: str, why: str = "") -> Introduction:
        """The person says that it did not work out: it ends without blame, whatever was reached. A place that may be
        expecting them hears that nobody comes.
        """

        def act(session: Session, row: IntroductionRow) -> None:
            allowed = CHANGES[State(row.state)] if row.state not in ENDED else ()
            to = next((s for s in (State.LAPSED, State.CLOSED, State.WITHDRAWN) if s in allowed), None)
            if to is State.WITHDRAWN:
                self._withdraw(session, row, "person", why, "")
            elif to is not None:
                expected = row.state in (State.ACCEPTED, State.CONTACT_MADE)
                self._move(session, row, to, "did_not_work_out", "person", why=relayed(why))
                row.ended_as = row.ended_as or State.LAPSED
                self._stop_mail(session, row)
                if expected:
                    self._mail(session, row, NOT_COMING)

        return self._by_person(introduction_id, "did_not_work_out", key, act)

    def outcome(self, introduction_id: str, answers: Mapping[str, str], key: str) -> Introduction:
        """How it went, one tap each (``feeling``, ``next``, ``going`` …). ``going: yes`` after a meeting makes
        it go on.
        """

        def act(session: Session, row: IntroductionRow) -> None:
            self._answer_follow_up(session, row, "person", answers)
            if answers.get("going") == "yes" and row.state == State.MET:
                self._move(session, row, State.GOING, "going", "person")

        return self._by_person(introduction_id, "outcome", key, act)

    def follow_up_tap(self, token: str, tap: Tap) -> LetterView:
        """The provider's one tap: they started, came, or stopped. The first two mean that there was contact."""
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            if State(row.state) not in (State.ACCEPTED, State.CONTACT_MADE, State.MET, State.GOING):
                raise ImpossibleChange(f"an introduction that is {row.state} takes no follow-up")
            self._answer_follow_up(session, row, "provider", {"tap": tap})
            if tap != "stopped":
                self._contact(session, row, "provider")
            return self._view(session, row)

    def _answer_follow_up(
        self, session: Session, row: IntroductionRow, by: Literal["person", "provider"], answers: Mapping[str, str]
    ) -> None:
        """Kept with the last question asked of that side, or by itself when nobody had asked."""
        asked = select(FollowUpRow).filter_by(introduction_id=row.id, asked=by).order_by(FollowUpRow.id.desc())
        last = session.scalar(asked.limit(1))
        now = self.clock.now()
        if last is None:
            last = FollowUpRow(introduction_id=row.id, step="unasked", asked=by, asked_at=now, answers={})
            session.add(last)
        last.answers = {**last.answers, **answers}
        last.answered_at = now
        self._note(session, row, "outcome", by)
        if "feeling" in answers:
            self._watch_welcome(session, row.service_id)
