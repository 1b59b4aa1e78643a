"""What a provider may still say after its first answer, and how it is passed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from introductions.model import LetterView
from introductions.states import RELAYING, State

Tap = Literal["started", "came", "stopped"]
LaterDo = Literal["write", "stop_writing", "also", "finished", "cannot_reach", "started", "came", "stopped"]
LATER_DOES: tuple[LaterDo, ...] = (
    "write",
    "stop_writing",
    "also",
    "finished",
    "cannot_reach",
    "started",
    "came",
    "stopped",
)
NEEDS: Mapping[LaterDo, str] = {"write": "text", "also": "suggested"}
"""The one field that a form must bring for it."""

MEETING = frozenset({State.ACCEPTED, State.CONTACT_MADE, State.MET, State.GOING})
"""Hello was said: what comes next is how it goes."""


class LaterAnswers(Protocol):
    """The introductions room, as far as later answers use it.

    Each raises LinkError and ImpossibleChange; those that carry words also RelayClosed and TooLong.
    """

    def write_to_person(self, token: str, text: str) -> object: ...
    def stop_writing(self, token: str) -> object: ...
    def also(self, token: str, suggest: str) -> object: ...
    def finished(self, token: str) -> object: ...
    def cannot_reach(self, token: str) -> object: ...
    def follow_up_tap(self, token: str, tap: Tap) -> object: ...


@dataclass(frozen=True)
class Later:
    """Which of them the state allows now. ``taps`` are how it goes, one tap each."""

    write: bool
    also: bool
    meeting: bool
    cannot_reach: bool
    taps: tuple[Tap, ...]


def later(view: LetterView) -> Later:
    open_now = view.state in RELAYING and not view.states_only
    meeting = open_now and view.state in MEETING
    before = view.state == State.ACCEPTED
    taps: tuple[Tap, ...] = ("came", "started") if before else ("came", "started", "stopped")
    return Later(
        write=view.relay_open,
        also=open_now,
        meeting=meeting,
        cannot_reach=meeting and view.state in (State.ACCEPTED, State.CONTACT_MADE),
        taps=taps if meeting else (),
    )


def pass_on(letters: LaterAnswers, token: str, do: LaterDo, words: str) -> None:
    """Do what was asked; ``words`` is the text to pass on, or the id of the place suggested."""
    match do:
        case "write":
            letters.write_to_person(token, words)
        case "also":
            letters.also(token, words)
        case "stop_writing":
            letters.stop_writing(token)
        case "finished":
            letters.finished(token)
        case "cannot_reach":
            letters.cannot_reach(token)
        case "started" | "came" | "stopped":
            letters.follow_up_tap(token, do)
