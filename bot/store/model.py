"""The values that the bot's store gives and takes; no rows leave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.channels.contract import Said, SaidButton

__all__ = [
    "Alarm",
    "Claim",
    "Crisis",
    "Outcome",
    "Position",
    "Said",
    "SaidButton",
    "Status",
    "StoredButton",
    "Turn",
    "Waiting",
]

Status = Literal["open", "stopped", "crisis_waiting", "erased"]


@dataclass(frozen=True)
class Claim:
    """The outcome of claiming one inbound: ``is_new`` is false for one claimed before."""

    conversation: str
    inbound: int
    is_new: bool


@dataclass(frozen=True)
class StoredButton:
    """A button as it was offered. ``slot`` is the question it answers; None means that it never grows old."""

    id: str
    title: str
    intent: str
    entities: Mapping[str, Any]
    form: str | None = None
    slot: str | None = None
    pressed_turn: str | None = None


Waits = Literal["", "first", "later", "hello"]


@dataclass(frozen=True)
class Crisis:
    """Where a talk about danger stands. ``stage``: asked (are you safe?), told (the numbers were shown), since (things
    go on, and words are heard with it in mind). ``at``: when danger was last spoken of; None for now. ``waits``: the
    words that we asked about were only doubtful, and are answered once their person is safe or carries on. ``beside``:
    the ids of what else was written meanwhile and waits for the same. ``hello``: nothing but our first words waits.
    """

    stage: Literal["asked", "told", "since"]
    kinds: tuple[str, ...]
    at: datetime | None = None
    waits: Waits = ""
    beside: tuple[int, ...] = ()


@dataclass(frozen=True)
class Position:
    """A conversation between two turns. ``offer``: the buttons of the latest turn that said something, in order."""

    conversation: str
    status: Status
    form: str | None
    slot: str | None
    language: str
    crisis: Crisis | None = None
    offer: tuple[StoredButton, ...] = ()
    is_new: bool = False
    """Nothing was ever said to this person: whatever they write first is met with the hello."""
    danger: int = 0
    """The id of the inbound that last spoke of danger; 0 for none."""
    interrupted: str = ""
    """The words that wait for the answer to "are you safe?"; none where nothing waits, or where they were wiped."""


@dataclass(frozen=True)
class Waiting:
    """An inbound that has not been answered. ``button`` is the stored row, None for one that is not ours (any more)."""

    id: int
    kind: str
    external_id: str
    address: int | None
    received: datetime
    text: str = ""
    button: StoredButton | None = None
    button_turn_finished: datetime | None = None
    media: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Turn:
    """A turn to run: its id is committed. ``faults`` counts answers that were wrong, ``attempts`` every failure.

    ``more``: something waits behind it.
    """

    id: str
    position: Position
    batch: tuple[Waiting, ...]
    attempts: int = 0
    faults: int = 0
    told: bool = False
    more: bool = False


@dataclass(frozen=True)
class Joins:
    """A code to use up, by its hash, and what the chat that asked for it is told."""

    code_hash: str
    elsewhere: str


@dataclass(frozen=True)
class Alarm:
    """What is told elsewhere of words of danger: the kinds, where they were plain; that they were a complaint."""

    kinds: tuple[str, ...] = ()
    is_complaint: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a finished turn leaves: messages, and the conversation's position."""

    said: tuple[Said, ...]
    status: Status
    form: str | None
    slot: str | None
    crisis: Crisis | None = None
    is_crisis: bool = False
    joins: Joins | None = None
    hides: bool = False
    is_secret: bool = False
    language: str | None = None
    alarm: Alarm | None = None
