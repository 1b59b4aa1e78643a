"""Whoever has a private word gives it before what is held is shown."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn


def word_first(action: Act, out: CollectingDispatcher, turn: Turn) -> bool:
    """Whether the word is to be given before anything is shown; it is then asked for."""
    if not action.people.word_needed(turn.person):
        return False
    action.people.expect_word(turn.person, "asked")
    out.utter_message(response="utter_word_first")
    return True
