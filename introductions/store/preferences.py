"""How somebody wants to be written to: always, only after they wrote, or in hours they chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from introductions.store.base import person_row
from introductions.store.desk_mail import REQUEST, DeskMail
from introductions.store.preference_table import PreferenceRow
from introductions.store.tables import PersonRow, RequestRow
from nwd.clock import LONDON

Quiet = Literal["off", "after_me", "hours"]
STILL_HERE = timedelta(minutes=10)
"""So long after they wrote, somebody quiet may be answered with news too."""
LONGEST_CALL = 300


@dataclass(frozen=True)
class Quietness:
    """``hours`` are full hours in London, the last one left out: (9, 12) is the morning."""

    how: Quiet = "off"
    hours: tuple[int, int] | None = None


class Preferences(DeskMail):
    def set_quiet(self, person_id: str, how: Quiet, key: str, *, hours: tuple[int, int] | None = None) -> None:
        """From now on write first never (``after_me``), only in ``hours``, or whenever the person agreed to it."""

        def act(session: Session) -> None:
            row = preference(session, person_id)
            row.quiet = how
            row.hours_from, row.hours_until = hours if how == "hours" and hours else (None, None)

        self.once(person_id, "set_quiet", key, type(None), act)

    def quiet(self, person_id: str) -> Quietness:
        with self.reading() as session:
            row = session.get(PreferenceRow, person_id)
            if row is None:
                return Quietness()
            hours = (row.hours_from, row.hours_until)
            return Quietness(row.quiet, None if None in hours else hours)  # type: ignore[arg-type]

    def ask_to_be_rung(self, person_id: str, number: str, when: str, key: str) -> None:
        """Note for a person of ours whom to ring and when it is safe; a request that still waits is replaced."""

        def act(session: Session) -> None:
            person_row(session, person_id)
            waiting = (RequestRow.person_id == person_id) & (RequestRow.kind == "call") & RequestRow.done_at.is_(None)
            session.execute(delete(RequestRow).where(waiting))
            text = f"{number}\n{when}"[:LONGEST_CALL]
            row = RequestRow(person_id=person_id, kind="call", text=text, at=self.clock.now(), harm=False)
            session.add(row)
            session.flush()
            self._to_desk(session, REQUEST, f"{REQUEST}:{row.id}:", to=self.desk, number=row.id, what="call")

        self.once(person_id, "ask_to_be_rung", key, type(None), act)


def preference(session: Session, person_id: str) -> PreferenceRow:
    """The row of this person, made if there is none; the person is locked until the transaction ends."""
    person_row(session, person_id)
    row = session.get(PreferenceRow, person_id)
    if row is None:
        row = PreferenceRow(person_id=person_id, quiet="off", word_tries=0)
        session.add(row)
    return row


def not_now(session: Session, now: datetime) -> list[str]:
    """Everybody who wants no word from us at this moment."""
    wants = select(PreferenceRow, PersonRow.last_contact).join(PersonRow, PersonRow.id == PreferenceRow.person_id)
    waiting = (PreferenceRow.quiet != "off") | PreferenceRow.locked_at.is_not(None)
    rows = session.execute(wants.where(waiting)).all()
    return [row.person_id for row, last in rows if not _may_write(row, last, now)]


def _may_write(row: PreferenceRow, last_contact: datetime, now: datetime) -> bool:
    if row.locked_at is not None:
        return False
    if last_contact >= now - STILL_HERE:
        return True
    if row.quiet != "hours" or row.hours_from is None or row.hours_until is None:
        return False
    return row.hours_from <= now.astimezone(LONDON).hour < row.hours_until
