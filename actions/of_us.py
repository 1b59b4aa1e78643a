"""What is asked of us: what we keep, what we go by, whom we belong to, whether a place may say no."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn

ANSWERS = {
    "kept": "utter_of_us_kept",
    "matched": "utter_of_us_matched",
    "government": "utter_of_us_government",
}


def tell_of_us(act: Act, out: CollectingDispatcher, turn: Turn) -> bool:
    """Whether this message asked such a thing, which is answered now."""
    response = ANSWERS.get(turn.slots.get("asked_of_us") or "")
    if response:
        out.utter_message(response=response, **act.deps.about)
    return response is not None


def tell_if_refused(act: Act, out: CollectingDispatcher, turn: Turn) -> bool:
    """Likewise whether a place may say no; those whom we may write to need not ask."""
    if turn.slots.get("asked_of_us") != "refused":
        return False
    told = act.people.may_message(turn.person)
    out.utter_message(response="utter_of_us_refused" if told else "utter_of_us_refused_ask")
    return True
