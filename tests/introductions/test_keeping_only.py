"""A letter that is to say no more than a few things of what it says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from introductions.fields import FIELDS
from introductions.keeping_only import kept_only
from introductions.model import DraftField
from introductions.part_meant import called

SAYS = {"name": "Bea", "enjoys": "sewing, gardening", "hopes": "company", "times": "mornings"}
LETTER = {name: DraftField(on=name in SAYS, text=SAYS.get(name, "")) for name in FIELDS}


def found(words: str) -> Sequence[tuple[str, str]]:
    return [(field, part) for field, text in SAYS.items() for part in text.split(", ") if part in words]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("the sewing", {"enjoys": "sewing"}),
        ("sewing and gardening", {"enjoys": "sewing, gardening"}),
        ("my name", {"enjoys": None, "hopes": None, "times": None}),
        ("my name and the sewing", {"enjoys": "sewing", "hopes": None, "times": None}),
        ("the times", {"times": "mornings", "enjoys": None, "hopes": None}),
        ("the chess", None),
        ("the sewing and the chess", None),
    ],
)
def test_what_stays(words: str, lines: dict[str, str | None] | None) -> None:
    assert kept_only(LETTER, words, called, found) == lines
