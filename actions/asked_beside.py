"""What people ask beside the questions: what happens now, who may come with them, what to do until a near day."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.next_steps import offer_to_tell_the_day, tell_what_next
from introductions.states import AWAITING_PROVIDER, RELAYING


class WhatNext(Act):
    action = "action_what_next"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        tell_what_next(self, out, turn)
        return []


class WhoMayCome(Act):
    """Somebody may come along: chosen inside the letter, or asked of a place that has heard of them."""

    action = "action_who_may_come"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.asked == "letter_decision":
            out.utter_message(response="utter_who_comes")
        elif any(one.state in RELAYING for one in self.people.of_person(turn.person)):
            out.utter_message(response="utter_come_along_ask_them")
        else:
            out.utter_message(response="utter_come_along")
        return []


class NearDay(Act):
    """A meeting or a hearing soon: how fast places answer, and who can help until then."""

    action = "action_near_day"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        offered = bool(self.people.offers(turn.person))
        out.utter_message(response="utter_near_day_offered" if offered else "utter_near_day")
        names = self.deps.directory().providers
        mine = [one for one in self.people.of_person(turn.person) if one.provider_id in names]
        waits = next((one for one in mine if one.state in AWAITING_PROVIDER), None)
        if waits is not None and self.people.current_draft(turn.person) is None:
            offer_to_tell_the_day(self, out, turn, waits, names[waits.provider_id].name)
        return []
