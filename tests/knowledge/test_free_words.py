"""Words beside the codes are taken for likings only where they name something that one may like."""

from __future__ import annotations

import pytest

from knowledge.own_words import free_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I've had enough of people telling me what to pick", ()),
        ("finished eleven years of night shifts, the tablets make me slow to explain", ()),
        ("my head is five steps behind", ()),
        ("anything with looms, or enamel", ("looms", "enamel")),
        ("i broke my wrist on a ladder but i love canoes", ("canoes",)),
    ],
)
def test_only_what_one_may_like_is_a_liking(text: str, words: tuple[str, ...]) -> None:
    assert free_words(text, ()) == words
