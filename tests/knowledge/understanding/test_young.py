"""Only plain words of one's own age under 16 end a conversation; a number beside something else ends none."""

from __future__ import annotations

import pytest

from knowledge.understanding.young import says_under_16


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I'm 15", None), ("im only 15", None), ("i am 14 and i like football", "interests"), ("I’m 13.", None),
        ("actually im 15, sorry", None), ("15yo", None), ("12 years old", "story"), ("I'm fifteen", None),
        ("i'm a 15 year old boy", None), ("I'm under 16", None), ("15", "age"), ("I am 15 and a half", None),
    ],
)  # fmt: skip
def test_these_say_it(text: str, asked: str | None) -> None:
    assert says_under_16(text, asked)


@pytest.mark.parametrize(
    "text",
    [
        "I'm 15 minutes from Brixton", "i'm 15 stone", "im 14 weeks pregnant", "15", "10 till 2",
        "I have a 15 year old",
        "my son is 14", "I was 15 when it began", "I'm 12.5 stone", "im 12, 13 in march sober", "people think I'm 15",
        "I left school at 15", "I'm 10 years into this", "im 16", "I'm 17", "i'm 11 steps up", "my son says I'm 15",
    ],
)  # fmt: skip
def test_these_say_something_else(text: str) -> None:
    assert not says_under_16(text, None)
