"""After the answer: whether they met, how it felt, what is next."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.of_introduction import CHANGED, OfIntroduction, what_changed, what_next
from introductions.model import Introduction
from introductions.outcomes import CAME_OF_IT
from knowledge.understanding.visited import came_of_it

ASKED_THEM = {
    "asked": "utter_asked_them_again",
    "asked_before": "utter_asked_them_before",
    "not_asked": "utter_not_asked_them",
}


class ContactMade(OfIntroduction):
    action = "action_contact_made"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        self.people.contact_made(one.id, self.key(turn))
        out.utter_message(response="utter_contact_noted")
        return []


class NoContact(OfIntroduction):
    action = "action_no_contact"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        asked = self.people.no_contact(one.id, self.key(turn))
        out.utter_message(response=ASKED_THEM[asked], provider=self.provider(one))
        return []


class MetFailed(OfIntroduction):
    action = "action_met_failed"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        self.people.did_not_work_out(one.id, self.key(turn))
        out.utter_message(response="utter_didnt_work_out")
        return []


class OutcomeFeeling(OfIntroduction):
    action = "action_outcome_feeling"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        feeling = str(turn.picked.get("feeling", ""))
        self.people.outcome(one.id, {"feeling": feeling}, self.key(turn))
        out.utter_message(
            response="utter_felt_bad" if feeling == "bad" else "utter_what_next", buttons=what_next(self, one)
        )
        return []


class OutcomeNext(OfIntroduction):
    action = "action_outcome_next"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if not turn.picked and self.found(turn) is None:
            out.utter_message(response="utter_outcome_of_no_place")
            return []
        return super().act(out, turn)

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        said = came_of_it(self.people.words_of(turn.id) or "") if not turn.picked else None
        step = {"work": "job"}.get(step := said or str(turn.picked.get("next", "")), step)
        before = str(turn.picked.get("told", "")).split()
        if step == CHANGED:
            out.utter_message(response="utter_outcome_which", buttons=what_changed(self, one, before))
            return []
        if step in CAME_OF_IT:
            told = [*before, step]
            self.people.outcome(one.id, {step: "yes"}, self.key(turn))
            response = "utter_outcome_told" if said else "utter_outcome_came"
            out.utter_message(response=response, buttons=what_next(self, one, told))
            return []
        going = {"going": "yes"} if step == "going" else {}
        self.people.outcome(one.id, {"next": step, **going}, self.key(turn))
        out.utter_message(response="utter_outcome_more" if step == "more" else "utter_outcome_noted")
        return []
