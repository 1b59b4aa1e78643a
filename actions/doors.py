"""Whoever opened the door may hear that somebody met someone: only after a yes, and no more than that."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from knowledge.listing import Provider


class OfDoor(Act):
    def door(self, turn: Turn) -> Provider | None:
        """The provider whose door the person came through, if it can be written to."""
        provider = self.deps.directory().providers.get(self.deps.door(turn.person) or "")
        return provider if provider and provider.letter_email else None


class DoorAsks(OfDoor):
    """Asked once, after a meeting; says nothing where there is no door, or it was asked before."""

    action = "action_door_asks"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        door = self.door(turn)
        if door is not None and self.people.ask_for_door(turn.person, self.key(turn)):
            out.utter_message(response="utter_door_asks", door=door.name)
        return []


class DoorYes(OfDoor):
    action = "action_door_yes"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        door = self.door(turn)
        if door is None:
            out.utter_message(response="utter_door_not_told")
            return []
        channel, wording = self.deps.position(turn.person).channel, self.deps.say("utter_door_asks", door=door.name)
        self.people.let_door_hear(turn.person, door.id, channel=channel, wording=wording, key=self.key(turn))
        out.utter_message(response="utter_door_told", door=door.name)
        return []
