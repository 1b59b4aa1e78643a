"""Where it is, when, who to ask for, what to bring: from what a place said, else from its listing."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.cards import sentence
from actions.meeting import ask_them, first_said, joined, papers, tell_meeting, where_to_go
from actions.places import OfferAct
from introductions.model import Introduction
from introductions.states import ENDED
from knowledge.understanding.after_sending import asks_what_was_said
from knowledge.understanding.visit_questions import asked_of_visit


class AskVisit(OfferAct):
    """About the place that said yes or has a letter, else the one whose letter is open, else one that was shown."""

    action = "action_ask_visit"
    intent = "ask_visit"
    which = "utter_which_visit"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        services, draft = self.deps.directory().services, self.people.current_draft(turn.person)
        live = self._live(turn)
        meeting = next((one for one in live if one.contact), None)
        if turn.picked:
            if met := self._met_where_named(turn, live):
                tell_meeting(self.deps, out, met, turn.wrote)
                return []
            return super().act(out, turn)
        if draft is not None and draft.service_id in services:
            return self.do(out, turn, draft.service_id)
        if meeting is not None:
            tell_meeting(self.deps, out, meeting, turn.wrote)
            return []
        if live and asks_what_was_said(self.people.words_of(turn.wrote) or ""):
            said = {"provider": self.short(live[0].service_id), "lines": self.deps.say("utter_visit_not_set")}
            out.utter_message(response="utter_visit_listing", buttons=[], **said)
            return []
        if live:
            return self.do(out, turn, live[0].service_id)
        return super().act(out, turn)

    def _met_where_named(self, turn: Turn, live: list[Introduction]) -> Introduction | None:
        """The visit that is to be at a place that was named in words, whichever of its services they meant."""
        called = self.called(turn) if turn.picked.get("said") else []
        return next((one for one in live if one.contact and one.service_id in called), None)

    def _live(self, turn: Turn) -> list[Introduction]:
        services = self.deps.directory().services
        mine = self.people.of_person(turn.person)
        return [one for one in mine if one.service_id in services and one.state not in ENDED]

    def do(self, out: CollectingDispatcher, turn: Turn, service_id: str) -> Events:
        service, asked = self.deps.directory().services[service_id], self.people.words_of(turn.wrote) or ""
        one = next((one for one in self._live(turn) if one.service_id == service_id), None)
        lines = [
            first_said(self.deps, service, one, asked),
            sentence(service.times_words),
            where_to_go(self.deps.say, service),
            papers(self.deps.say, service),
        ]
        buttons = ask_them(self.deps, one, turn.wrote) if one and asked_of_visit(asked) in UNKNOWN else []
        lines += [self.deps.say("utter_visit_ask_them")] if buttons else []
        out.utter_message(
            response="utter_visit_listing", provider=self.short(service_id), lines=joined(lines), buttons=buttons
        )
        return self.spoken_of(turn, service_id)


UNKNOWN = ("who", "still_on", "changed", "again")
"""What only the place can tell."""
