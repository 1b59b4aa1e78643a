"""What the pages need of the rest, and nothing more. The composition root fills ``Deps``, tests with real parts too.

Every call here that is not ``async`` blocks; pages run it in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web_chat import ChatLine
from bot.web.later import LaterAnswers
from introductions.keeping import KeeperView, Said
from introductions.model import Fact, Introduction, LetterView, Outgoing, Person
from introductions.week import Week
from knowledge.directory import Directory
from nwd.cipher import Cipher
from nwd.clock import Clock
from nwd.settings import Settings


class WebChat(Protocol):
    """The web channel behind the page. ``sender`` is the random part of the visitor's cookie."""

    def sender(self, request: Request) -> str | None:
        """Who this browser is, or None before a first visit and after the cookie was altered."""

    def welcome(self, response: Response) -> str:
        """Give this browser a new cookie, and so a new conversation; returns the new sender."""

    def form_key(self, sender: str) -> str:
        """The value a form carries to prove that it came from our page (CSRF)."""

    def person_of(self, sender: str) -> str | None:
        """The conversation's id, or None before anything was written."""

    def lines(self, sender: str) -> Sequence[ChatLine]:
        """Both sides in order, as far as words are kept."""

    async def say(
        self,
        sender: str,
        message_id: str,
        *,
        text: str | None = None,
        button: str | None = None,
        carried: dict[str, Any] | None = None,
    ) -> None:
        """Claim one message; the same id again does nothing. Raises StoreBusyError."""

    async def turn_done(self, sender: str, message_id: str, seconds: float) -> bool:
        """Wait until the turn of that message is over, ``seconds`` at most; whether it is."""


class Letters(LaterAnswers, Protocol):
    """The introductions room, as far as pages use it.

    Calls with a token raise LinkError; answers also ImpossibleChange and TooLong.
    """

    def open_link(self, token: str) -> object: ...
    def view(self, token: str) -> LetterView: ...
    def say_hello(self, token: str, contact: str, first_step: str, when: str) -> object: ...
    def ask(self, token: str, text: str) -> object: ...
    def not_yet(self, token: str, from_date: date) -> object: ...
    def not_for_us(self, token: str, why: str, suggest: str) -> object: ...
    def not_meant_for_me(self, token: str) -> object: ...
    def set_week(self, token: str, week: Week) -> object: ...
    def week_of(self, provider_id: str) -> Week: ...
    def chat_code(self, token: str) -> str: ...
    def leave_chat(self, token: str) -> None: ...
    def is_on_chat(self, provider_id: str) -> bool: ...
    def keeper_view(self, token: str) -> KeeperView: ...
    def keeper_says(self, token: str, said: Said, service_id: str = "") -> KeeperView: ...
    def introduction(self, introduction_id: str) -> Introduction:
        """Raises NotFound."""

    def of_person(self, person_id: str) -> Sequence[Introduction]: ...
    def sent_letters(self, limit: int = 50) -> Sequence[Outgoing]:
        """The newest mails that went; a local installation shows them as the providers' inbox."""

    def person(self, person_id: str) -> Person:
        """Raises UnknownPerson."""

    def facts(self, person_id: str) -> Sequence[Fact]: ...
    def next_strikes(self, introduction_id: str) -> Sequence[tuple[str, datetime]]:
        """What time alone would bring, soonest first. Raises NotFound."""

    def waiting_mail(self, introduction_id: str) -> Sequence[tuple[str, datetime]]:
        """Kinds of mail that wait to go, and from when."""


@dataclass(frozen=True)
class Local:
    """Only of a local installation: the clock that may be moved."""

    move_clock: Callable[[timedelta], None]
    settle: Callable[[], None] = lambda: None
    """After the clock moved, let the worker look at once, if it can."""
    unbound_mail: Callable[[], Sequence[Outgoing]] = tuple
    """Mail that went and is in no table any more: what it was about has been erased."""


@dataclass(frozen=True)
class Deps:
    settings: Settings
    clock: Clock
    cipher: Cipher
    directory: Callable[[], Directory]
    letters: Letters
    chat: WebChat
    local: Local | None = None
    """None in production: then there is no local page."""
    unreached: Callable[[str], bool] = lambda _person: False
    """Whether what a person was last told did not get to them, or waits until they write."""
    telegram_name: Callable[[], str | None] = lambda: None
    """Our own name on Telegram, where we are there."""
    directory_changed: Callable[[], None] = lambda: None
    """After a keeper said something: the next look at the directory is a fresh one."""
