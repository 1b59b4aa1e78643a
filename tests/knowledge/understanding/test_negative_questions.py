"""A question that denies what it asks for wishes for it."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.kind_wish import wished_kind
from knowledge.understanding.negative_questions import asked_plainly


@pytest.mark.parametrize(
    ("text", "code", "thing"),
    [
        ("is ther nothin with a garden", "interest.gardening_nature", "garden"),
        ("isn't there anything with cooking", "interest.cooking_food", "cooking"),
        ("have you not got owt with music", "interest.music", "music"),
        ("nah. have you got nothing with music", "interest.music", "music"),
        ("no gardening ones then?", "interest.gardening_nature", "gardening"),
        ("no gardening?", "interest.gardening_nature", "gardening"),
        ("don't you do anything with animals", "interest.animals", "animals"),
        ("not got anything with dogs?", "interest.animals", "dogs"),
        ("wont there be any with art?", "interest.arts_crafts", "art"),
        ("why is there nothing with a garden", "interest.gardening_nature", "garden"),
    ],
)
def test_a_liking_asked_for_so_is_a_liking(text: str, code: str, thing: str) -> None:
    assert [(one.code, one.polarity) for one in understand(text).concepts] == [(code, "yes")]
    assert (wished_kind(text), command(text, None)) == (thing, "find_place")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("isnt there a women only one", "constraint.women_only"),
        ("nothing in the evening?", "constraint.evenings_weekends"),
        ("aint there anything for dads", "constraint.men_only"),
        ("no jobs?", "stage.ready"),
    ],
)
def test_so_is_a_need(text: str, code: str) -> None:
    assert {one.code: one.polarity for one in understand(text).concepts}[code] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "no gardening",
        "no gardening please",
        "no gardening then",
        "nothing with gardening",
        "i want nothing with gardening",
        "there is nothing with a garden near me",
        "no thanks?",
        "no problem?",
        "isn't it far",
        "aren't they open",
        "is there a lift",
        "do you have any sewing",
    ],
)
def test_a_plain_no_and_a_plain_question_stay_as_they_are(text: str) -> None:
    assert asked_plainly(text) == text


def test_beside_a_question_of_ours_a_bare_no_answers_it() -> None:
    assert asked_plainly("no groups?", unasked=False) == "no groups?"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("thank you. i must bring money?", "thank you. do i have to bring money?"),
        ("i can bring my son?", "can i bring my son?"),
        ("they speak portuguese?", "do they speak portuguese?"),
        ("ok so we should ring first?", "should we ring first?"),
        ("i must bring money", "i must bring money"),
        ("i need help?", "i need help?"),
    ],
)
def test_a_question_in_the_order_of_a_statement_is_one(text: str, plain: str) -> None:
    assert asked_plainly(text) == plain


def test_beside_a_question_of_ours_it_may_be_the_answer() -> None:
    assert asked_plainly("i can do mornings?", unasked=False) == "i can do mornings?"
