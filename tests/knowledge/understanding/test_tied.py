"""Who looks after somebody that cannot be left is heard to need things at home."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand


def codes(text: str) -> set[str]:
    return {one.code for one in understand(text, asked="hard").concepts if one.polarity == "yes"}


@pytest.mark.parametrize(
    "text",
    [
        "I care for my husband at home, he cannot be left",
        "my mum can't be left on her own",
        "he cant be on his own long",
        "mum can't be alone",
        "i can't leave him alone for long",
        "she mustn't be left",
        "it isn't possible, my son can not be left by himself",
    ],
)
def test_he_cannot_be_left(text: str) -> None:
    assert codes(text) >= {"constraint.caring", "constraint.own_home"}


@pytest.mark.parametrize(
    "text", ["i don't want to be left alone", "i can't be left alone", "i cant be on my own", "i left my job"]
)
def test_other_leaving(text: str) -> None:
    assert not codes(text) & {"constraint.caring", "constraint.own_home"}


@pytest.mark.parametrize(
    "text",
    [
        "i cant leave the house",
        "i like gardening and cookin, im in brixton. i cant leave the house. mornings",
        "im in brixton. i cant go out because of my legs. mornings",
    ],
)
def test_who_cannot_leave_the_house_is_heard_beside_much_else(text: str) -> None:
    assert "constraint.own_home" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "i can go out",
        "no i can travel",
        "i can get the bus",
        "i dont need to be at home",
        "i'm not housebound",
        "i dont mind going out",
    ],
)
def test_who_gets_out_needs_nothing_at_home(text: str) -> None:
    said = {one.code: one.polarity for one in understand(text).concepts}
    assert said["constraint.own_home"] == "no"


@pytest.mark.parametrize(
    "text",
    ["i can go out if someone comes", "i wish i could say i can go out", "can i go out with them?", "i cant travel"],
)
def test_what_is_not_certain_denies_nothing(text: str) -> None:
    assert {one.code: one.polarity for one in understand(text).concepts}.get("constraint.own_home") != "no"
