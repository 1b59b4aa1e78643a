"""What somebody says they like, each thing by its name, and what is no liking at all."""

from __future__ import annotations

import pytest

from introductions.questions import telling
from introductions.reading import Reading
from knowledge.understanding import understand


def heard(text: str, asked: str | None = None) -> tuple[list[str], list[str]]:
    """The names of likings, and the codes of what was told as liked."""
    told = telling(Reading.of(understand(text, asked)), asked).heard
    likes = [one.words for one in told if one.field == "liked"]
    return likes, [one.code for one in told if one.code and one.code.startswith("interest.") and one.polarity == "yes"]


@pytest.mark.parametrize(
    ("text", "asked", "names"),
    [
        ("i like dominoes and football, hope for a job", "story", ["dominoes", "football"]),
        ("i love sewing, knitting and a bit of baking", "story", ["sewing", "knitting", "baking"]),
        ("i like bingo too", "letter_decision", ["bingo"]),
        ("bingo, darts", "interests", ["bingo", "darts"]),
        ("sewing, knitting and crochet", "story", ["sewing", "knitting", "crochet"]),
        ("i used to do football and running", "story", ["football", "running"]),
        ("mornings, sewing", "story", []),
        ("i never used to like football", "story", []),
        ("i dont like football", "story", []),
        ("i would like some company", "story", []),
        ("i like it here", "story", []),
    ],
)
def test_each_thing_is_named(text: str, asked: str, names: list[str]) -> None:
    assert heard(text, asked)[0] == names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i like gardening, dogs make me wheeze", ["interest.gardening_nature"]),
        ("dogs make me wheeze", []),
        ("i love dogs", ["interest.animals"]),
        ("dogs make me happy", ["interest.animals"]),
    ],
)
def test_what_makes_somebody_ill_is_no_liking(text: str, codes: list[str]) -> None:
    assert heard(text, "story")[1] == codes


@pytest.mark.parametrize(
    ("text", "liked"),
    [
        ("tell me more about the sewing one", False),
        ("is that sewing group far", False),
        ("i like sewing", True),
        ("the one for sewing, i love sewing", True),
    ],
)
def test_a_place_that_is_pointed_at_by_what_it_does_tells_of_no_liking(text: str, *, liked: bool) -> None:
    read = Reading.of(understand(text))
    assert any(one.code == "interest.arts_crafts" for one in telling(read, None).heard) is liked
