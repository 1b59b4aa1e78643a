"""What is asked of us: what we keep, what we go by, whom we belong to, whether a place may say no."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn

ANSWERS = {
    "kept": "utter_of_us_kept",
    "matched": "utter_of_us_matched",
    "government": "utter_of_us_government",
    "keep": "utter_of_us_keep",
}


def tell_of_us(act: Act, out: CollectingDispatcher, turn: Turn) -> bool:
    """Whether this message asked such a thing, which is answered now."""
    kind = turn.slots.get("asked_of_us") or ""
    response = ANSWERS.get(kind)
    if kind == "keep":
        keep = act.people.person(turn.person).keep
        response = {"agreed": response, "look": "utter_of_us_keep_look"}.get(keep)
    if response:
        out.utter_message(response=response, **act.deps.about)
    return response is not None


def if_refused(act: Act, turn: Turn) -> str | None:
    """The answer where it is asked whether a place may say no; those whom we may write to need not ask."""
    if turn.slots.get("asked_of_us") != "refused":
        return None
    return "utter_of_us_refused" if act.people.may_message(turn.person) else "utter_of_us_refused_ask"
