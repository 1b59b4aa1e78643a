"""Wishes that no code holds stand in the words of whoever has them; what is said of the talk itself is none."""

from __future__ import annotations

import pytest

from knowledge.understanding.open_wish import open_wish

WISHES = {
    "Chartered surveyor, 22 years. I'd like to use my skills again, perhaps part time": "use my skills again",
    "i want to upholster chairs again but my hands are slow": "upholster chairs again",
    "we were refugees. i would love to welcome the new ones": "welcome the new ones",
    "im hoping to import shea butter, small small": "import shea butter",
    "I\u2019d really like to test apps for other blind people, properly": "test apps for other blind people",
    "my dream is to row on the Thames one day because dad did": "row on the Thames one day",
    "i wish i could serve customers again": "serve customers again",
}
NONE = (
    "i want to know who reads this",
    "i'd like to talk to a person",
    "i want to stop now",
    "i want to be happy",
    "i'd like to feel better",
    "i dont want to use my skills again",
    "she said i want to use my skills again",
    "i want to strangle this printer",
    "i'd like to before i die",
    "i'd love to but i cant pay for travel",
    "i want to paint",
    "i want to not lose it",
    "i used to use my skills",
)


@pytest.mark.parametrize(("text", "wish"), WISHES.items())
def test_a_wish_stands_in_its_own_words(text: str, wish: str) -> None:
    assert open_wish(text, ()) == wish


@pytest.mark.parametrize("text", NONE)
def test_what_is_said_of_the_talk_or_of_no_direction_is_none(text: str) -> None:
    assert open_wish(text, ()) == ""


def test_what_is_heard_otherwise_is_no_further_wish() -> None:
    assert open_wish("i want to grow tomatoes", ("grow tomatoes",)) == ""
