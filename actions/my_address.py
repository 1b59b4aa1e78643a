"""Who gets somebody's address."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.of_introduction import OfIntroduction
from actions.their_address import tell_who_has_it


class MyAddress(OfIntroduction):
    action = "action_my_address"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        tell_who_has_it(self, out, self.found(turn))
        return []
