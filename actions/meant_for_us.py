"""Words that we took to be for a place and that were for us: rules answer what they ask, as if it had come to us."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.after_letter import ASKS
from actions.base import Events, Turn
from actions.saying_back import say_sorry
from introductions.model import Introduction
from knowledge.kindness import tells_hard
from knowledge.understanding.asides import addressed
from knowledge.understanding.commands import command

RULED = frozenset({"ask_visit", "about_place", "ask_bad_day", "what_next", "ask_my_address"})
"""What has a rule of its own once it was for us; the values of the slot ``asks_us``."""


def heard_for_us(out: CollectingDispatcher, turn: Turn, one: Introduction, text: str) -> Events:
    """What ``text`` asks is noted for the rules; where none of them answers it, that it was heard is said."""
    said = addressed(text)
    asks = command(said.words if said else text, None)
    if asks in RULED:
        before = {"turn": str(turn.slots.get("message_turn")), "about": one.id}
        return [SlotSet("asks_us", asks), SlotSet("asked_us_before", before)]
    if ASKS.search(text):
        out.utter_message(response="utter_message_for_us")
    else:
        say_sorry(out, replace(turn, slots={}), tells_hard(text))
        out.utter_message(response="utter_message_for_us_told")
    return []


def answered(turn: Turn) -> Events:
    """What was for us has had its answer once the next message comes."""
    return [SlotSet(name, None) for name in ("asks_us", "asked_us_before") if turn.slots.get(name)]
