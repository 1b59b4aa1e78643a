"""What a turn may do, as values; and the plans that several parts make."""

from __future__ import annotations

from dataclasses import dataclass

from bot.copy import Copy
from bot.gateway.safety import said as as_said
from bot.rasa_client import RasaInput
from bot.store.model import Crisis, Joins, Position, Said, Status

FIRST_WORDS = "first_words"
RESUME = RasaInput(intent="event_resume", entities={})


@dataclass(frozen=True)
class Plan:
    """``said`` comes before Rasa's replies; with ``rasa_may_fail`` it goes out alone if need be.

    Without ``rasa`` the position stays.
    """

    said: tuple[Said, ...] = ()
    rasa: RasaInput | None = None
    status: Status = "open"
    crisis: Crisis | None = None
    is_crisis: bool = False
    is_notice: bool = False
    is_correction: bool = False
    rasa_may_fail: bool = False
    was_nothing: bool = False
    """A doubt of ours was answered: nobody was in danger, and nothing of it is kept in mind."""
    joins: Joins | None = None
    """Make this conversation and another one, once the turn ends."""
    is_secret: bool = False
    """What was written is kept nowhere once the turn ends."""
    language: str | None = None
    """The language that lines were just shown in; None leaves it as it is."""


def kindly(copy: Copy, response: str, position: Position) -> Plan:
    """A line of our own, then the open question again, if there is one."""
    return Plan((as_said(copy.line(response)),), open_question(position), rasa_may_fail=not position.is_new)


def open_question(position: Position) -> RasaInput:
    """What brings the open question back; for someone new that is the hello."""
    return RasaInput(text="", intent=FIRST_WORDS, entities={}) if position.is_new else RESUME
