"""Which words may be somebody's name."""

from __future__ import annotations

import pytest

from introductions.naming import is_sentence


@pytest.mark.parametrize(
    "words",
    ["Ray", "Marcia B", "Maria del Carmen Lopez", "Abdul Rahman ibn Yusuf al Hakim", "Lady of the Lake", "Bea, please"],
)
def test_these_may_be_names(words: str) -> None:
    assert not is_sentence(words)


@pytest.mark.parametrize(
    "words",
    ["my cat is called Biscuit", "I don't want to say", "what would you put there", "a " * 25, "you can call me Ray"],
)
def test_these_are_asked_about(words: str) -> None:
    assert is_sentence(words)
