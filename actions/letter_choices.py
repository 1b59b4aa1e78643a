"""What else a letter may be: slept on, and with somebody who comes along."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.standing import unseen
from introductions.company import comes_along

COMES: Mapping[str, str] = {
    "navigator": "utter_comes_navigator",
    "peer": "utter_comes_peer",
    "someone": "utter_comes_someone",
}
"""Who comes with them, and the letter's line; with nobody the line is left out."""


class SleepOnIt(Act):
    action = "action_sleep_on_it"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person)
        if draft is None:
            out.utter_message(response="utter_no_offers_yet")
        elif self.people.sleep_on_it(turn.person, draft.id, self.key(turn)):
            out.utter_message(response="utter_sleep_on_it")
        else:
            out.utter_message(response="utter_sleep_again")
        return []


class NoToLetter(Act):
    """A plain no sends nothing now: the letter waits, and is to be seen again before any yes."""

    action = "action_no_to_letter"

    def act(self, out: CollectingDispatcher, _turn: Turn) -> Events:
        out.utter_message(response="utter_letter_not_now")
        return unseen()


class ComesAlong(Act):
    action = "action_comes_along"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft, line = self.people.current_draft(turn.person), COMES.get(str(turn.picked.get("who")))
        if draft is not None and line is None:
            self.people.switch_field(draft.id, "who_comes", False, self.key(turn))
        elif draft is not None and line is not None:
            self.people.edit_line(draft.id, "who_comes", self._told(turn) or self.deps.say(line), self.key(turn))
        return []

    def _told(self, turn: Turn) -> str:
        """Somebody of theirs by their own word, where they have said before who it is."""
        if turn.picked.get("who") != "someone":
            return ""
        told = self.people.own_words(turn.person).splitlines()
        return next((line for one in reversed(told) if (line := comes_along(one))), "")
