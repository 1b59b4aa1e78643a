"""Who else might find out, at whatever point it is asked: a boss, the Jobcentre, a doctor, those at home."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from introductions.fields import of_health
from introductions.health_words import names_health
from introductions.model import Introduction
from introductions.states import RELAYING
from knowledge.understanding.told_whom import asks_what_went, writes_down

_EVERYWHERE = {
    "council": "utter_council_not_told",
    "doctor": "utter_others_not_told",
    "family": "utter_family_not_told",
    "others": "utter_others_not_told",
}
_BY_POINT = {
    "work": ("utter_work_not_told", "utter_work_not_told_letter", "utter_work_not_told_gone"),
    "jobcentre": ("utter_jobcentre_not_told", "utter_jobcentre_not_told_letter", "utter_jobcentre_not_told_gone"),
}
"""These have other words beside a letter, and once a place has one."""
_OF_HEALTH = "utter_health_seen"
FINDS_OUT = (*_EVERYWHERE.values(), *(one[0] for one in _BY_POINT.values()), _OF_HEALTH)


def before_a_letter(whom: str) -> str:
    """The answer while no letter is open and none went."""
    return _EVERYWHERE.get(whom) or (_BY_POINT[whom][0] if whom in _BY_POINT else _OF_HEALTH)


def tell_who_finds_out(act: Act, out: CollectingDispatcher, turn: Turn, whom: str) -> None:
    """The plain answer first; then what went, and what a place writes down, where that is asked too."""
    text = act.people.words_of(turn.id) or ""
    draft = act.people.current_draft(turn.person)
    relaying = [one for one in act.people.of_person(turn.person) if one.state in RELAYING]
    live = next((one for one in relaying if one.contact), next(iter(relaying), None))
    place = draft.provider_id if draft else live.provider_id if live else ""
    provider = act.deps.directory().providers.get(place)
    named = {"provider": provider.name if provider else place, **act.deps.about}
    if whom == "health" and draft is not None:
        stands = of_health(draft.fields)
        out.utter_message(response="utter_health_seen_letter_in" if stands else "utter_health_seen_letter_out", **named)
    elif whom != "health" or live is None:
        point = 1 if draft else 2 if live else 0
        response = _BY_POINT[whom][point] if whom in _BY_POINT else before_a_letter(whom)
        out.utter_message(response=response, **named)
    if live is None or draft is not None:
        return
    if whom == "health" or (asks_what_went(text) and names_health(text)):
        _tell_of_health(act, out, live, named)
    elif writes_down(text):
        out.utter_message(response="utter_place_notes", **named)


def _tell_of_health(act: Act, out: CollectingDispatcher, live: Introduction, named: dict[str, str]) -> None:
    """What the place has of their health: in the letter, and in words that went after it."""
    told, service = act.people.told_place(live.id), act.deps.directory().services.get(live.service_id)
    written = [line for line in told.page_text.splitlines() if service is None or service.name not in line]
    says = [line.strip() for line in (*written, *told.words) if names_health(line)]
    if says:
        out.utter_message(response="utter_health_went", words=" ".join(f'"{one}"' for one in says), **named)
    else:
        out.utter_message(response="utter_health_went_not", **named)
