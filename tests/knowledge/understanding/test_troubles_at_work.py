"""What somebody cannot do any more at work is asked less of them, and waits for their tap, as it hints at health."""

from __future__ import annotations

import pytest

from knowledge.kindness import told
from knowledge.understanding.troubles_at_work import troubles_at_work


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("my back is killing me, cant keep lifting", "less lifting"),
        ("cyaan do the heavy lifting no more at my job", "less heavy lifting"),
        ("i struggle with standing all day", "less standing"),
        ("cannot carry any more", "less carrying"),
        ("not able to drive", "less driving"),
        ("i work in tesco, cant do nights any more", "fewer nights"),
        ("cant cope with the overtime", "less overtime"),
    ],
)
def test_what_they_cannot_do_is_asked_less(text: str, reads: str) -> None:
    assert [(one.kind, one.reads) for one in troubles_at_work(text)] == [("hinting", reads)]


@pytest.mark.parametrize("text", ["i can lift anything", "cant stand my manager's jokes", "i cannot understand it"])
def test_other_words_ask_nothing(text: str) -> None:
    assert troubles_at_work(text) == []


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("boss keeps moaning about my sick days", True),
        ("my manager is always going on about my breaks", True),
        ("i dont wanna lose this job", True),
        ("my manager is lovely about it", False),
    ],
)
def test_trouble_with_a_boss_is_met_kindly(text: str, met: bool) -> None:
    assert ("hurt_at_work" in [one.kind for one in told(text)]) is met
