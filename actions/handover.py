"""A person, please: asked for where somebody reads, and the truth where nobody does."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn


class Handover(Act):
    action = "action_handover"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if not self.deps.somebody_reads:
            out.utter_message(response="utter_handover_nobody")
            return []
        self.people.ask_for_person(turn.person, "person", self.key(turn))
        if self.deps.trial:
            out.utter_message(response="utter_handover_trial", **self.deps.about)
        else:
            out.utter_message(response="utter_handover_asked", hours=self.deps.about["hours"])
        return []
