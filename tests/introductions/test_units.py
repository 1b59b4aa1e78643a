"""A line of a letter as its parts, and without some of them."""

from __future__ import annotations

import pytest

from introductions.units import joined, speaks, units, without


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("sewing, gardening and being outdoors", ["sewing", "gardening and being outdoors"]),
        ("I sew hems and i cook. My knee is bad", ["I sew hems", "i cook", "My knee is bad"]),
        ("9.30 to 2, Tuesdays", ["9.30 to 2", "Tuesdays"]),
    ],
)
def test_things_and_clauses(line: str, parts: list[str]) -> None:
    assert units(line) == parts


@pytest.mark.parametrize(
    ("line", "gone", "instead", "left"),
    [
        ("sewing, bingo, darts", "bingo", "", "sewing, darts"),
        ("sewing, bingo, darts", "darts", "", "sewing, bingo"),
        ("sewing, bingo", "sewing", "knitting", "knitting, bingo"),
        ("I get tired. I'm shy, i like tea.", "I'm shy", "", "I get tired. i like tea."),
        ("I get tired. I'm shy, i like tea.", "i like tea", "", "I get tired. I'm shy."),
        ("I sew hems and i cook", "i cook", "", "I sew hems"),
        ("message me, leave it", "message me", "I work nights.", "I work nights. leave it"),
        ("bingo", "bingo", "", ""),
    ],
)
def test_what_is_left(line: str, gone: str, instead: str, left: str) -> None:
    assert without(line, [gone], instead) == left


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("I was a dinner lady", True),
        ("my body's done but my head isn't", True),
        ("my own garden", False),
        ("explaining things to people", False),
        ("ive had two jobs", True),
    ],
)
def test_a_sentence_of_their_own(words: str, *, is_one: bool) -> None:
    assert speaks(words) is is_one


def test_a_sentence_stands_behind_things_as_one() -> None:
    assert joined("sewing, bingo", "i was a cook") == "sewing, bingo. I was a cook"
    assert joined("sewing", "bingo") == "sewing, bingo"
