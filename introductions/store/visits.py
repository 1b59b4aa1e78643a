"""Keeps where the talk about the day of a visit stands, and moves its reminder along."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.calendar import london_date
from introductions.model import By, Visit
from introductions.reminding import REMINDER, day_before, morning_of
from introductions.states import State
from introductions.store.base import new_id
from introductions.store.changes import Changes, events_of
from introductions.store.reminders import CAUSE
from introductions.store.tables import IntroductionRow, NewsRow
from introductions.visit_day import TALKED, standing, talked

MEETING = frozenset({State.ACCEPTED, State.CONTACT_MADE, State.MET, State.GOING})


class Visits(Changes):
    def visit(self, session: Session, row: IntroductionRow) -> Visit:
        return standing(row.starts_when, events_of(session, row.id))

    def _talk(self, session: Session, row: IntroductionRow, by: By, words: str) -> tuple[date | None, date | None]:
        """Read a message for the day it may change: the day that is settled by it, and the reminder's new day."""
        if State(row.state) not in MEETING:
            return None, None
        before, today = self.visit(session, row), london_date(self.clock.now())
        after = talked(before, by, words, today)
        if after == before:
            return None, None
        self._note(session, row, TALKED, by, data=after.kept())
        if not after.settled or after.day is None or after.day == before.day:
            return None, None
        return after.day, self._remind_of(session, row, after.day, today)

    def _remind_of(self, session: Session, row: IntroductionRow, day: date, today: date) -> date | None:
        """A reminder of this visit goes to the day before the new one, also where it was told of the old one."""
        reminder, before = self._reminder_of(session, row, told=True), day_before(day, today)
        if reminder is None:
            return None
        if before is None:
            if reminder.done_at is None:
                session.delete(reminder)
            return None
        if reminder.done_at is not None:
            reminder = self._anew(session, reminder)
        reminder.data = {**reminder.data, "day": before.isoformat()}
        reminder.at = morning_of(before, self.values.quiet_hours[1])
        return before

    @staticmethod
    def _anew(session: Session, told: NewsRow) -> NewsRow:
        """Another one of the same words in place of one that was told."""
        fresh = NewsRow(id=new_id(), person_id=told.person_id, name=REMINDER, cause=told.cause, data=told.data)
        session.delete(told)
        session.flush()
        session.add(fresh)
        return fresh

    def _visited(self, session: Session, row: IntroductionRow) -> None:
        """They went: nothing is left to be reminded of."""
        reminder = self._reminder_of(session, row)
        if reminder is not None:
            session.delete(reminder)

    @staticmethod
    def _reminder_of(session: Session, row: IntroductionRow, *, told: bool = False) -> NewsRow | None:
        mine = select(NewsRow).filter_by(person_id=row.person_id, name=REMINDER, cause=row.id + CAUSE)
        return session.scalar(mine if told else mine.filter_by(done_at=None))
