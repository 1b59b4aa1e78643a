"""What a place read of somebody, and of a call that it offers who rings whom, on which number."""

from __future__ import annotations

from actions.deps import Deps
from introductions.model import Introduction
from introductions.ringing import Ringing, ringing
from knowledge.understanding.contact import last_digits
from knowledge.understanding.ringing import by_phone, wants_no_call, who_rings
from knowledge.understanding.when_it_is import goes_there


def told_of(deps: Deps, one: Introduction) -> list[str]:
    """All that its place has read of them."""
    told = deps.introductions.told_place(one.id)
    return [told.page_text, *told.words]


def call_of(deps: Deps, one: Introduction) -> Ringing:
    return ringing(one.first_step, one.when, told_of(deps, one))


def is_a_visit_now(one: Introduction) -> bool:
    """Whether the last words on it are of coming there, whatever the first step was."""
    return one.visit.settled and goes_there(one.visit.words or "")


def calls_said(deps: Deps, one: Introduction) -> str:
    """Who rings whom, and on which of their numbers, by its last digits; empty where the step is no phone call."""
    step, call = f"{one.first_step or ''} {one.when or ''}", call_of(deps, one)
    if not by_phone(step) or is_a_visit_now(one):
        return ""
    if any(map(wants_no_call, deps.introductions.told_place(one.id).words)):
        return deps.say("utter_calls_unwanted")
    if call == "no_call":
        return deps.say("utter_calls_you_theirs")
    caller = who_rings(step)
    if caller == "you":
        return deps.say("utter_calls_you")
    response = f"utter_calls_{caller or 'unsaid'}_{call}"
    return deps.say(response, last=last_digits(told_of(deps, one))) if call == "given" else deps.say(response)
