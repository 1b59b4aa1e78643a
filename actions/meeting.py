"""What is known of meeting a place, in lines: when, where, the first step, what papers they ask for."""

from __future__ import annotations

from collections.abc import Iterable

from rasa_sdk.executor import CollectingDispatcher

from actions.cards import sentence
from actions.deps import Deps, Say
from actions.visit_words import when_words
from introductions.model import Introduction
from knowledge.listing import Place, Service


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
        response="utter_visit", contact=one.contact, provider=provider, lines=joined(lines), buttons=buttons
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


def joined(lines: Iterable[str]) -> str:
    return " ".join(filter(None, lines))
