"""One small step with a date: its person is reminded once, on the morning of the day they chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from introductions.errors import NotFound
from introductions.reminding import LONGEST_WORDS, REMINDER, morning_of
from introductions.states import RELAYING
from introductions.store.base import Base, new_id, person_row
from introductions.store.tables import IntroductionRow, NewsRow

CAUSE = f":{REMINDER}"


@dataclass(frozen=True)
class Reminder:
    """``told``: they were reminded already. ``introduction_id``: of a visit, whose introduction this is."""

    words: str
    day: date
    told: bool
    introduction_id: str | None = None


class Reminders(Base):
    def set_reminder(
        self, person_id: str, words: str, day: date, key: str, *, introduction_id: str | None = None
    ) -> bool:
        """Remind them on the morning of ``day``; one stands at a time. Gives whether an untold one made way.

        A reminder of a visit falls silent when its introduction ends. Raises NotFound for an introduction of somebody
        else.
        """

        def act(session: Session) -> bool:
            person_row(session, person_id)
            if introduction_id is not None:
                _check(session, person_id, introduction_id)
            before = _row(session, person_id)
            session.execute(delete(NewsRow).where(NewsRow.person_id == person_id, NewsRow.name == REMINDER))
            data = {"words": words[:LONGEST_WORDS], "day": day.isoformat()}
            row = NewsRow(id=new_id(), person_id=person_id, name=REMINDER, data=data)
            row.cause = (introduction_id or person_id) + CAUSE
            row.at = morning_of(day, self.values.quiet_hours[1])
            session.add(row)
            return before is not None and before.done_at is None

        return self.once(person_id, "set_reminder", key, bool, act)

    def drop_reminder(self, person_id: str, key: str) -> bool:
        """Whether there was one that they had not been reminded of yet."""

        def act(session: Session) -> bool:
            person_row(session, person_id)
            row = _row(session, person_id)
            if row is None or row.done_at is not None:
                return False
            session.delete(row)
            return True

        return self.once(person_id, "drop_reminder", key, bool, act)

    def reminder(self, person_id: str) -> Reminder | None:
        """The one that stands, or the last of which they were reminded."""
        with self.reading() as session:
            row = _row(session, person_id)
            if row is None:
                return None
            cause = row.cause.removesuffix(CAUSE)
            visit = None if cause == person_id else cause
            return Reminder(row.data["words"], date.fromisoformat(row.data["day"]), row.done_at is not None, visit)


def due_or_other(now: datetime) -> Any:
    """Which news may be told by now: of reminders those whose morning has come, and of visits that still stand."""
    standing = select(IntroductionRow.id + CAUSE).where(IntroductionRow.state.in_(list(RELAYING)))
    of_visit = select(IntroductionRow.id + CAUSE)
    return (NewsRow.name != REMINDER) | (
        (NewsRow.at <= now) & (NewsRow.cause.in_(standing) | NewsRow.cause.not_in(of_visit))
    )


def _row(session: Session, person_id: str) -> NewsRow | None:
    newest = select(NewsRow).filter_by(person_id=person_id, name=REMINDER).order_by(NewsRow.at.desc())
    return session.scalar(newest.limit(1))


def _check(session: Session, person_id: str, introduction_id: str) -> None:
    row = session.get(IntroductionRow, introduction_id)
    if row is None or row.person_id != person_id:
        raise NotFound(f"person {person_id} has no introduction {introduction_id}")
