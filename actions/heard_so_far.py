"""What was heard of a person so far, where nothing else is to be shown with it."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.heard_lines import heard_lines


class HeardSoFar(Act):
    action = "action_heard_so_far"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        out.utter_message(response="utter_what_i_heard", **heard_lines(self.deps.say, self.facts(turn)))
        return []
