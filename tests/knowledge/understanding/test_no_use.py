"""What is turned down as of no use to somebody is no liking of theirs, and no question to us."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand

_GREEN, _MOVING, _MUSIC, _FOOD, _CRAFT = "gardening_nature", "sport_fitness", "music", "cooking_food", "arts_crafts"


def likings(text: str) -> dict[str, str]:
    said = understand(text).concepts
    return {one.code.removeprefix("interest."): one.polarity for one in said if one.code.startswith("interest.")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the slow gardening, thats no good to me", _GREEN),
        ("why would i want gardening? its my shoulders", _GREEN),
        ("why would i want to do gardening", _GREEN),
        ("gardening is no good with my back", _GREEN),
        ("what good is a choir to me", _MUSIC),
        ("swimming is no good for me with my knees", _MOVING),
        ("cooking is no use to me, i cant stand", _FOOD),
        ("what do i want with knitting", _CRAFT),
        ("i dont see what good singing would do me", _MUSIC),
    ],
)
def test_it_is_turned_down(text: str, kind: str) -> None:
    read = understand(text)
    assert (likings(text).get(kind), read.intent) == ("no", "decline_match")


def test_under_a_question_it_is_an_answer_with_its_reason() -> None:
    read = understand("why would i want gardening? its my shoulders", asked="interests")
    assert read.intent == "inform"
    assert ("health.musculoskeletal", "yes") in {(one.code, one.polarity) for one in read.concepts}


@pytest.mark.parametrize(
    "text",
    [
        "gardening does me good",
        "gardening is good for me",
        "the gardening is no good at this place but i love gardening",
        "i was no good at school but i like gardening",
        "i like gardening, it is good for my back",
    ],
)
def test_it_stays_liked(text: str) -> None:
    assert likings(text).get(_GREEN) == "yes"


def test_why_do_you_ask_is_asked_of_us() -> None:
    assert understand("why do you ask about gardening").intent == "ask_why"
