"""Whether they went: tapped, or told in their own words with how it was."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.of_introduction import OfIntroduction, what_next
from introductions.calendar import london_date
from introductions.choosing import choose
from introductions.model import Introduction
from introductions.states import AWAITING_PROVIDER, ENDED, State
from knowledge.understanding.visited import Visited, told_call, told_visit

GAVE_UP = frozenset({State.LAPSED, State.EXPIRED})
"""Ends that time alone brought: who went all the same says so, and is heard."""


class OfVisit(OfIntroduction):
    def found(self, turn: Turn) -> Introduction | None:
        """The one tapped; of words the place that they name, else the visit that was to be last."""
        if turn.picked.get("introduction"):
            return super().found(turn)
        named_ones = turn.picked.get("offers")
        mine = self.people.of_person(turn.person)
        mine = [one for one in mine if named_ones is None or one.service_id in named_ones]
        today = london_date(self.deps.clock.now())
        meeting = [one for one in mine if one.contact and one.state not in ENDED]
        meeting.sort(key=lambda one: one.visit.day is None or one.visit.day > today)
        waiting = [one for one in mine if one.state in AWAITING_PROVIDER]
        ended = [one for one in mine if one.ended_as in GAVE_UP]
        there = meeting or waiting or ended
        if not there:
            return None
        named = {self.provider(one): one for one in reversed(there)}
        return choose(self.people.words_of(turn.id) or "", named) or there[0]

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if not turn.picked.get("introduction") and self.found(turn) is None:
            out.utter_message(response="utter_visit_of_no_place")
            return []
        return super().act(out, turn)

    def told(self, turn: Turn) -> Visited | None:
        if turn.picked.get("introduction"):
            return None
        text = self.people.words_of(turn.id) or ""
        return told_visit(text, named="offers" in turn.picked) or told_call(text)


class MetYes(OfVisit):
    """They met: how it felt is asked, unless they said so; a place that has not answered yet is still waited for."""

    action = "action_met_yes"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        told = self.told(turn)
        if told is not None and one.state in AWAITING_PROVIDER:
            out.utter_message(response="utter_met_before_yes", provider=self.provider(one))
            return []
        self.people.person_met(one.id, self.key(turn))
        if told is None or told.feeling is None:
            feelings = ("welcome", "okay", "bad")
            buttons = [self.button(f"felt_{felt}", "outcome_feeling", one, feeling=felt) for felt in feelings]
            out.utter_message(response="utter_glad_you_met", buttons=buttons)
            return []
        self.people.outcome(one.id, {"feeling": told.feeling}, f"{self.key(turn)}:felt")
        talked = told_call(self.people.words_of(turn.id) or "") is not None
        glad = "utter_glad_you_talked" if talked else "utter_glad_it_was_good"
        response = "utter_felt_bad" if told.feeling == "bad" else glad
        out.utter_message(response=response, provider=self.provider(one), buttons=what_next(self, one))
        return []


class MetNo(OfVisit):
    """Not yet, or not in the end: nothing is lost by it, and the place may be told."""

    action = "action_met_no"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        told = self.told(turn)
        if told is None or one.state in ENDED or one.state in AWAITING_PROVIDER:
            self.people.outcome(one.id, {"met": "no"}, self.key(turn))
            out.utter_message(response="utter_still_waiting")
            return []
        self.people.outcome(one.id, {"met": "no"}, self.key(turn))
        buttons = [self.button("reply", "say_to_place", one), self.button("met_failed", "met_failed", one)]
        out.utter_message(response="utter_did_not_go", provider=self.provider(one), buttons=buttons)
        return []
