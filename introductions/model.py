"""What the room hands out: plain frozen values. Texts in them are a person's own and never go to a log."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from introductions.states import ENDED, State

Keep = Literal["none", "agreed", "look"]
AgeBand = Literal["adult", "16_17", "under_16"]
Polarity = Literal["yes", "no", "past"]
How = Literal["tap", "typed", "spoken"]
Reached = Literal["yes", "perhaps", "no"]
By = Literal["person", "provider"]


@dataclass(frozen=True)
class Person:
    id: str
    keep: Keep
    age_band: AgeBand | None
    created: datetime
    last_contact: datetime
    chosen_name: str | None = None
    crisis_wait_until: datetime | None = None
    """Letters not yet sent wait until then (after words of crisis)."""


@dataclass(frozen=True)
class HeldText:
    """Text written before the person agreed to anything; it lives an hour at most."""

    turn: str
    text: str


@dataclass(frozen=True)
class Heard:
    """One thing a message said. ``field`` is ``concept`` or a value's field (``district``, ``age``, ``name`` …)."""

    field: str
    value: str
    code: str | None = None
    polarity: Polarity = "yes"
    words: str = ""


@dataclass(frozen=True)
class Fact:
    id: str
    field: str
    value: str
    code: str | None
    polarity: Polarity
    words: str
    turn: str
    at: datetime


@dataclass(frozen=True)
class Contradiction:
    """The person said something that goes against what they said before. The later one stands."""

    before: Fact
    now: Heard


@dataclass(frozen=True)
class Remembered:
    new: tuple[Fact, ...] = ()
    superseded: tuple[Fact, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True)
class Offer:
    """``number`` runs on through a person's whole conversation."""

    number: int
    service_id: str
    turn: str
    state: Literal["offered", "introduced", "disliked"] = "offered"


@dataclass(frozen=True)
class DraftField:
    on: bool
    text: str
    sensitive: bool = False
    """Touches health or hints at it, so it is off until the person puts it in."""
    told: str | None = field(default=None, compare=False)
    """What was told for this line when it was last looked at; None where nobody has looked."""
    waits: str = ""
    """What of this line waits for their tap still, beside what they put in."""


@dataclass(frozen=True)
class Draft:
    id: str
    person_id: str
    version: int
    provider_id: str
    service_id: str
    introduction_id: str
    fields: Mapping[str, DraftField]
    mail_subject: str
    mail_text: str
    mail_html: str
    page_text: str
    shown_text: str
    sha256s: Mapping[str, str]
    """SHA-256 (hex) of ``mail_subject``, ``mail_text``, ``mail_html``, ``page_text`` and ``shown_text`` in UTF-8."""
    state: Literal["open", "agreed", "discarded"] = "open"


@dataclass(frozen=True)
class Consent:
    id: str
    person_id: str
    purpose: str
    provider_id: str | None
    introduction_id: str | None
    fields: tuple[str, ...]
    texts: Mapping[str, str]
    sha256s: Mapping[str, str]
    wording: str
    channel: str
    how: How
    witness: str | None
    at: datetime
    until: datetime | None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True)
class Event:
    """One change, or one thing that happened. ``why`` and ``data`` may hold people's words."""

    at: datetime
    kind: str
    actor: Literal["person", "provider", "clock", "coordinator", "worker"]
    before: State
    after: State
    why: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


TICKED = frozenset({"full", "not_fit", "closed"})
"""Reasons for a no that a place may tick, each told as it is."""


@dataclass(frozen=True)
class Visit:
    """``day``: the one that stands, None where none does. ``asked``: one that ``asker`` would like and the other side
    has not answered. ``words``: the last words on it; empty while the hello's own stand.
    """

    day: date | None
    asked: tuple[date, ...] = ()
    asker: By | None = None
    words: str = ""
    moved: bool = False
    """Whether ``day`` is another than the hello named."""

    @property
    def settled(self) -> bool:
        return self.day is not None and not self.asked

    @property
    def talked(self) -> bool:
        """Whether anything was said that the hello's own words do not hold."""
        return bool(self.words)

    @property
    def last(self) -> date | None:
        """The latest day that it may be."""
        return max((*self.asked, *([self.day] if self.day else [])), default=None)

    def kept(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat() if self.day else "",
            "asked": [one.isoformat() for one in self.asked],
            "asker": self.asker or "",
            "words": self.words,
            "moved": self.moved,
        }


@dataclass(frozen=True)
class Introduction:
    id: str
    short: str
    """Six letters and figures that both sides may say aloud."""
    person_id: str
    provider_id: str
    service_id: str
    state: State
    agreed_at: datetime
    due_at: datetime
    """When the letter goes: at once, or at 09:00 if agreed in quiet hours."""
    sent_at: datetime | None = None
    promised_day: date | None = None
    """The day by which the person was told they would hear from us."""
    ended_as: State | None = None
    """How a closed introduction ended."""
    hold_until: date | None = None
    question: str | None = None
    """The provider's open question, if there is one."""
    contact: str | None = None
    first_step: str | None = None
    when: str | None = None
    page_text: str = ""
    name: str = ""
    """The name of their choice that the letter gives; empty when they left it out."""
    events: tuple[Event, ...] = ()
    visit: Visit = Visit(None)

    @property
    def reached(self) -> Reached:
        """Whether it had reached its place when it was taken back: ``perhaps`` where the mail server did not say."""
        said = next((event.data.get("reached") for event in self.events if event.kind == "withdrawn"), None)
        return said or ("yes" if self.sent_at else "no")

    @property
    def is_taken_back(self) -> bool:
        """By its person, not by our desk."""
        return any(event.kind == "withdrawn" and event.actor == "person" for event in self.events)

    @property
    def why_declined(self) -> str:
        """The reason that the place ticked, or wrote; empty where it did not decline."""
        return next((event.why for event in reversed(self.events) if event.kind == "declined"), "")

    def standing(self, paused: Collection[str]) -> str:
        """The state as its person is told it: ``held`` while its service is one of ``paused``, ``kept_back`` where it
        was given up for that, ``shut`` where a leak ended it, ``question_over`` once they answered or left it, ``met``
        where they went though we had stopped waiting, and a no with the reason that the place ticked.
        """
        if self.ended_as in (State.LAPSED, State.EXPIRED) and any(event.kind == "met" for event in self.events):
            return "met"
        if self.state in ENDED and any(event.data.get("reason") == "incident" for event in self.events):
            return "shut"
        if self.state is State.QUEUED and self.service_id in paused:
            return "held"
        if self.state is State.FAILED and any(event.data.get("reason") == "paused" for event in self.events):
            return "kept_back"
        if self.state is State.QUESTION and not self.question:
            return "question_over"
        if self.state is State.DECLINED and self.why_declined in TICKED:
            return f"declined_{self.why_declined}"
        return str(self.state)


@dataclass(frozen=True)
class ToldPlace:
    """What a place has of a person through us: the letter they agreed to, and their ``words`` passed on since."""

    fields: Mapping[str, DraftField]
    page_text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Message:
    """Words passed between the two sides. ``by`` is who wrote them."""

    by: By
    text: str
    at: datetime


@dataclass(frozen=True)
class LetterView:
    """What the provider's page may show now. After the end, ``states_only`` is true and every text is empty."""

    introduction_id: str
    short: str
    provider_id: str
    provider_name: str
    service_name: str
    state: State
    states_only: bool
    link_until: datetime
    name: str = ""
    page_text: str = ""
    question: str | None = None
    answer: str | None = None
    question_open: bool = False
    """Whether its answer is still waited for: not once it was answered or left, or a hello came."""
    contact: str | None = None
    first_step: str | None = None
    when: str | None = None
    visit: Visit = Visit(None)
    hold_until: date | None = None
    messages: tuple[Message, ...] = ()
    history: tuple[tuple[datetime, str], ...] = ()
    """Times and kinds of events, without words."""
    relay_open: bool = False


class Look(NamedTuple):
    """Somebody saw a person's details. ``who`` is a role or ``provider:<id>``, ``what`` the kind of thing seen."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True)
class Outgoing:
    """A mail to a provider, stored when it was caused and sent as stored."""

    id: str
    introduction_id: str | None
    kind: str
    message_id: str
    to: str
    reply_to: str
    subject: str
    text: str
    html: str
    attempts: int
    written_at: datetime | None = None
    """The date it carries, the same at every try."""
    buttons: tuple[tuple[str, str], ...] = ()
    """What a chat shows under it, as (id, title)."""


@dataclass(frozen=True)
class News:
    """Something the bot tells the person, once. ``name`` becomes Rasa's intent ``event_<name>``."""

    id: str
    person_id: str
    name: str
    introduction_id: str | None
    data: Mapping[str, Any]
    at: datetime
