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
        "i can't leave him alone for long",
        "she mustn't be left",
        "it isn't possible, my son can not be left by himself",
    ],
)
def test_he_cannot_be_left(text: str) -> None:
    assert codes(text) >= {"constraint.caring", "constraint.own_home"}


@pytest.mark.parametrize("text", ["i don't want to be left alone", "i can't be left alone", "i left my job"])
def test_other_leaving(text: str) -> None:
    assert not codes(text) & {"constraint.caring", "constraint.own_home"}
