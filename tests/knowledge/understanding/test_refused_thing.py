"""A thing turned down in a fragment, or thrown back with scorn, may be of a place; a like of it is none."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.refused_thing import belittles, refused, scorned


def _words(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in refused(text)]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("no. not a kitchen full of people. I said I cant leave the house much", ["a kitchen full of people"]),
        ("no more goats thanks", ["goats thanks"]),
        ("not goats, sorry", ["goats"]),
        ("no choirs", ["choirs"]),
        ("oh no, not the choir", ["the choir"]),
        ("Feeding goats at my age?", ["Feeding goats at my age?"]),
        ("You want me to sort post?", ["sort post?"]),
        ("mucking out goats? do me a favour", ["mucking out goats?"]),
        ("Sorting post? Seriously?", ["Sorting post?"]),
    ],
)
def test_it_is_turned_down(text: str, things: list[str]) -> None:
    assert _words(text) == things


@pytest.mark.parametrize(
    "text",
    [
        "feeding goats? that sounds nice",
        "goats?",
        "sorting post, is it heavy?",
        "seriously, can I feed goats?",
        "Really? I'd love to feed goats",
        "not sure",
        "no thanks",
        "no, i don't mind",
        "no problem",
        "i said mornings",
        "is there anything with sites, building, but not lifting",
        "I said I cant leave the house much. someone on the phone or a visit?",
    ],
)
def test_it_is_not(text: str) -> None:
    assert _words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You must be joking. Sorting post and mucking out goats, with my hands? I said no basics.",
        "Feeding goats at my age?",
        "mucking out goats? do me a favour",
        "You want me to feed goats?",
        "Feeding goats? After twenty-six years a pharmacist?",
    ],
)
def test_nobody_likes_what_they_scorn(text: str) -> None:
    assert scorned(text)
    assert command(text, None) == "inform"
    assert "interest.animals" not in {one.code for one in understand(text).concepts}


@pytest.mark.parametrize(
    ("text", "beneath"),
    [
        ("that's a trainee thing. I've trained more lads than they've had dinners", True),
        ("thats for beginners", True),
        ("that's just kids stuff", True),
        ("it's a young man's game", True),
        ("this is entry level", True),
        ("that's a nice thing", False),
        ("that's a shame", False),
        ("it's a hard thing to say", False),
        ("is that for beginners?", False),
        ("that's for me", False),
    ],
)
def test_a_place_is_found_beneath_them(text: str, beneath: bool) -> None:
    assert belittles(text) == beneath
