"""Sleep on it: a letter waits, and its person is asked once, the next morning."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.errors import NotFound
from introductions.store.base import Base, new_id, person_row
from introductions.store.tables import DraftRow, NewsRow
from nwd.clock import LONDON

SLEPT = "slept_on_it"
_CAUSE = f":{SLEPT}"


class Sleeping(Base):
    def sleep_on_it(self, person_id: str, draft_id: str, key: str) -> bool:
        """Whether they will be asked tomorrow; a second time they are not. Raises NotFound for no letter of theirs."""

        def act(session: Session) -> bool:
            person_row(session, person_id)
            draft = session.get(DraftRow, draft_id)
            if draft is None or draft.person_id != person_id or draft.state != "open":
                raise NotFound(f"draft {draft_id} is not open")
            cause = draft_id + _CAUSE
            if session.scalar(select(NewsRow.id).filter_by(cause=cause)):
                return False
            at = next_morning(self.clock.now(), self.values.quiet_hours[1])
            session.add(NewsRow(id=new_id(), person_id=person_id, name=SLEPT, cause=cause, at=at, data={}))
            return True

        return self.once(person_id, "sleep_on_it", key, bool, act)


def next_morning(now: datetime, ends: time) -> datetime:
    """The end of the quiet hours on the next day in London."""
    day = now.astimezone(LONDON).date() + timedelta(days=1)
    return datetime.combine(day, ends, LONDON)


def still_to_ask(now: datetime) -> Any:
    """Which news may be told by now: of letters slept on only those that still wait, and not before the morning."""
    waiting = select(DraftRow.id + _CAUSE).where(DraftRow.state == "open")
    return (NewsRow.name != SLEPT) | ((NewsRow.at <= now) & NewsRow.cause.in_(waiting))
