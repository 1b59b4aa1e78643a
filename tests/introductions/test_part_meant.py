"""Which line of a letter a few words mean."""

from __future__ import annotations

import pytest

from introductions.fields import FIELDS
from introductions.model import DraftField
from introductions.part_meant import called, line_meant, parts_meant

SAYS = {"name": "Bea", "enjoys": "sewing, gardening", "hopes": "a job that suits", "times": "mornings"}
LETTER = {name: DraftField(on=name in SAYS, text=SAYS.get(name, "")) for name in FIELDS}


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("the times", "times"),
        ("my health", "health"),
        ("i would like", "hopes"),
        ("what i like", "enjoys"),
        ("a job", None),
        ("sewing", None),
    ],
)
def test_a_line_is_meant_by_what_it_is_called(words: str, line: str | None) -> None:
    assert called(words) == line


@pytest.mark.parametrize(
    ("words", "line"),
    [("the times", "times"), ("the gardening bit", "enjoys"), ("the health", None), ("fishing", None)],
)
def test_a_line_is_meant_only_where_it_stands_in_the_letter(words: str, line: str | None) -> None:
    assert line_meant(LETTER, words) == line


@pytest.mark.parametrize(
    ("words", "part"),
    [("gardning", ("enjoys", "gardening")), ("i want work", ("hopes", "a job that suits")), ("my cat", None)],
)
def test_a_part_is_meant_by_its_words_or_by_what_they_mean(words: str, part: tuple[str, str] | None) -> None:
    assert parts_meant(LETTER, words, list(SAYS)) == ([part] if part else [])
