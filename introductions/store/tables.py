"""The tables of people and what passes between them. Encrypted columns hold all that identifies or describes anyone."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint, event, false, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, mapped_column

from introductions.states import State
from introductions.store.columns import Encrypted, EncryptedJson, Utc
from knowledge.store import metadata as shared_metadata


class Row(DeclarativeBase):
    metadata = shared_metadata
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Utc}


def one_of(column: str, *values: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(str(value)) for value in values)})", name=column)


def _person() -> Mapped[str]:
    return mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)


class PersonRow(Row):
    __tablename__ = "person"
    __table_args__ = (one_of("keep", "none", "agreed", "look"), one_of("age_band", "adult", "16_17", "under_16"))
    id: Mapped[str] = mapped_column(primary_key=True)
    keep: Mapped[str] = mapped_column(default="none")
    age_band: Mapped[str | None]
    created: Mapped[datetime]
    last_contact: Mapped[datetime] = mapped_column(index=True)
    chosen_name: Mapped[str | None] = mapped_column(Encrypted)
    crisis_wait_until: Mapped[datetime | None]
    crisis_at: Mapped[datetime | None]
    """When they last spoke of danger: letters agreed up to then wait."""


class ConsentRow(Row):
    """Append-only: what was agreed, and by a row of its own (``withdraws``) what was taken back."""

    __tablename__ = "consent"
    __table_args__ = (
        one_of("purpose", "keep", "introduction", "messages", "summary", "door_hears"),
        one_of("how", "tap", "typed", "spoken"),
        UniqueConstraint("withdraws"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    purpose: Mapped[str]
    provider_id: Mapped[str | None]
    introduction_id: Mapped[str | None] = mapped_column(index=True)
    draft_version: Mapped[int | None]
    fields: Mapped[list[str]] = mapped_column(JSON, default=list)
    texts: Mapped[dict[str, str]] = mapped_column(EncryptedJson, default=dict)
    sha256s: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    wording: Mapped[str]
    channel: Mapped[str]
    how: Mapped[str]
    witness: Mapped[str | None]
    at: Mapped[datetime]
    until: Mapped[datetime | None]
    withdraws: Mapped[str | None] = mapped_column(ForeignKey("consent.id", ondelete="CASCADE"))


@event.listens_for(ConsentRow, "before_update")
def _consents_never_change(_mapper: Mapper[Any], _connection: object, target: ConsentRow) -> None:
    raise RuntimeError(f"consent {target.id} is append-only: write a withdrawal instead")


class HeldRow(Row):
    """Text from before any yes."""

    __tablename__ = "held_text"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    turn: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str] = mapped_column(Encrypted)
    at: Mapped[datetime] = mapped_column(index=True)


class WordsRow(Row):
    """The words of one turn, for the actions of that turn."""

    __tablename__ = "turn_words"
    turn: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    text: Mapped[str] = mapped_column(Encrypted)
    at: Mapped[datetime] = mapped_column(index=True)


class FactRow(Row):
    __tablename__ = "fact"
    __table_args__ = (one_of("polarity", "yes", "no", "past"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    field: Mapped[str]
    value: Mapped[str] = mapped_column(Encrypted)
    code: Mapped[str | None] = mapped_column(Encrypted)
    polarity: Mapped[str]
    words: Mapped[str] = mapped_column(Encrypted)
    turn: Mapped[str]
    at: Mapped[datetime]
    order: Mapped[int]
    superseded_by: Mapped[str | None] = mapped_column(ForeignKey("fact.id", ondelete="SET NULL"))


class OfferRow(Row):
    __tablename__ = "offer"
    __table_args__ = (UniqueConstraint("person_id", "number"), one_of("state", "offered", "introduced", "disliked"))
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    number: Mapped[int]
    service_id: Mapped[str]
    turn: Mapped[str]
    state: Mapped[str] = mapped_column(default="offered")
    at: Mapped[datetime]


class RequestRow(Row):
    """Somebody wants a person of ours: to talk, to be rung, or to complain (then in their own words)."""

    __tablename__ = "desk_request"
    __table_args__ = (one_of("kind", "person", "call", "complaint"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    kind: Mapped[str]
    text: Mapped[str] = mapped_column(Encrypted)
    at: Mapped[datetime] = mapped_column(index=True)
    done_at: Mapped[datetime | None]
    harm: Mapped[bool] = mapped_column(default=False, server_default=false())
    """A complaint that somebody hurt or scared them: the safeguarding lead's."""
    service_id: Mapped[str | None]
    """Which service a complaint is about, where they said so."""


class DislikeRow(Row):
    __tablename__ = "dislike"
    __table_args__ = (UniqueConstraint("person_id", "service_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    service_id: Mapped[str]
    provider_id: Mapped[str]
    why: Mapped[str | None] = mapped_column(Encrypted)
    at: Mapped[datetime]


class TurnTakenRow(Row):
    """How often a service was offered: a count that identifies nobody and outlives erasure."""

    __tablename__ = "service_turn"
    service_id: Mapped[str] = mapped_column(primary_key=True)
    taken: Mapped[int] = mapped_column(default=0)


class GapRow(Row):
    """What was looked for and not found, with nothing that identifies anyone."""

    __tablename__ = "gap"
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    district: Mapped[str | None]
    codes: Mapped[list[str]] = mapped_column(JSON)


class DraftRow(Row):
    __tablename__ = "draft"
    __table_args__ = (one_of("state", "open", "agreed", "discarded"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    provider_id: Mapped[str]
    service_id: Mapped[str]
    introduction_id: Mapped[str] = mapped_column(unique=True)
    short: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(default="open")
    fields: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    texts: Mapped[dict[str, str]] = mapped_column(EncryptedJson)
    sha256s: Mapped[dict[str, str]] = mapped_column(JSON)
    token: Mapped[str] = mapped_column(Encrypted)
    at: Mapped[datetime]


class IntroductionRow(Row):
    __tablename__ = "introduction"
    __table_args__ = (one_of("state", *State),)
    id: Mapped[str] = mapped_column(primary_key=True)
    short: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[str] = _person()
    provider_id: Mapped[str] = mapped_column(index=True)
    service_id: Mapped[str]
    consent_id: Mapped[str] = mapped_column(ForeignKey("consent.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(index=True)
    ended_as: Mapped[str | None]
    agreed_at: Mapped[datetime]
    due_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]
    anchor: Mapped[datetime | None]
    """Where the running clock counts from."""
    paused_at: Mapped[datetime | None]
    """Since when an open question pauses that clock."""
    round: Mapped[int] = mapped_column(default=1)
    """Counts fresh starts of the clock, so that each round strikes once."""
    promised_day: Mapped[date | None]
    hold_until: Mapped[date | None]
    contact_at: Mapped[datetime | None]
    """When the two sides first had contact, as the first of them said."""
    name: Mapped[str] = mapped_column(Encrypted)
    page_text: Mapped[str] = mapped_column(Encrypted)
    question: Mapped[str | None] = mapped_column(Encrypted)
    answer: Mapped[str | None] = mapped_column(Encrypted)
    contact: Mapped[str | None] = mapped_column(Encrypted)
    first_step: Mapped[str | None] = mapped_column(Encrypted)
    starts_when: Mapped[str | None] = mapped_column(Encrypted)
    token: Mapped[str] = mapped_column(Encrypted)
    token_hash: Mapped[str] = mapped_column(unique=True)
    link_until: Mapped[datetime]
    link_revoked_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    relay_stopped_at: Mapped[datetime | None]
    next_strike_at: Mapped[datetime | None] = mapped_column(index=True)
    """When the clocks need to look next; None after any change that a clock counts from."""


_COUNTED_FROM = ("state", "changed_at", "anchor", "paused_at", "round", "hold_until", "contact_at")


@event.listens_for(IntroductionRow, "before_update")
def _look_again(_mapper: Mapper[Any], _connection: object, target: IntroductionRow) -> None:
    if any(inspect(target).attrs[name].history.has_changes() for name in _COUNTED_FROM):
        target.next_strike_at = None


class EventRow(Row):
    """Everything that happened to an introduction. ``once`` makes a clock strike, or an answer count, a single time."""

    __tablename__ = "introduction_event"
    __table_args__ = (
        UniqueConstraint("introduction_id", "once"),
        one_of("actor", "person", "provider", "clock", "coordinator", "worker"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[str] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    actor: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    once: Mapped[str | None]
    why: Mapped[str] = mapped_column(Encrypted, default="")
    data: Mapped[dict[str, Any]] = mapped_column(EncryptedJson, default=dict)


class MessageRow(Row):
    """Words relayed between the two sides."""

    __tablename__ = "relay_message"
    __table_args__ = (one_of("by_whom", "person", "provider"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[str] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"), index=True)
    by_whom: Mapped[str]
    text: Mapped[str] = mapped_column(Encrypted)
    at: Mapped[datetime]


class FollowUpRow(Row):
    """One question at one time after a first meeting, and what was answered by a tap."""

    __tablename__ = "follow_up"
    __table_args__ = (UniqueConstraint("introduction_id", "step", "asked"), one_of("asked", "person", "provider"))
    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[str] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"), index=True)
    step: Mapped[str]
    asked: Mapped[str]
    asked_at: Mapped[datetime]
    answers: Mapped[dict[str, Any]] = mapped_column(EncryptedJson, default=dict)
    answered_at: Mapped[datetime | None]


class OutgoingRow(Row):
    """A mail to a provider, written in the transaction that causes it and sent as stored."""

    __tablename__ = "outgoing"
    __table_args__ = (
        UniqueConstraint("cause"),
        one_of("state", "queued", "sent", "stopped", "dead"),
        Index(None, "state", "due_at"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    introduction_id: Mapped[str | None] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    """Of a mail to our own people: whom it is about."""
    kind: Mapped[str]
    cause: Mapped[str]
    """Says what caused it (``<introduction>:reminder:1``), so that one cause makes one mail."""
    message_id: Mapped[str] = mapped_column(unique=True)
    to: Mapped[str] = mapped_column(Encrypted)
    reply_to: Mapped[str]
    subject: Mapped[str] = mapped_column(Encrypted)
    text: Mapped[str] = mapped_column(Encrypted)
    html: Mapped[str] = mapped_column(Encrypted)
    state: Mapped[str] = mapped_column(default="queued")
    written_at: Mapped[datetime | None]
    """The date the mail carries, the same at every try; None on rows of an earlier release."""
    due_at: Mapped[datetime]
    taken_until: Mapped[datetime | None]
    may_have_left: Mapped[bool] = mapped_column(default=False)
    """An earlier try may have reached the provider: it went, or its worker never said what became of it."""
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    sent_at: Mapped[datetime | None]
    channel_id: Mapped[str | None] = mapped_column(index=True)
    """Of what went to a chat: a mark of the chat and its own id of the message, which an answer there names."""


class NewsRow(Row):
    __tablename__ = "news"
    __table_args__ = (UniqueConstraint("cause"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    introduction_id: Mapped[str | None] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"))
    name: Mapped[str]
    cause: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(EncryptedJson, default=dict)
    at: Mapped[datetime]
    order: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None] = mapped_column(index=True)


class WriteRow(Row):
    """The first result of a write, by the key its caller gave: the second call gets the same and writes nothing."""

    __tablename__ = "write"
    __table_args__ = (UniqueConstraint("subject", "name", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    key: Mapped[str]
    result: Mapped[str | None] = mapped_column(Encrypted)
    at: Mapped[datetime] = mapped_column(index=True)


class AccessRow(Row):
    """Who saw whose details."""

    __tablename__ = "access"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = _person()
    who: Mapped[str]
    what: Mapped[str]
    at: Mapped[datetime]


class StubRow(Row):
    """All that is left of an erased introduction until its provider has been told to delete, thirty days at most."""

    __tablename__ = "erased_introduction"
    introduction_id: Mapped[str] = mapped_column(primary_key=True)
    short: Mapped[str]
    provider_id: Mapped[str]
    sent_on: Mapped[date | None]
    erased_on: Mapped[date] = mapped_column(index=True)
