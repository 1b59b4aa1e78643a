"""News for the bot: what a person may be told now."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import or_, select

from introductions.calendar import next_loud
from introductions.model import News
from introductions.reminding import REMINDER
from introductions.store import consents
from introductions.store.changes import Changes
from introductions.store.incidents import NEWS as INCIDENT
from introductions.store.preferences import STILL_HERE, not_now
from introductions.store.reminders import due_or_other
from introductions.store.sleeping import SLEPT, still_to_ask
from introductions.store.tables import NewsRow, PersonRow

ANSWERS = frozenset({"introduction_sent", "introduction_failed", "introduction_waits", "introduction_stopped", SLEPT})
"""What came of a letter, or the morning after they slept on it: an answer to the person, while it is fresh."""
LETTERS_WAITING = "letters_waiting"
OWED = frozenset({INCIDENT, LETTERS_WAITING, REMINDER})
"""Owed to a person whether or not we may write first: a leak, that a letter of theirs waits for their word, and the
reminder they asked for.
"""
JUST_NOW = timedelta(hours=24)
"""How long after a person wrote something still answers them; also how long WhatsApp lets us."""
_NOT_TOLD = select(NewsRow.id).where(NewsRow.done_at.is_(None))


class NewsDesk(Changes):
    def pending_news(self, limit: int = 50) -> list[News]:
        """What the bot may tell now and has not yet told, oldest first. Ids stay the same, so claiming one twice
        does nothing twice.

        To somebody who has not agreed to be messaged we only say what came of the letter they have just sent; the
        rest waits until they next write. In the quiet hours only those hear anything who wrote a moment ago.
        """
        if not self.finds(_NOT_TOLD):
            return []
        now = self.clock.now()
        just_now = now - JUST_NOW
        may_hear = or_(
            NewsRow.person_id.in_(consents.agreed_to("messages")),
            PersonRow.last_contact >= NewsRow.at,
            NewsRow.name.in_(OWED),
            NewsRow.name.in_(ANSWERS) & (PersonRow.last_contact >= just_now),
        )
        wanted = select(NewsRow).join(PersonRow, PersonRow.id == NewsRow.person_id)
        wanted = wanted.where(still_to_ask(now), due_or_other(now))
        wanted = wanted.where(NewsRow.done_at.is_(None), may_hear).order_by(NewsRow.at, NewsRow.order).limit(limit)
        if next_loud(now, self.values.quiet_hours) > now:
            wanted = wanted.where(PersonRow.last_contact >= now - STILL_HERE)
        with self.reading() as session:
            wanted = wanted.where(NewsRow.person_id.not_in(not_now(session, self.clock.now())))
            return [_news(row) for row in session.scalars(wanted)]

    def news_done(self, news_id: str) -> None:
        """The bot has it in the person's line. Safe to repeat."""
        with self.writing() as session:
            row = session.get(NewsRow, news_id, with_for_update=True)
            if row is not None and row.done_at is None:
                row.done_at = self.clock.now()

    def news(self, news_id: str) -> News | None:
        """One piece of news by its id, done or not; None when it was erased."""
        with self.reading() as session:
            row = session.get(NewsRow, news_id)
            return _news(row) if row else None


def _news(row: NewsRow) -> News:
    return News(row.id, row.person_id, row.name, row.introduction_id, row.data, row.at)
