"""Which of several cards a few typed words mean."""

from __future__ import annotations

import pytest

from introductions.choosing import best_by_words, choose

CARDS = {
    "Muddy Collar Dog walks for two. Walk a rescue dog with one other person.": "dog",
    "Clover Bank Commons Open plot days. Sow, pot or pick with whoever turns up.": "plot",
    "Thread & Kettle Thursday sewing circle. Sit with tea if you like.": "circle",
}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the sewing one", "circle"),
        ("second", "plot"),
        ("the garden one", "plot"),
        ("allotment", "plot"),
        ("the knitting one", "circle"),
        ("the dog one", "dog"),
        ("the rambling one", "dog"),
        ("the cookery one", None),
    ],
)
def test_a_card_is_meant_by_its_words_or_others_for_the_same_thing(words: str, meant: str | None) -> None:
    assert choose(words, CARDS) == meant
    told = best_by_words(words, {value: card for card, value in CARDS.items()}, alike_too=True)
    assert words == "second" or told == ([meant] if meant else [])
