"""What is known of meeting a place, in lines: when, where, the first step, what papers they ask for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.calls import calls_said, is_a_visit_now
from actions.cards import sentence
from actions.deps import Deps, Say
from actions.visit_words import when_words
from actions.wording import day
from introductions.calendar import london_date
from introductions.model import Introduction
from knowledge.listing import Place, Service
from knowledge.understanding.asked_of_papers import names_papers
from knowledge.understanding.visit_questions import asked_of_visit
from knowledge.understanding.when_it_is import goes_there, is_a_call


def tell_meeting(deps: Deps, out: CollectingDispatcher, one: Introduction, turn: str) -> None:
    """All that is known of a visit: the newest words on when, before anything that its listing says. What was asked in
    a ``turn`` has its own words first, and the question can be passed on as it stands.
    """
    directory, say = deps.directory(), deps.say
    service, asked = directory.services[one.service_id], deps.introductions.words_of(turn) or ""
    of, by_call = asked_of_visit(asked), is_a_call(one.first_step or "") and not is_a_visit_now(one)
    when = "" if of == "again" else _said(say, "utter_visit_when", when_words(say, one))
    lines = [
        first_said(deps, service, one, asked),
        when or sentence(service.times_words),
        joined([say("utter_visit_by_call"), calls_said(deps, one)]) if by_call else _where(say, service, one),
        _said(say, "utter_visit_step", None if of == "again" or is_a_visit_now(one) else one.first_step),
        "" if by_call else papers(say, service),
    ]
    buttons = (
        ask_them(deps, one, turn)
        if of in ("again", "still_on", "changed", "what_if")
        else [_button(say, "reply", "say_to_place", one)]
    )
    buttons.append(_button(say, "remind_me", "remind_me", one))
    provider = directory.provider_of(service).name
    response = "utter_visit_call" if by_call else "utter_visit"
    out.utter_message(response=response, contact=one.contact, provider=provider, lines=joined(lines), buttons=buttons)


def _button(say: Say, title: str, intent: str, one: Introduction, **more: str) -> dict[str, Any]:
    return {"title": say(f"utter_title_{title}"), "intent": intent, "entities": {"introduction": one.id, **more}}


def ask_them(deps: Deps, one: Introduction, turn: str) -> list[dict[str, Any]]:
    """The tap that shows what was asked in a turn as words for the place; none where no words pass to it."""
    if deps.introductions.line(one.id) != "open":
        return []
    return [_button(deps.say, "ask_them", "say_to_place", one, message=turn)]


def first_said(deps: Deps, service: Service, one: Introduction | None, asked: str) -> str:
    """What answers a question that the rest does not; empty where it does."""
    say, of = deps.say, asked_of_visit(asked)
    if of == "bring":
        return sentence(service.asks_of_you)
    if of == "who":
        return "" if one is not None and one.contact else say("utter_visit_no_name")
    if of == "again" and one is not None:
        return say("utter_visit_again")
    if of == "what_if" and one is not None:
        return say("utter_visit_what_if")
    if of not in ("still_on", "changed") or one is None:
        return ""
    if not one.contact:
        return say("utter_visit_not_set")
    if of == "changed":
        return say("utter_visit_last_word")
    visit = one.visit
    if visit.day is not None and visit.day < london_date(deps.clock.now()):
        return say("utter_visit_is_past", day=day(visit.day))
    return say("utter_visit_still_on") if visit.settled or not visit.talked else ""


def _said(say: Say, response: str, words: str | None) -> str:
    return say(response, words=sentence(words)) if words and words.strip() else ""


def _where(say: Say, service: Service, one: Introduction) -> str:
    """Where a place that is listed at none writes where to come, its own words are all there is."""
    written = is_a_visit_now(one) or goes_there(one.first_step or "")
    return "" if written and not service.places else where_to_go(say, service)


def where_to_go(say: Say, service: Service) -> str:
    """A private address is never told, here either."""
    open_to_all = [place for place in service.places if not place.private]
    if open_to_all:
        return say("utter_visit_where", place=sentence(_place(open_to_all[0])))
    return say("utter_visit_where_private" if service.places else "utter_visit_no_place")


def papers(say: Say, service: Service) -> str:
    """As far as it is known: a listing may name a paper among what it asks of whoever comes."""
    if not service.papers_first and names_papers(service.asks_of_you or ""):
        return say("utter_asks_of_you", asks=sentence(service.asks_of_you or ""))
    if not service.papers_first:
        return say("utter_visit_no_papers")
    return say("utter_visit_papers", papers=", ".join(service.papers_first))


def _place(place: Place) -> str:
    return ", ".join(filter(None, (place.name, place.shown_address, place.near or place.area)))


def joined(lines: Iterable[str]) -> str:
    return " ".join(filter(None, lines))
