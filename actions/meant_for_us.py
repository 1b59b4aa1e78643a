"""Words that we took to be for a place and that were for us: they are answered as words to us."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.after_letter import ASKS
from actions.bad_day import tell_of_a_bad_day
from actions.base import Turn
from actions.meeting import tell_meeting
from actions.next_steps import tell_what_next
from actions.of_introduction import OfIntroduction
from actions.saying_back import say_sorry
from actions.their_address import tell_who_has_it
from introductions.model import Introduction
from knowledge.kindness import tells_hard
from knowledge.understanding.commands import command

_OF_THE_MEETING = frozenset({"ask_visit", "about_place"})


def answer_to_us(act: OfIntroduction, out: CollectingDispatcher, turn: Turn, one: Introduction) -> None:
    """What the words of ``message_turn`` ask has its own answer; what they tell is heard, and nothing goes."""
    wrote = replace(turn, id=str(turn.slots.get("message_turn")), picked={})
    text = act.people.words_of(wrote.id) or ""
    asks = command(text, None)
    if asks in _OF_THE_MEETING and one.contact:
        tell_meeting(act.deps, out, one, wrote.id)
    elif asks == "ask_bad_day":
        tell_of_a_bad_day(act, out, wrote)
    elif asks == "what_next":
        tell_what_next(act, out, wrote)
    elif asks == "ask_my_address":
        tell_who_has_it(act, out, one)
    elif ASKS.search(text):
        out.utter_message(response="utter_message_for_us")
    else:
        say_sorry(out, replace(turn, slots={**turn.slots, "kind_said": []}), tells_hard(text))
        out.utter_message(response="utter_message_for_us_told")
