"""Somebody who asks for a relative: they may look round; only the person concerned is ever introduced."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from introductions.model import Fact, Heard
from introductions.questions import Reading, telling
from knowledge.kindness import FOR_SOMEONE_ELSE, Told, of_someone_else, told
from knowledge.understanding import understand

FIELD = "behalf"
"""The fact that says for whom somebody looks."""


def someone_else(action: Act, turn: Turn, text: str) -> Told | None:
    """The person whom ``text`` asks for, if that is somebody else and was not said before."""
    relative = next((one for one in told(text) if one.kind == FOR_SOMEONE_ELSE), None)
    return None if relative is None or for_someone_else(action, turn) else relative


def look_for(action: Act, out: CollectingDispatcher, turn: Turn, text: str, relative: Told) -> list[Fact]:
    """Say what can be done, end the yes to introductions, and give what ``text`` tells of the relative."""
    out.utter_message(response="utter_kind_for_someone_else")
    channel, key = action.deps.position(turn.person).channel, f"{action.key(turn)}:{FIELD}"
    action.people.set_keep(
        turn.person, "look", channel=channel, how="typed", wording="utter_kind_for_someone_else", key=key
    )
    of_them = telling(Reading.of(understand(of_someone_else(text), asked="story")), None).heard
    heard = [Heard(FIELD, relative.who or "someone"), *of_them]
    kept = action.people.remember(turn.person, heard, turn=turn.id, key=f"{key}:told")
    return [fact for fact in kept.new if fact.field != FIELD]


def for_someone_else(action: Act, turn: Turn) -> bool:
    return any(fact.field == FIELD for fact in action.facts(turn))
