"""What somebody told is said back in their own words where those name a thing, else in ours."""

from __future__ import annotations

import pytest

from actions.wording import worded
from bot.copy import Copy


@pytest.mark.parametrize(
    ("code", "words", "said"),
    [
        ("health.heart_lungs", "a stroke", "stroke"),
        ("health.heart_lungs", "had it in my lungs", "heart or lungs"),
        ("health.musculoskeletal", "my back", "back or joint pain"),
        ("interest.music", "the piano", "piano"),
        ("constraint.daytime_only", "Tuesday mornings", "tuesday mornings"),
    ],
)
def test_own_words_stand_where_they_name_a_thing(code: str, words: str, said: str) -> None:
    assert worded(Copy().text, code, words) == said
