"""A person's rights over what is held: a readable copy, who looked, erasure; and what goes by itself with time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from introductions.calendar import london_date, next_loud
from introductions.errors import UnknownPerson
from introductions.model import Look
from introductions.store.agreement import Agreement
from introductions.store.changes import may_have_left
from introductions.store.desk import forget_mail
from introductions.store.desk_mail import HELD_WORDS
from introductions.store.incident_table import ExposureRow
from introductions.store.keeper_tables import KeeperLetterRow, ListingAnswerRow
from introductions.store.people import HELD
from introductions.store.preference_table import PreferenceRow
from introductions.store.provider_chat_table import ProviderChatCodeRow
from introductions.store.tables import (
    AccessRow,
    ConsentRow,
    DislikeRow,
    DraftRow,
    EventRow,
    FactRow,
    FollowUpRow,
    HeldRow,
    IntroductionRow,
    MessageRow,
    NewsRow,
    OfferRow,
    OutgoingRow,
    PersonRow,
    RequestRow,
    StubRow,
    WordsRow,
    WriteRow,
)
from introductions.store.ways import letter_address
from introductions.templates import render_mail
from introductions.ways import chat_of

OWN: tuple[Any, ...] = (
    FactRow,
    OfferRow,
    DislikeRow,
    DraftRow,
    ConsentRow,
    IntroductionRow,
    NewsRow,
    RequestRow,
    AccessRow,
    HeldRow,
    WordsRow,
    ExposureRow,
    PreferenceRow,
)
OF_INTRODUCTION: tuple[Any, ...] = (EventRow, MessageRow, FollowUpRow, OutgoingRow)
CODES = ProviderChatCodeRow
"""Codes hang on a letter too, and go with it; they are the provider's and say nothing of the person."""
NOT_EXPORTED = frozenset({"token", "token_hash", "word", "channel_id"})
"""Keys: to the provider's page, to a message in its chat, and what scrypt made of a private word. They say nothing
about the person.
"""
LOOK, UNFINISHED, FINISHED = timedelta(minutes=30), timedelta(days=90), timedelta(days=365)
WORDS, WRITES, STUBS = timedelta(days=30), timedelta(days=30), timedelta(days=30)


class Rights(Agreement):
    def export(self, person_id: str, *, who: str = "person") -> dict[str, Any]:
        """Everything held on one person, readable, by table; ``who`` goes into the access log. Raises UnknownPerson."""
        with self.writing() as session:
            person = _existing(session, person_id)
            session.add(AccessRow(person_id=person_id, who=who, what="export", at=self.clock.now()))
            session.flush()
            held: dict[str, Any] = {"person": _readable(person)}
            for table in OWN:
                rows = session.scalars(select(table).filter_by(person_id=person_id))
                held[str(table.__tablename__)] = [_readable(row) for row in rows]
            for table in OF_INTRODUCTION:
                mine = select(IntroductionRow.id).filter_by(person_id=person_id)
                theirs = table.introduction_id.in_(mine)
                if table is OutgoingRow:
                    theirs |= OutgoingRow.person_id == person_id
                rows = session.scalars(select(table).where(theirs))
                held[str(table.__tablename__)] = [_readable(row) for row in rows]
            return held

    def who_looked(self, person_id: str) -> list[Look]:
        """Oldest first."""
        with self.reading() as session:
            rows = session.scalars(select(AccessRow).filter_by(person_id=person_id).order_by(AccessRow.id))
            return [Look(row.at, row.who, row.what) for row in rows]

    def unknown(self, person_ids: Sequence[str]) -> list[str]:
        """Those of the ids under which nobody is kept here."""
        with self.reading() as session:
            known = set(session.scalars(select(PersonRow.id).where(PersonRow.id.in_(person_ids))))
            return [one for one in person_ids if one not in known]

    def log_access(self, person_id: str, who: str, what: str) -> None:
        """Note that ``who`` (a role or provider id) saw ``what`` of this person."""
        with self.writing() as session:
            _existing(session, person_id)
            session.add(AccessRow(person_id=person_id, who=who, what=what, at=self.clock.now()))

    def erase(self, person_id: str) -> None:
        """Delete everything held on a person. Providers who may have a letter are asked to delete it.

        What stays is a stub (introduction id, provider, dates) until that mail went, thirty days at most. Erasing
        nobody, or twice, does nothing. Callers erase Rasa's tracker and the bot's own tables.
        """
        with self.writing() as session:
            self._erase(session, person_id)

    def _erase(self, session: Session, person_id: str) -> None:
        session.get(PersonRow, person_id, with_for_update=True)
        for row in session.scalars(select(IntroductionRow).filter_by(person_id=person_id).with_for_update()).all():
            self._leave_stub(session, row)
        mine = select(IntroductionRow.id).filter_by(person_id=person_id).scalar_subquery()
        for table in (*OF_INTRODUCTION, CODES):
            session.execute(delete(table).where(table.introduction_id.in_(mine)))
        session.execute(update(FactRow).where(FactRow.person_id == person_id).values(superseded_by=None))
        forget_mail(session, person_id)
        session.execute(delete(OutgoingRow).where(OutgoingRow.person_id == person_id))
        for own in (NewsRow, IntroductionRow, *OWN):
            session.execute(delete(own).where(own.person_id == person_id))
        session.execute(delete(WriteRow).where(WriteRow.subject == person_id))
        session.execute(delete(PersonRow).where(PersonRow.id == person_id))

    def _leave_stub(self, session: Session, row: IntroductionRow) -> None:
        letters = session.scalars(select(OutgoingRow).filter_by(introduction_id=row.id, kind="introduction")).all()
        provider = self._provider(row)
        if provider is None or not any(may_have_left(letter) for letter in letters):
            return
        today = london_date(self.clock.now())
        sent_on = london_date(row.sent_at) if row.sent_at else None
        session.add(
            StubRow(
                introduction_id=row.id, short=row.short, provider_id=row.provider_id, sent_on=sent_on, erased_on=today
            )
        )
        texts = render_mail("please_delete", {"operator": self.values.operator, "short": row.short})
        due = next_loud(self.clock.now(), self.values.quiet_hours)
        cause = f"{row.id}:please_delete:1"
        self._queue(
            session, row.id, "please_delete", cause, to=letter_address(session, provider), texts=texts, due=due,
            bound=False,
        )  # fmt: skip

    def expire(self, now: datetime | None = None) -> list[str]:
        """Delete what has had its time; returns the ids of people who were erased, for the tracker and the
        bot's tables.

        What keepers said of listings goes after a year, and their links when those end. Held text after an
        hour; the words of turns and first results of writes after 30 days; stubs of erased introductions after
        30 days, whether their provider could be asked or not; whole people after 30 idle minutes if they just
        looked, else 90 days after their last contact, a year if an introduction was made.
        """
        now = now or self.clock.now()
        with self.writing() as session:
            session.execute(delete(HeldRow).where(HeldRow.at <= now - HELD))
            session.execute(delete(WordsRow).where(WordsRow.at <= now - WORDS))
            session.execute(delete(WriteRow).where(WriteRow.at <= now - WRITES))
            session.execute(delete(CODES).where(CODES.until <= now))
            session.execute(delete(StubRow).where(StubRow.erased_on <= london_date(now - STUBS)))
            session.execute(delete(KeeperLetterRow).where(KeeperLetterRow.link_until <= now))
            session.execute(delete(ListingAnswerRow).where(ListingAnswerRow.at <= now - FINISHED))
            asked = OutgoingRow.introduction_id.is_(None) & (OutgoingRow.written_at <= now - STUBS)
            session.execute(delete(OutgoingRow).where(asked))
            gone = list(_outlived(session, now))
            for person_id in gone:
                self._erase(session, person_id)
            return gone


def _outlived(session: Session, now: datetime) -> Iterator[str]:
    idle = select(PersonRow.id).where(PersonRow.keep == "look", PersonRow.last_contact <= now - LOOK)
    lookers = session.scalars(idle).all()
    yield from lookers
    for row in session.scalars(select(PersonRow).where(PersonRow.last_contact <= now - UNFINISHED)).all():
        if row.id in lookers:
            continue
        introduced = session.scalar(select(IntroductionRow.id).filter_by(person_id=row.id).limit(1))
        if introduced is None or row.last_contact <= now - FINISHED:
            yield row.id


def _existing(session: Session, person_id: str) -> PersonRow:
    row = session.get(PersonRow, person_id)
    if row is None:
        raise UnknownPerson(f"nobody is kept as {person_id}")
    return row


def _readable(row: Any) -> dict[str, Any]:
    values = {attribute.key: getattr(row, attribute.key) for attribute in row.__mapper__.column_attrs}
    if isinstance(row, OutgoingRow) and (chat := chat_of(row.to)):
        values["to"] = chat.channel  # whose chat it is, is not the person's to have
    if isinstance(row, EventRow) and row.kind == HELD_WORDS:
        values["data"] = {}  # that words were held back is theirs to know; the words are for the desk alone
    return {key: _plain(value) for key, value in values.items() if key not in NOT_EXPORTED}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
