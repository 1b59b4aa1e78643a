"""Somebody who helps the person beside them: greeted once, and never taken for that person."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from introductions.questions import Reading
from knowledge.understanding.helper import helps, without_helper

GREETED = "utter_beside_someone"


def is_known(turn: Turn) -> bool:
    """Whether this conversation has heard of a helper."""
    return GREETED in (turn.slots.get("kind_said") or ())


def is_new_helper(turn: Turn, text: str) -> bool:
    """Whether ``text`` says for the first time that somebody helps."""
    return helps(text) and not is_known(turn)


def greet(out: CollectingDispatcher, turn: Turn) -> Events:
    out.utter_message(response=GREETED)
    return greeted(turn)


def greeted(turn: Turn) -> Events:
    """Notes that the helper was greeted."""
    return [SlotSet("kind_said", [*(turn.slots.get("kind_said") or ()), GREETED])]


def of_the_person(turn: Turn, read: Reading) -> Reading:
    """Once a helper is known, what they say of their own work tells of nobody."""
    if not is_known(turn) or read.tapped:
        return read
    left = without_helper(read.text).casefold()
    kept = tuple(one for one in read.concepts if one.words.casefold() in left)
    return Reading(read.intent, read.text, kept, read.values, read.answer, read.tapped)
