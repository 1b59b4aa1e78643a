"""Where it is, when, who to ask for, what to bring: from what a place said, else from its listing."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.cards import sentence
from actions.meeting import joined, papers, tell_meeting, where_to_go
from actions.places import OfferAct
from introductions.states import ENDED


class AskVisit(OfferAct):
    """About the place that said yes or has a letter, else the one whose letter is open, else one that was shown."""

    action = "action_ask_visit"
    intent = "ask_visit"
    which = "utter_which_visit"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        services, draft = self.deps.directory().services, self.people.current_draft(turn.person)
        mine = [one for one in self.people.of_person(turn.person) if one.service_id in services]
        live = [one for one in mine if one.state not in ENDED]
        meeting = next((one for one in live if one.contact), None)
        if turn.picked:
            return super().act(out, turn)
        if draft is not None and draft.service_id in services:
            return self.do(out, turn, draft.service_id)
        if meeting is not None:
            tell_meeting(self.deps, out, meeting)
            return []
        if live:
            return self.do(out, turn, live[0].service_id)
        return super().act(out, turn)

    def do(self, out: CollectingDispatcher, turn: Turn, service_id: str) -> Events:
        service = self.deps.directory().services[service_id]
        lines = [sentence(service.times_words), where_to_go(self.deps.say, service), papers(self.deps.say, service)]
        out.utter_message(response="utter_visit_listing", provider=self.short(service_id), lines=joined(lines))
        return self.spoken_of(turn, service_id)
