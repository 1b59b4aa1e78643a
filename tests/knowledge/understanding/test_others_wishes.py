"""What others keep telling somebody to do is no wish of theirs, unless they say that it is."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand

_TRIES = "support.work_experience"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("I've had enough of people telling me to try volunteering in a charity shop.", {"no"}),
        ("sick of people pushing me to try volunteering", {"no"}),
        ("the jobcentre keep on at me to try volunteering, i want proper work", set()),
        ("my doctor keeps telling me to try volunteering and i think id like to", {"yes"}),
        ("id like to try volunteering", {"yes"}),
    ],
)
def test_a_wish_is_ones_own(text: str, heard: set[str]) -> None:
    assert {one.polarity for one in understand(text).concepts if one.code == _TRIES} == heard
