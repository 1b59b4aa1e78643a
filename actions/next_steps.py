"""What happens with a letter from here, and a day of theirs that may come before its answer."""

from __future__ import annotations

import re

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from actions.cards import sentence
from actions.of_us import if_refused
from actions.visit_words import when_words
from actions.wording import day
from introductions.calendar import london_date
from introductions.health_words import names_health
from introductions.letter_answers import asks_of_private_things
from introductions.model import Introduction
from introductions.reminding import days_in
from introductions.states import AWAITING_PROVIDER, ENDED, State
from introductions.told_place import lines_told
from knowledge.language.patois import in_plain_english
from knowledge.understanding.after_sending import asks_if_silent

WAITING = frozenset({State.QUEUED, State.SENT, State.QUESTION, State.ON_HOLD})


def tell_what_next(act: Act, out: CollectingDispatcher, turn: Turn) -> None:
    """With their letter; before there is one, with the whole of it."""
    if turn.slots.get("beside_said") == "where":
        out.utter_message(response="utter_answers_come_here")
        return
    if refused := if_refused(act, turn):
        unknown = _knows_nothing_of(act, turn)
        out.utter_message(response="utter_of_us_refused_unknown" if unknown else refused, provider=unknown)
        return
    wrote = act.people.words_of(turn.wrote) or ""
    live = [one for one in act.people.of_person(turn.person) if one.state not in ENDED]
    draft = act.people.current_draft(turn.person)
    if asks_if_silent(wrote) or asks_if_silent(in_plain_english(wrote)):
        _tell_if_silent(act, out, turn, next((one for one in live if one.state in WAITING), None))
    elif draft is not None:
        to = act.deps.directory().providers.get(draft.provider_id)
        out.utter_message(response="utter_next_letter", provider=to.name if to else draft.provider_id)
    elif not live:
        out.utter_message(response="utter_next_nothing_sent")
    else:
        provider = act.deps.directory().providers.get(live[0].provider_id)
        name = provider.name if provider else live[0].provider_id
        told = {"contact": live[0].contact}
        told |= {"step": sentence(live[0].first_step or ""), "when": when_words(act.deps.say, live[0])}
        promised = live[0].promised_day
        told |= {"promised_day": day(promised) if promised else ""}
        out.utter_message(response=_with_letter(act, turn, live[0]), provider=name, **told)
        offer_to_tell_the_day(act, out, turn, live[0], name)


_BECAUSE = re.compile(
    r"\b(?:because|(?:be)?cos|cause|coz|cuz|due to|for|over|if they (?:find out|know)(?: about| of"
    r"| that)?)\b\s+(?:of\s+)?(?P<why>.+)$",
    re.IGNORECASE,
)


def _knows_nothing_of(act: Act, turn: Turn) -> str:
    """The place of their newest letter, where a no is feared for a private thing that the letter is silent on."""
    because = _BECAUSE.search(act.people.words_of(turn.wrote) or "")
    why = because["why"].strip(" .!?") if because else ""
    if not why or not (asks_of_private_things(why) or names_health(why)):
        return ""
    mine = [one for one in act.people.of_person(turn.person) if one.state not in ENDED and one.page_text]
    if not mine or lines_told(act.people.told_place(mine[0].id), why):
        return ""
    provider = act.deps.directory().providers.get(mine[0].provider_id)
    return provider.name if provider else ""


def _tell_if_silent(act: Act, out: CollectingDispatcher, turn: Turn, one: Introduction | None) -> None:
    provider = act.deps.directory().providers.get(one.provider_id) if one else None
    if one is None or provider is None or not one.promised_day:
        out.utter_message(response="utter_next_if_silent")
        return
    response = "utter_next_if_silent_told" if act.people.may_message(turn.person) else "utter_next_if_silent_day"
    out.utter_message(response=response, provider=provider.name, promised_day=day(one.promised_day))


def _with_letter(act: Act, turn: Turn, one: Introduction) -> str:
    if one.question:
        return "utter_next_asked"
    if one.state not in WAITING:
        return "utter_next_accepted"
    if one.state is State.QUEUED:
        return "utter_next_queued"
    told = act.people.may_message(turn.person)
    if one.promised_day is not None and one.promised_day > london_date(act.deps.clock.now()):
        return "utter_next_waiting_told" if told else "utter_next_waiting"
    return "utter_next_waiting_told_late" if told else "utter_next_waiting_late"


def offer_to_tell_the_day(act: Act, out: CollectingDispatcher, turn: Turn, one: Introduction, provider: str) -> None:
    """Where they name a day of theirs that comes before the place has to have answered."""
    today = london_date(act.deps.clock.now())
    days = sorted(named for named in days_in(act.people.words_of(turn.wrote) or "", today) if named >= today)
    if not days or one.state not in AWAITING_PROVIDER or act.people.line(one.id) != "open":
        return
    if one.promised_day is None or days[0] > one.promised_day:
        return
    title = act.deps.say("utter_title_tell_place")
    tell = {"title": title, "intent": "say_to_place", "entities": {"introduction": one.id}}
    out.utter_message(response="utter_next_day_before", day=day(days[0]), provider=provider, buttons=[tell])
