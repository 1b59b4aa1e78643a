"""Where somebody lives: no place has it from us, and how to tell one that needs it."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.of_introduction import OfIntroduction
from introductions.states import RELAYING


class MyAddress(OfIntroduction):
    """Of the place that their words would go to; before there is one, in general."""

    action = "action_my_address"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one = self.found(turn)
        if one is None or one.state not in RELAYING:
            out.utter_message(response="utter_my_address")
            return []
        tell = [self.button("reply", "say_to_place", one)] if self.people.line(one.id) == "open" else []
        out.utter_message(response="utter_my_address_told", provider=self.provider(one), buttons=tell)
        return []
