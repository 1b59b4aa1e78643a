"""A way to be reached, given unasked."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.contact import contact

LETTER, INSIDE, OPEN = "letter_decision", "times", None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("email is rosie@mail.example", "rosie@mail.example"),
        ("my number is 07700 900123", "07700 900123"),
        ("+44 7700 900123", "+44 7700 900123"),
        ("they can ring me on 07700-900123", "07700-900123"),
    ],
)
@pytest.mark.parametrize("asked", [LETTER, INSIDE, OPEN])
def test_it_is_heard_as_one(text: str, words: str, asked: str | None) -> None:
    given = contact(text)
    assert given is not None
    assert (given.words, command(text, asked)) == (words, "give_contact")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ring me on 07700 900123", OPEN),  # of us, who ask for the number themselves
        ("07700 900123", "phone"),
        ("my email is a@b.example", "message_text"),
        ("my email is a@b.example", "agreed"),
        ("SW9 8EJ", INSIDE),
        ("i earned 20000 in 2019", INSIDE),
        ("between 9 30 and 11 30", INSIDE),
    ],
)
def test_what_is_none(text: str, asked: str | None) -> None:
    assert command(text, asked) != "give_contact"


def test_beside_a_letter_its_place_may_be_meant() -> None:
    text = "you can phone me on 07700900555"
    assert (command(text, LETTER), command(text, OPEN) == "give_contact") == ("give_contact", False)
