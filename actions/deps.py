"""What the actions are given by the composition root."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from introductions.service import Introductions
from knowledge.directory import Directory


class Clock(Protocol):
    """The one clock, which the composition root hands in."""

    def now(self) -> datetime: ...


class Say(Protocol):
    """Renders a response of the copy files, for a button's title or a part of a sentence."""

    def __call__(self, response: str, /, **values: object) -> str: ...


@dataclass(frozen=True)
class Position:
    """Where Rasa last was in a conversation, as the app keeps it."""

    form: str | None = None
    slot: str | None = None
    channel: str = "web"


@dataclass(frozen=True)
class Deps:
    introductions: Introductions
    directory: Callable[[], Directory]
    clock: Clock
    say: Say
    position: Callable[[str], Position]
    about: Mapping[str, str]
    """Who runs this, as the copy names it: ``operator``, ``operator_kind`` (worded), ``area``, ``hours``."""
    somebody_reads: bool
    """Whether a person is there to take over (``NWD_COORDINATOR`` is set)."""
    trial: bool = False
    """Whether this is a local installation that sends no mail: nobody may look at the desk, and that is said."""
    join_code: Callable[[str, str], str | None] = lambda _person, _turn: None
    """A one-time code that joins another chat to this person's, the same for the same turn; None after too many."""
    door: Callable[[str], str | None] = lambda _person: None
    """The name of the door that a person came through; it may be a provider's id."""
    after_danger: Callable[[str], bool] = lambda _person: False
    """Whether a person spoke of danger less than a day ago."""
    telegram_name: Callable[[], str | None] = lambda: None
    """Our name on Telegram, once it is known."""
