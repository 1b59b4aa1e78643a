"""Where it is, when, who to ask for, what to bring: from what a place said, else from its listing."""

from __future__ import annotations

from collections.abc import Iterable

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.cards import sentence
from actions.deps import Deps, Say
from actions.places import OfferAct
from actions.visit_words import when_words
from introductions.model import Introduction
from introductions.states import ENDED
from knowledge.listing import Place, Service


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
        out.utter_message(response="utter_visit_listing", provider=self.short(service_id), lines=_joined(lines))
        return self.spoken_of(turn, service_id)


def tell_meeting(deps: Deps, out: CollectingDispatcher, one: Introduction) -> None:
    """All that is known of a visit: the newest words on when, before anything that its listing says."""
    directory, say = deps.directory(), deps.say
    service = directory.services[one.service_id]
    lines = [
        _said(say, "utter_visit_when", when_words(say, one)) or sentence(service.times_words),
        where_to_go(say, service),
        _said(say, "utter_visit_step", one.first_step),
        papers(say, service),
    ]
    buttons = [
        {"title": say(f"utter_title_{title}"), "intent": intent, "entities": {"introduction": one.id}}
        for title, intent in (("reply", "say_to_place"), ("remind_me", "remind_me"))
    ]
    provider = directory.provider_of(service).name
    out.utter_message(
        response="utter_visit", contact=one.contact, provider=provider, lines=_joined(lines), buttons=buttons
    )


def _said(say: Say, response: str, words: str | None) -> str:
    return say(response, words=sentence(words)) if words and words.strip() else ""


def where_to_go(say: Say, service: Service) -> str:
    """A private address is never told, here either."""
    open_to_all = [place for place in service.places if not place.private]
    if open_to_all:
        return say("utter_visit_where", place=sentence(_place(open_to_all[0])))
    return say("utter_visit_where_private" if service.places else "utter_visit_no_place")


def papers(say: Say, service: Service) -> str:
    if not service.papers_first:
        return say("utter_visit_no_papers")
    return say("utter_visit_papers", papers=", ".join(service.papers_first))


def _place(place: Place) -> str:
    return ", ".join(filter(None, (place.name, place.shown_address, place.near or place.area)))


def _joined(lines: Iterable[str]) -> str:
    return " ".join(filter(None, lines))
