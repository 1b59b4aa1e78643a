"""What a place is looked for by, and what only has the look of it."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.kind_wish import wished_kind


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("anywhere with dominoes", "dominoes"),
        ("something with bowls", "bowls"),
        ("is there a chess place", "chess"),
        ("is there anywhere I can play chess?", "chess"),
        ("anything else with knitting?", "knitting"),
        ("somewhere with a garden near brixton", "garden"),
        ("do you know any choirs", "choirs"),
        ("have you got one with dogs", "dogs"),
        ("i'd like a place with a piano please", "piano"),
        ("how about a book club", "book"),
        ("ok is there a swimming pool round here", "swimming pool"),
    ],
)
def test_a_thing_is_looked_for(text: str, thing: str) -> None:
    assert (wished_kind(text), command(text, None)) == (thing, "find_place")


@pytest.mark.parametrize(
    "text",
    [
        "somewhere with a lift",
        "anything with no stairs",
        "is there anything for my back",
        "something for money",
        "have you got a job for me",
        "is there any news",
        "do you have my letter",
        "is there a toilet",
        "i want somewhere else",
        "is there a better place",
        "i like something with my hands",
        "somewhere with less people",
    ],
)
def test_nothing_is_looked_for_by_its_kind(text: str) -> None:
    assert command(text, None) != "find_place"


def test_beside_an_open_question_it_tells_what_they_like() -> None:
    assert command("anywhere with dominoes", "interests") is None


@pytest.mark.parametrize(
    "text",
    [
        "Is there any trustee or board role, in the mornings?",
        "These are getting worse. Spanish? Is there any trustee or board role, in the mornings?",
        "is there a rights person i can talk to as well, about being sacked, in private",
        "is there nothing with plants in brixton? just me an one or two",
        "is there an adviser for my rights at work",
        "i said flowers. none of them is flowers or garden",
        "is there any cooking in the afternoons?",
    ],
)
def test_a_question_whether_there_is_one_searches_the_directory(text: str) -> None:
    assert command(text, None) == "find_place"


@pytest.mark.parametrize(
    "text",
    [
        "is there a person i can talk to",
        "is there a lift?",
        "how much is it and is there any music",
        "is there any news",
        "is there a real person there",
    ],
)
def test_what_is_asked_of_a_place_or_of_us_searches_nothing(text: str) -> None:
    assert command(text, None) != "find_place"
