"""How a yes was given is recorded as it was: a helper's words for the person beside them are no writing of theirs."""

from __future__ import annotations

from typing import Any

import pytest

from actions.base import Turn
from actions.beside_them import GREETED, how_agreed

BESIDE = {"kind_said": [GREETED]}


def turn(picked: dict[str, Any] | None = None, **slots: Any) -> Turn:
    return Turn("t1", "marcia", slots, "introduction_form", picked or {})


@pytest.mark.parametrize(
    ("picked", "slots", "text", "how"),
    [
        ({"version": 1}, {}, "", "tap"),
        ({}, {}, "i agree, send it", "typed"),
        ({}, BESIDE, "i agree, send it", "typed"),
        ({}, BESIDE, "he says I agree, send it", "spoken"),
    ],
)
def test_a_yes_is_recorded_as_it_was_given(picked: dict[str, Any], slots: dict[str, Any], text: str, how: str) -> None:
    assert how_agreed(turn(picked, **slots), text) == how
