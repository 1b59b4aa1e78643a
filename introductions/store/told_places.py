"""What a place was told of somebody: their letter as it was agreed, and what was passed on since."""

from __future__ import annotations

from sqlalchemy import select

from introductions.errors import NotFound
from introductions.model import ToldPlace
from introductions.store.base import Base
from introductions.store.changes import events_of
from introductions.store.drafts import draft_fields
from introductions.store.tables import DraftRow, IntroductionRow, MessageRow


class ToldPlaces(Base):
    def told_place(self, introduction_id: str) -> ToldPlace:
        """Raises NotFound."""
        with self.reading() as session:
            row = session.get(IntroductionRow, introduction_id)
            if row is None:
                raise NotFound(f"no introduction {introduction_id}")
            draft = session.scalar(select(DraftRow).filter_by(introduction_id=row.id))
            answers = [str(event.data["text"]) for event in events_of(session, row.id) if event.kind == "answered"]
            theirs = select(MessageRow.text).filter_by(introduction_id=row.id, by_whom="person")
            words = (*answers, *session.scalars(theirs.order_by(MessageRow.id)))
            return ToldPlace(draft_fields(draft) if draft else {}, row.page_text, words)
