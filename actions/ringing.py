"""Who rings whom: no place has a number from us, and how theirs comes to one by their own yes."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.calls import call_of, calls_said, told_of
from actions.meeting import ask_them
from actions.of_introduction import OfIntroduction
from introductions.model import Introduction
from introductions.states import RELAYING
from knowledge.language.patois import in_plain_english
from knowledge.understanding.contact import holds_number
from knowledge.understanding.ringing import by_phone, wants_no_call, who_rings

_MISSING = {"no_call": "utter_ringing_missing", "missing": "utter_ringing_once"}
"""Where the first step is a call, its hello has told already that they have no number."""


_BESIDE_A_LETTER = {
    (False, False): "utter_ringing_put_in",
    (False, True): "utter_ringing_in_letter",
    (True, False): "utter_ringing_out_of_letter",
    (True, True): "utter_ringing_still_in_letter",
}
"""By whether no calls are wanted, and whether a number stands in the letter."""


class OfRinging(OfIntroduction):
    """Beside a letter, of what stands in it; once one has gone, of what its place was told. A number that is written
    next is for that place, and is shown before it goes.
    """

    action = "action_of_ringing"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person) if turn.form == "introduction_form" else None
        one, no_call = self.found(turn), wants_no_call(in_plain_english(self.people.words_of(turn.id) or ""))
        if draft is not None:
            inside = holds_number(draft.page_text)
            out.utter_message(response=_BESIDE_A_LETTER[no_call, inside])
        elif one is None or one.state not in RELAYING:
            out.utter_message(response="utter_ringing_never" if no_call else "utter_ringing_before")
        elif no_call:
            response = "utter_ringing_unwanted_given" if self._given(one) else "utter_ringing_unwanted"
            out.utter_message(response=response, provider=self.provider(one), buttons=ask_them(self.deps, one, turn.id))
        else:
            return self._once_it_went(out, turn, one)
        return []

    def _once_it_went(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        step = f"{one.first_step or ''} {one.when or ''}"
        if by_phone(step) and who_rings(step):
            told = {"provider": self.provider(one), "calls": calls_said(self.deps, one)}
            out.utter_message(response="utter_ringing_told", buttons=ask_them(self.deps, one, turn.id), **told)
            return [SlotSet("heard_from", one.id)]
        response = "utter_ringing_given" if self._given(one) else _MISSING[call_of(self.deps, one)]
        out.utter_message(response=response, provider=self.provider(one), buttons=ask_them(self.deps, one, turn.id))
        return [SlotSet("heard_from", one.id)]

    def _given(self, one: Introduction) -> bool:
        return any(map(holds_number, told_of(self.deps, one)))
