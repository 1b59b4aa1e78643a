"""What a channel hands in and what it is asked to send: one shape for the page, the terminal, Telegram, WhatsApp."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal, Protocol

from nwd.errors import NwdError

# A command is a tap that carries its own intent, in ``text``.
Kind = Literal["text", "button", "command", "event", "edit", "media"]
SaidKind = Literal["text", "options", "notice", "hide"]

# What people send that is not text. Each has its line, ``utter_cannot_read_<media>``; "other" is the rest.
MEDIA = ("voice", "photo", "sticker", "location", "file", "other")


@dataclass(frozen=True)
class Inbound:
    """One thing a person did on a channel.

    ``external_id`` is the channel's own id of it: claiming it twice does nothing. ``sender`` is the person's address
    on that channel (a chat id, a business-scoped user id, the random part of a cookie). ``data`` carries what only
    some kinds have: an event's entities, the id of an edited message, the door a person came through.
    """

    channel: str
    external_id: str
    sender: str
    kind: Kind = "text"
    text: str = ""
    button: str | None = None
    media: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    at: datetime | None = None
    """When they did it, where the channel says so and it matters there."""


@dataclass(frozen=True)
class SaidButton:
    """``about`` is what it stands under, where one list holds the buttons of several places.

    ``ages``: it answers the question that is asked, so it counts only while that is open.
    """

    title: str
    intent: str
    entities: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    ages: bool = True


@dataclass(frozen=True)
class Said:
    """One message out, before it has an id."""

    text: str
    buttons: tuple[SaidButton, ...] = ()
    kind: str = "text"


@dataclass(frozen=True)
class OfferedButton:
    id: str
    title: str
    about: str = ""


@dataclass(frozen=True)
class Outgoing:
    """One message out. ``n`` orders the messages of a conversation; ``to`` is an address as in ``Inbound.sender``.

    ``first`` is the number of its first button; numbers run on through a turn. ``invited``: something waits already
    until this person writes, and they were told so.
    """

    n: int
    channel: str
    to: str
    turn: str
    kind: SaidKind
    text: str
    buttons: tuple[OfferedButton, ...] = ()
    first: int = 1
    person: str = ""
    last_written: datetime | None = None
    invited: bool = False
    day_over: bool = False
    """The channel said so of this message, and they have not written since."""
    delete: tuple[str, ...] = ()
    """Of kind ``hide``: no message but messages to delete, by the channel's ids; only for channels that can."""


@dataclass(frozen=True)
class Limits:
    """What a channel can carry, in characters (text, titles) and bytes (payload). None is no limit."""

    text: int | None = None
    text_with_buttons: int | None = None
    buttons: int | None = None
    button_title: int | None = None
    button_payload_bytes: int | None = None


class Channel(Protocol):
    """A channel that messages are sent to. Channels whose clients read by cursor (web, terminal) have none."""

    name: ClassVar[str]
    limits: ClassVar[Limits]

    def shape(self, said: Sequence[Said]) -> Sequence[Said]:
        """What a turn says, as messages of which each is sent by one call. Nothing is lost, and buttons keep their
        order.
        """
        ...

    async def send(self, message: Outgoing) -> str:
        """Send one message; gives the channel's id of it. Raises SendError."""
        ...

    async def close(self) -> None:
        """Close its connections."""
        ...


class SendError(NwdError):
    """A message that did not go out; it may go later, after ``retry_after`` seconds where the channel said so."""

    retry = True

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class RefusedError(SendError):
    """The channel will never take this message (too long, unknown address)."""

    retry = False


class AccountError(SendError):
    """The channel takes nothing of ours until whoever runs us has put something right; no message dies of it."""


class HeldError(SendError):
    """It may not go before the person writes again. ``invitation``: the channel's id of a word that something waits."""

    def __init__(self, reason: str, invitation: str | None = None) -> None:
        super().__init__(reason)
        self.invitation = invitation


class BlockedError(HeldError):
    """The person has blocked us; when they write again, they have not."""


READ_BY_CURSOR = frozenset({"web", "terminal"})
