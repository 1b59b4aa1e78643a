"""How what a listing does not say is asked of its place: in the letter, by words that pass on, or once they meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from actions.base import Act, Turn
from actions.meeting import ask_them
from introductions.states import ENDED

GAPS = ("utter_place_silent", "utter_place_no_end_named", "utter_place_asks_no_more", "utter_place_how_far")
"""Sentences of an answer that say that something of it is not known."""


@dataclass
class Ways:
    """``gone`` ends the name of the response that fits: nothing before a letter, else whether words pass to the place.

    ``wanted`` is set where an answer left something open.
    """

    gone: Literal["", "_sent", "_kept"] = ""
    buttons: Sequence[dict[str, Any]] = ()
    wanted: bool = False


def ways_to_ask(act: Act, turn: Turn, meant: Sequence[str]) -> Ways:
    """Of the one place that is meant; where several are, a letter to any of them comes first."""
    live = [one for one in act.people.of_person(turn.person) if one.service_id in meant and one.state not in ENDED]
    if not live or len(meant) > 1:
        return Ways()
    buttons = ask_them(act.deps, live[0], turn.wrote)
    return Ways("_sent" if buttons else "_kept", buttons)
