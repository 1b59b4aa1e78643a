"""Somebody who asks for a relative: they may look round; only the person concerned is ever introduced."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from introductions.model import Fact, Heard, How, Keep
from introductions.questions import telling
from introductions.reading import Reading
from knowledge.kindness import FOR_SOMEONE_ELSE, Told, of_someone_else, told
from knowledge.understanding import understand

FIELD, AGREED, THEMSELVES = "behalf", "behalf_agreed", "me"
"""The facts that say for whom somebody looks, and that they had agreed to our keeping before they said so."""


def someone_else(action: Act, turn: Turn, text: str) -> Told | None:
    """The person whom ``text`` asks for, if that is somebody else and was not said before."""
    relative = next((one for one in told(text) if one.kind == FOR_SOMEONE_ELSE), None)
    return None if relative is None or for_someone_else(action, turn) else relative


def look_for(action: Act, out: CollectingDispatcher, turn: Turn, text: str, relative: Told) -> list[Fact]:
    """Say what can be done, end the yes to introductions, and give what ``text`` tells of the relative."""
    out.utter_message(response="utter_kind_for_someone_else")
    key = f"{action.key(turn)}:{FIELD}"
    agreed = [Heard(AGREED, "yes")] if action.people.person(turn.person).keep == "agreed" else []
    _keep(action, turn, "look", "utter_kind_for_someone_else", key)
    of_them = telling(Reading.of(understand(of_someone_else(text), asked="story")), None).heard
    heard = [Heard(FIELD, relative.who or "someone"), *agreed, *of_them]
    kept = action.people.remember(turn.person, heard, turn=turn.id, key=f"{key}:told")
    return [fact for fact in kept.new if fact.field not in (FIELD, AGREED)]


def for_someone_else(action: Act, turn: Turn) -> bool:
    return any(fact.field == FIELD and fact.value != THEMSELVES for fact in action.facts(turn))


def for_themselves_after_all(action: Act, turn: Turn) -> bool:
    """Take back that they look for somebody else; whether they did."""
    if not for_someone_else(action, turn):
        return False
    key = f"{action.key(turn)}:{FIELD}"
    if any(fact.field == AGREED for fact in action.facts(turn)):
        _keep(action, turn, "agreed", "utter_for_you_after_all", f"{key}:keep")
    action.people.remember(turn.person, [Heard(FIELD, THEMSELVES)], turn=turn.id, key=key)
    return True


def _keep(action: Act, turn: Turn, keep: Keep, wording: str, key: str) -> None:
    channel = action.deps.position(turn.person).channel
    how: How = "tap" if turn.picked else "typed"
    action.people.set_keep(turn.person, keep, channel=channel, how=how, wording=wording, key=key)
