"""A question about a place has the listing's own sentence on that, or none."""

from __future__ import annotations

import pytest

from actions.own_answers import asks_what_to_bring, own_answer
from knowledge.listing import Service

CIRCLE = Service(
    "circle",
    "kettle",
    "Sewing circle",
    summary="Sew or mend. There is a lift.",
    times_words="Thursdays 11 to 1",
    duration="an hour",
    typical_group="mostly women over 40",
    first_visit="Bea meets you at the door.",
    asks_of_you="Bring a needle.",
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what times is it on", "Thursdays 11 to 1."),
        ("how often is it", "Thursdays 11 to 1."),
        ("who else goes", "Mostly women over 40."),
        ("are they friendly", "Bea meets you at the door."),
        ("what do i need to bring", "Bring a needle."),
        ("is there a lift", "There is a lift."),
        ("can i park", ""),
        ("what kind of needles do they have", "Bring a needle."),
        ("are they kind", "Bea meets you at the door."),
    ],
)
def test_a_question_has_the_sentence_that_answers_it(question: str, answer: str) -> None:
    assert own_answer(question, CIRCLE) == answer


@pytest.mark.parametrize(
    ("question", "asks"), [("what should i bring", True), ("what time", False), ("will they bring tea", False)]
)
def test_what_to_bring_is_asked_of_oneself(question: str, asks: bool) -> None:
    assert asks_what_to_bring(question) == asks
