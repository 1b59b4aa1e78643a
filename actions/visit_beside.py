"""A visit told in one breath with words for the place: "went today it was lovely, thank them for me"."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Turn
from actions.of_introduction import OfIntroduction
from introductions.model import Introduction
from introductions.states import AWAITING_PROVIDER, ENDED
from knowledge.understanding.visited import told_visit


def note_beside(act: OfIntroduction, out: CollectingDispatcher, turn: Turn, one: Introduction, text: str) -> None:
    """Notes it as having happened, with how it was, where the place has said yes."""
    told = told_visit(text)
    if told is None or not told.went or one.state in ENDED:
        return
    if one.state in AWAITING_PROVIDER:
        out.utter_message(response="utter_went_before_yes", provider=act.provider(one))
        return
    act.people.person_met(one.id, f"{act.key(turn)}:met")
    if told.feeling:
        act.people.outcome(one.id, {"feeling": told.feeling}, f"{act.key(turn)}:felt")
    response = "utter_went_noted_bad" if told.feeling == "bad" else "utter_went_noted"
    out.utter_message(response=response, provider=act.provider(one))
