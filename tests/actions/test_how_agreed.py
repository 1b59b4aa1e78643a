"""How a yes was given is recorded as it was: a helper's words for the person beside them are no writing of theirs."""

from __future__ import annotations

from typing import Any

import pytest

from actions.base import Turn
from actions.beside_them import GREETED, how_agreed, witness
from actions.take_in import TakeIn
from actions.welcome import SettleWelcome
from introductions import Introductions
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA


@pytest.mark.parametrize(
    ("picked", "slots", "how", "heard_by"),
    [
        ({"version": 1}, {"spoken": True}, "tap", None),
        ({}, {"spoken": False, "helper_role": "librarian"}, "typed", None),
        ({}, {"spoken": True, "helper_role": "librarian"}, "spoken", "librarian"),
        ({}, {"spoken": True}, "spoken", "helper"),
    ],
)
def test_a_yes_is_recorded_as_it_was_given(
    picked: dict[str, Any], slots: dict[str, Any], how: str, heard_by: str | None
) -> None:
    turn = Turn("t1", "marcia", slots, "introduction_form", picked)
    assert (how_agreed(turn), witness(turn)) == (how, heard_by)


@pytest.mark.parametrize(
    ("known", "text", "spoken", "role"),
    [
        (False, "hello im a librarian, im typing for a man who is sat here with me", False, "librarian"),
        (True, "he says yes, i agree", True, None),
        (True, "he says yes", False, None),
        (True, "i agree", False, None),
        (True, "im the support worker, not him", False, "support worker"),
        (False, "i am a nurse and i like bingo", False, None),
        (False, "he says yes, i agree", False, None),
    ],
)
def test_what_a_message_tells_of_a_helper_is_noted(
    run: Run, known: bool, text: str, spoken: bool, role: str | None
) -> None:
    message = {"intent": {"name": "inform"}, "text": text, "metadata": {"turn": "t1"}}
    said = run(TakeIn, message=message, kind_said=[GREETED] if known else [])
    set_now = {event["name"]: event["value"] for event in said.events if event["event"] == "slot"}
    assert (set_now["spoken"], set_now.get("helper_role")) == (spoken, role)


def test_the_yes_at_the_welcome_has_its_witness_too(room: Introductions, run: Run) -> None:
    room.ensure_person(MARCIA)
    run(SettleWelcome, agreed="agree", spoken=True, helper_role="librarian")
    [kept] = [one for one in room.export(MARCIA)["consent"] if one["purpose"] == "keep"]
    assert (kept["how"], kept["witness"]) == ("spoken", "librarian")
