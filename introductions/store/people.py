"""Persons: whether they are kept, how old, and the text they wrote before any yes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from introductions.errors import UnknownPerson
from introductions.fields import LONGEST_NAME, clean
from introductions.model import HeldText, How, Keep, Person
from introductions.store import consents
from introductions.store.base import Base, blank_first_results, person_row
from introductions.store.tables import FactRow, HeldRow, OfferRow, PersonRow, WordsRow

HELD = timedelta(hours=1)
"""How long text from before a yes is held at most."""


def as_person(row: PersonRow) -> Person:
    return Person(
        id=row.id,
        keep=row.keep,  # type: ignore[arg-type]
        age_band=row.age_band,  # type: ignore[arg-type]
        created=row.created,
        last_contact=row.last_contact,
        chosen_name=row.chosen_name,
        crisis_wait_until=row.crisis_wait_until,
    )


class People(Base):
    def ensure_person(self, person_id: str, *, wrote: bool = True) -> Person:
        """The person, made if unknown. Every message calls this: it notes when they last wrote.

        ``wrote`` is false for what happens without them, such as news: that keeps nobody's words alive.
        """
        now = self.clock.now()
        with self.writing() as session:
            row = session.get(PersonRow, person_id, with_for_update=True)
            if row is None:
                row = PersonRow(id=person_id, keep="none", created=now, last_contact=now)
                session.add(row)
            if wrote:
                row.last_contact = max(now, row.last_contact)
            return as_person(row)

    def person(self, person_id: str) -> Person:
        """Raises UnknownPerson."""
        with self.reading() as session:
            row = session.get(PersonRow, person_id)
            if row is None:
                raise UnknownPerson(f"nobody is kept as {person_id}")
            return as_person(row)

    def set_keep(
        self, person_id: str, keep: Keep, *, channel: str, how: How, wording: str, key: str, witness: str | None = None
    ) -> Person:
        """Record the yes to keeping (or its withdrawal), or that they only look around. ``none`` forgets every fact.
        ``witness``: who heard a spoken yes.

        Of somebody under 16 nothing is kept, whatever they agree to.
        """

        def act(session: Session) -> Person:
            row = person_row(session, person_id)
            if row.age_band == "under_16":
                return as_person(row)
            given = consents.standing(session, person_id, "keep")
            if keep == "agreed" and given is None:
                consents.give(
                    session, self.clock.now(), person_id, "keep",
                    channel=channel, how=how, wording=wording, witness=witness,
                )  # fmt: skip
            elif keep != "agreed" and given is not None:
                consents.take_back(session, self.clock.now(), given, channel=channel, how=how, wording=wording)
            if keep == "none":
                forget_everything_said(session, person_id)
            row.keep = keep
            return as_person(row)

        return self.once(person_id, "set_keep", key, Person, act)

    def set_messages(self, person_id: str, agreed: bool, *, channel: str, how: How, wording: str, key: str) -> bool:
        """Record whether we may write first (news, the promised day, follow-ups), apart from every other consent.

        Until then, and after it is taken back, news waits for the person to write (``pending_news``).
        """

        def act(session: Session) -> bool:
            person_row(session, person_id)
            given = consents.standing(session, person_id, "messages")
            if agreed and given is None:
                consents.give(
                    session, self.clock.now(), person_id, "messages", channel=channel, how=how, wording=wording
                )
            elif not agreed and given is not None:
                consents.take_back(session, self.clock.now(), given, channel=channel, how=how, wording=wording)
            return agreed

        return self.once(person_id, "set_messages", key, bool, act)

    def may_message(self, person_id: str) -> bool:
        with self.reading() as session:
            return consents.standing(session, person_id, "messages") is not None

    def set_chosen_name(self, person_id: str, name: str, key: str) -> Person:
        """The name that letters carry. Raises TooLong above 60 characters."""

        def act(session: Session) -> Person:
            row = person_row(session, person_id)
            row.chosen_name = clean(name, LONGEST_NAME) or None
            return as_person(row)

        return self.once(person_id, "set_chosen_name", key, Person, act)

    def wait_after_crisis(self, person_id: str, until: datetime | None) -> None:
        """They spoke of danger now: letters agreed before and not yet sent wait until then. None lets them go."""
        with self.writing() as session:
            row = person_row(session, person_id)
            row.crisis_wait_until, row.crisis_at = until, self.clock.now() if until else None

    def hold(self, person_id: str, turn: str, text: str) -> None:
        """Hold text from before any yes, encrypted, for an hour at most. The same turn again changes nothing."""
        with self.writing() as session:
            if session.scalar(select(HeldRow.id).filter_by(turn=turn)) is None:
                person_row(session, person_id)
                session.add(HeldRow(person_id=person_id, turn=turn, text=text, at=self.clock.now()))

    def take_held(self, person_id: str) -> list[HeldText]:
        """What is held and not an hour old, oldest first; it stays until time removes it, so that a retried turn
        reads it again.
        """
        oldest = self.clock.now() - HELD
        with self.reading() as session:
            rows = session.scalars(select(HeldRow).filter_by(person_id=person_id).order_by(HeldRow.id))
            return [HeldText(row.turn, row.text) for row in rows if row.at > oldest]

    def save_words(self, person_id: str, turn: str, text: str) -> None:
        """The words of one turn, for the actions of that turn. The same turn again keeps the first."""
        with self.writing() as session:
            if session.get(WordsRow, turn) is None:
                person_row(session, person_id)
                session.add(WordsRow(turn=turn, person_id=person_id, text=text, at=self.clock.now()))

    def own_words(self, person_id: str, turns: Collection[str] | None = None) -> str:
        """What the person wrote (in those ``turns``), oldest first, a line a turn; for matching only."""
        chosen = select(WordsRow.text).filter_by(person_id=person_id).order_by(WordsRow.at)
        with self.reading() as session:
            rows = session.scalars(chosen if turns is None else chosen.where(WordsRow.turn.in_(turns)))
            return "\n".join(rows)

    def words_of(self, turn: str) -> str | None:
        with self.reading() as session:
            row = session.get(WordsRow, turn)
            return row.text if row else None


def forget_everything_said(session: Session, person_id: str) -> None:
    session.execute(update(FactRow).where(FactRow.person_id == person_id).values(superseded_by=None))
    for table in (FactRow, HeldRow, WordsRow, OfferRow):
        session.execute(delete(table).where(table.person_id == person_id))
    blank_first_results(session, person_id)
