"""What somebody says was misheard, with its name and without."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.misheard import Swap, not_me, swapped, taken_off, told_beside


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


@pytest.mark.parametrize(
    ("text", "swap"),
    [
        ("change web design to graphic design", Swap("web design", "graphic design")),
        ("swap mornings for afternoons", Swap("mornings", "afternoons")),
        ("no, not web design, graphic design", Swap("web design", "graphic design")),
        ("i meant not cooking, sewing", Swap("cooking", "sewing")),
        ("Singing?? I asked for finance", Swap("Singing", "finance")),
    ],
)
def test_one_thing_is_told_in_place_of_another(text: str, swap: Swap) -> None:
    assert swapped(text) == swap
    assert command(text, None) == "put_right"


@pytest.mark.parametrize(
    "text", ["change my name to Bev", "not today, tomorrow", "not bad, thanks", "change bus to get there"]
)
def test_what_names_no_two_things_swaps_none(text: str) -> None:
    assert swapped(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "I did NOT say I like dogs. And put my trade back: structural engineer.",
            "And put my trade back: structural engineer.",
        ),
        ("gardening isnt my thing", ""),
        ("'Building' is not quite what I do. I designed bridges", "I designed bridges"),
        ("take stress out", ""),
        ("i like sewing. mornings are best", "i like sewing. mornings are best"),
    ],
)
def test_what_stands_beside_what_is_taken_off(text: str, rest: str) -> None:
    assert told_beside(text) == rest
