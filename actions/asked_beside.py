"""What people ask beside the questions: what happens now, who may come with them, what to do until a near day."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.cards import sentence
from actions.visit_words import when_words
from introductions.model import Introduction
from introductions.states import ENDED, RELAYING, State

WAITING = frozenset({State.QUEUED, State.SENT, State.QUESTION, State.ON_HOLD})


class WhatNext(Act):
    """What happens with their letter from here; before there is one, with the whole of it."""

    action = "action_what_next"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.slots.get("beside_said") == "where":
            out.utter_message(response="utter_answers_come_here")
            return []
        live = [one for one in self.people.of_person(turn.person) if one.state not in ENDED]
        if self.people.current_draft(turn.person) is not None:
            out.utter_message(response="utter_next_letter")
        elif not live:
            out.utter_message(response="utter_next_nothing_sent")
        else:
            provider = self.deps.directory().providers.get(live[0].provider_id)
            name = provider.name if provider else live[0].provider_id
            told = {"contact": live[0].contact}
            told |= {"step": sentence(live[0].first_step or ""), "when": when_words(self.deps.say, live[0])}
            out.utter_message(response=self._with_letter(turn, live[0]), provider=name, **told)
        return []

    def _with_letter(self, turn: Turn, one: Introduction) -> str:
        if one.question:
            return "utter_next_asked"
        if one.state not in WAITING:
            return "utter_next_accepted"
        return "utter_next_waiting_told" if self.people.may_message(turn.person) else "utter_next_waiting"


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
        return []
