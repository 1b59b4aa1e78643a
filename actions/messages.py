"""Whether we may write first: a consent of its own, given and taken back by one tap."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.may_write import let_us_write, settle


class MessagesYes(Act):
    action = "action_messages_yes"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        return settle(self, out, turn, agreed=True)


class MessagesNo(Act):
    action = "action_messages_no"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        return settle(self, out, turn, agreed=False)


class Quiet(Act):
    """From now on we write only after they do."""

    action = "action_quiet"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        let_us_write(self, turn, "utter_title_stop_writing", agreed=False)
        self.people.set_quiet(turn.person, "after_me", self.key(turn))
        out.utter_message(response="utter_quiet")
        return []
