from __future__ import annotations

import pytest

from introductions.questions import telling
from introductions.reading import Reading
from knowledge.language.gibberish import is_gibberish


@pytest.mark.parametrize("text", ["zxcv qwpo mmfp", "fjdk slaq vnm", "asdfgh", "hjkl hjkl", "qqqq"])
def test_keys_struck_at_random_are_gibberish_and_tell_no_story(text: str) -> None:
    assert is_gibberish(text)
    assert not telling(Reading("inform", text), "story").answered


@pytest.mark.parametrize(
    "text",
    ["singing", "gardning", "jus chillin innit", "lonley n skint", "me gusta cocinar", "dunno", "قراءة", "não sei", ""],
)
def test_misspelt_words_slang_and_other_tongues_are_not(text: str) -> None:
    assert not is_gibberish(text)


def test_a_story_of_few_words_is_still_a_story() -> None:
    assert telling(Reading("inform", "jus chillin innit"), "story").answered
