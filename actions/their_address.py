"""Where somebody lives: no place has it from us, and how to tell one that needs it."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.of_introduction import OfIntroduction
from introductions.model import Introduction
from introductions.states import RELAYING


def tell_who_has_it(act: OfIntroduction, out: CollectingDispatcher, one: Introduction | None) -> None:
    """Of the place that their words would go to; before there is one, in general."""
    if one is None or one.state not in RELAYING:
        out.utter_message(response="utter_my_address")
        return
    tell = [act.button("reply", "say_to_place", one)] if act.people.line(one.id) == "open" else []
    out.utter_message(response="utter_my_address_told", provider=act.provider(one), buttons=tell)
