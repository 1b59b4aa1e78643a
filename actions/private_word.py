"""The private word as far as the dialogue knows of it: that one is wanted. The gateway reads the word itself."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.word_first import word_first


class SetWord(Act):
    """Whoever has one gives it before they choose another."""

    action = "action_set_word"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if self.people.person(turn.person).keep != "agreed":
            out.utter_message(response="utter_word_agree_first")
        elif not word_first(self, out, turn):
            self.people.expect_word(turn.person, "setting")
            out.utter_message(response="utter_word_choose")
        return []


class LeaveWord(Act):
    action = "action_leave_word"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        self.people.expect_word(turn.person, None)
        out.utter_message(response="utter_word_left")
        return []
