"""What somebody says was misheard, with its name and without."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.misheard import not_me, taken_off


@pytest.mark.parametrize("asked", [None, "times"])
@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("take stress out", "stress"),
        ("take out stress", "stress"),
        ("please take off the stress bit", "the stress"),
        ("cross out stress", "stress"),
        ("i never said stress", "stress"),
        ("I didnt say i was stressed", "stressed"),
        ("where did you get stress from?", "stress"),
        ("why hearing voices?? i dont hear voices", "hearing voices"),
    ],
)
def test_what_is_named_is_taken_out(text: str, about: str, asked: str | None) -> None:
    assert (taken_off(text, asked=asked is not None), command(text, asked)) == (about, "put_right")


@pytest.mark.parametrize(
    "text",
    [
        "thats not me",
        "no that's not me at all",
        "that isnt true",
        "i never said that",
        "take that out",
        "cross it off pls",
    ],
)
@pytest.mark.parametrize("asked", [None, "times"])
def test_what_is_not_named_is_a_protest_all_the_same(text: str, asked: str | None) -> None:
    assert (not_me(text, asked), command(text, asked)) == (True, "put_right")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("thats not me", "circumstance"),
        ("thats not for me", None),
        ("that is not what i want", None),
        ("lose weight", None),
        ("drop in sessions", None),
        ("i dont have that", "diagnosis"),
    ],
)
def test_answers_and_wishes_are_no_protest(text: str, asked: str | None) -> None:
    assert command(text, asked) != "put_right"
