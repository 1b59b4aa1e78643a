"""Going on from another phone: the code that joins two chats, and what is said once they are one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, form_of, projected
from actions.heard_lines import heard_lines
from actions.standing import unseen
from actions.word_first import word_first
from introductions.model import Fact


class JoinCode(Act):
    action = "action_join_code"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if word_first(self, out, turn):
            return []
        code, bot = self.deps.join_code(turn.person, turn.id), self.deps.telegram_name()
        if code is None:
            out.utter_message(response="utter_join_too_many")
        elif bot is None or self.deps.position(turn.person).channel == "telegram":
            out.utter_message(response="utter_join_code", code=code)
        else:
            out.utter_message(response="utter_join_code_telegram", code=code, link=f"https://t.me/{bot}?start={code}")
        return []


class LeaveScreen(Act):
    """How to leave the chat on a computer that others use: each app has its own way out."""

    action = "action_leave_screen"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        channel = self.deps.position(turn.person).channel
        out.utter_message(response=LEFT.get(channel, "utter_leave_screen"))
        return []


LEFT = {"telegram": "utter_leave_screen_telegram", "whatsapp": "utter_leave_screen_whatsapp"}


class Joined(Act):
    """Makes two persons one, and notes what there is to show of them, which is for rules to say; the form goes by what
    is kept, not by either chat.
    """

    action = "action_joined"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        self.people.join(turn.person, turn.picked["joined"], self.key(turn))
        facts = self.facts(turn)
        offers, draft = self.people.offers(turn.person), self.people.current_draft(turn.person)
        form = form_of(self.deps, turn.person, facts, offers, draft)
        left = [ActiveLoop(None), SlotSet("requested_slot", None)] if turn.form != form else []
        return [SlotSet("joined_shows", self._shows(turn, facts)), *projected(facts), *unseen(), *left]

    def _shows(self, turn: Turn, facts: Sequence[Fact]) -> Literal["letters", "heard", "nothing"]:
        if self.people.of_person(turn.person):
            return "letters"
        is_known = any(heard_lines(self.deps.say, facts).values()) and not self.people.word_needed(turn.person)
        return "heard" if is_known else "nothing"
