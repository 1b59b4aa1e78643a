"""Questions about a place, told from needs and from other questions."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.of_place import asks_of_place


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("is it step free", "step_free"),
        ("has it got a lift?", "step_free"),
        ("ok and are there stairs", "step_free"),
        ("can i get in with a wheelchair", "step_free"),
        ("stairs?", "step_free"),
        ("Is Thread & Kettle quiet?", "noise_crowds"),
        ("is it mixed", "women_only"),
        ("can i do it from home", "own_home"),
        ("is it a group", "no_groups"),
        ("is there a creche", "childcare"),
        ("how much is it", "cost"),
        ("does it cost anything", "cost"),
        ("whats the price", "cost"),
    ],
)
@pytest.mark.parametrize("asked", [None, "letter_decision"])
def test_a_question_about_a_place_is_heard_as_one(text: str, topic: str, asked: str | None) -> None:
    assert (asks_of_place(text), command(text, asked)) == (f"constraint.{topic}", "about_place")


@pytest.mark.parametrize(
    "text",
    [
        "i need step free",
        "i cant do stairs is there a lift",
        "is there anything free",
        "is there anywhere step free",
        "is there a group for men",
        "have you got anything quiet",
        "can i get help with childcare",
        "can i bring my kids",
        "how much do they pay",
        "will it cost me my benefits",
        "do you do it online",
        "is it private",
    ],
)
def test_a_need_and_other_questions_are_not(text: str) -> None:
    assert asks_of_place(text) is None


def test_while_a_question_of_ours_is_open_no_place_is_meant() -> None:
    assert command("is it step free", "hard") is None
