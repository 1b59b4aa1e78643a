"""What people ask beside the questions: what happens now, who may come with them, what to do until a near day."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.cards import sentence
from actions.visit_words import when_words
from actions.wording import day
from introductions.calendar import london_date
from introductions.model import Introduction
from introductions.reminding import days_in
from introductions.states import AWAITING_PROVIDER, ENDED, RELAYING, State

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
            promised = live[0].promised_day
            told |= {"promised_day": day(promised) if promised else ""}
            out.utter_message(response=self._with_letter(turn, live[0]), provider=name, **told)
            offer_to_tell_the_day(self, out, turn, live[0], name)
        return []

    def _with_letter(self, turn: Turn, one: Introduction) -> str:
        if one.question:
            return "utter_next_asked"
        if one.state not in WAITING:
            return "utter_next_accepted"
        if one.state is State.QUEUED:
            return "utter_next_queued"
        response = "utter_next_waiting_told" if self.people.may_message(turn.person) else "utter_next_waiting"
        is_promised = one.promised_day is not None and one.promised_day > london_date(self.deps.clock.now())
        return response if is_promised else f"{response}_late"


def offer_to_tell_the_day(act: Act, out: CollectingDispatcher, turn: Turn, one: Introduction, provider: str) -> None:
    """Where they name a day of theirs that comes before the place has to have answered."""
    today = london_date(act.deps.clock.now())
    days = sorted(named for named in days_in(act.people.words_of(turn.id) or "", today) if named >= today)
    if not days or one.state not in AWAITING_PROVIDER or act.people.line(one.id) != "open":
        return
    if one.promised_day is None or days[0] > one.promised_day:
        return
    title = act.deps.say("utter_title_tell_place")
    tell = {"title": title, "intent": "say_to_place", "entities": {"introduction": one.id}}
    out.utter_message(response="utter_next_day_before", day=day(days[0]), provider=provider, buttons=[tell])


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
