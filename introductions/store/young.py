"""How old somebody is taken to be, and what ends at once for somebody under 16."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from introductions.model import AgeBand, Person
from introductions.states import ENDED
from introductions.store import consents
from introductions.store.agreement import Agreement
from introductions.store.base import person_row
from introductions.store.people import as_person, forget_everything_said
from introductions.store.tables import DraftRow, IntroductionRow, NewsRow, PersonRow


class Young(Agreement):
    def set_age_band(self, person_id: str, band: AgeBand, key: str) -> Person:
        """Of somebody under 16 nothing is kept, whatever was agreed before, and no letter of theirs goes or stands."""

        def act(session: Session) -> Person:
            row = person_row(session, person_id)
            row.age_band = band
            if band == "under_16":
                self._close_to_child(session, row)
            return as_person(row)

        return self.once(person_id, "set_age_band", key, Person, act)

    def _close_to_child(self, session: Session, person: PersonRow) -> None:
        given = consents.standing(session, person.id, "keep")
        if given is not None:
            consents.take_back(session, self.clock.now(), given, channel=given.channel, how="tap", wording="under_16")
        person.keep, person.chosen_name = "none", None
        theirs = select(IntroductionRow).where(
            IntroductionRow.person_id == person.id, IntroductionRow.state.not_in(ENDED)
        )
        for row in session.scalars(theirs.with_for_update()).all():
            self._withdraw(session, row, "person", "under_16", "")
        drafts = update(DraftRow).where(DraftRow.person_id == person.id, DraftRow.state == "open")
        session.execute(drafts.values(state="discarded"))
        untold = (NewsRow.person_id == person.id) & NewsRow.done_at.is_(None) & NewsRow.introduction_id.is_not(None)
        session.execute(update(NewsRow).where(untold).values(done_at=self.clock.now()))
        forget_everything_said(session, person.id)
