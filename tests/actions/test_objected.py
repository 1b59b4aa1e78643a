"""Whether an objection is to a place's times."""

from __future__ import annotations

import pytest

from actions.refusing import speaks_of_times


@pytest.mark.parametrize(
    ("text", "of_times"),
    [
        ("that's the afternoon, i said mornings", True),
        ("not on a thursday", True),
        ("im not a printer", False),
        ("too far for me", False),
    ],
)
def test_it_speaks_of_times(text: str, of_times: bool) -> None:
    assert speaks_of_times(text) == of_times
