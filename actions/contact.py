"""An email or a number given unasked: in a letter by their choice, else it is not needed, and that is said."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from knowledge.understanding.contact import contact


class GiveContact(Act):
    """Puts nothing anywhere yet. The slot ``contact_step`` tells the rules whether the reply asks."""

    action = "action_give_contact"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person)
        given = contact(self.people.words_of(turn.id) or "")
        if draft is None or given is None:
            out.utter_message(response="utter_contact_not_needed")
            return [SlotSet("contact_step", "told")]
        provider = self.deps.directory().providers.get(draft.provider_id)
        place = provider.name if provider else draft.provider_id
        out.utter_message(response="utter_contact_offered", words=given.words, place=place)
        return [SlotSet("contact_step", "asked"), SlotSet("contact_turn", turn.id)]


class PutContact(Act):
    """The letter's line on how to reply; the letter is shown anew, and goes only by its own yes."""

    action = "action_put_contact"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person)
        given = contact(self.people.words_of(str(turn.slots.get("contact_turn") or "")) or "")
        if draft is None or given is None:
            out.utter_message(response="utter_contact_not_needed")
        else:
            line = self.deps.say(WAYS[given.way], words=given.words)
            self.people.edit_line(draft.id, "reply_way", line, self.key(turn))
        return settled()


class LeaveContact(Act):
    action = "action_leave_contact"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        out.utter_message(response="utter_contact_left_out")
        return settled()


WAYS = {"email": "utter_reply_by_email", "phone": "utter_reply_by_phone"}


def settled() -> Events:
    return [SlotSet("contact_step", "told"), SlotSet("contact_turn", None)]
