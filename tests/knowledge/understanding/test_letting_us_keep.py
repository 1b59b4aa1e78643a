"""Whoever says that we may keep it has asked nothing, and is told what is kept."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.letting_us_keep import lets_us_keep


@pytest.mark.parametrize(
    "text",
    [
        "yh u can keep it",
        "keep it",
        "dont delete it",
        "ok keep what i said",
        "i dont mind you keeping it",
        "please dont delete my stuff",
        "don't wipe it thanks",
        "I don't want it deleted",
    ],
)
def test_it_may_be_kept(text: str) -> None:
    assert lets_us_keep(text)
    assert command(text, "hopes") == "ask_who"
    assert command(text, "letter_decision") != "ask_who"


@pytest.mark.parametrize(
    "text",
    [
        "keep it simple",
        "keep it short please",
        "can you keep it private",
        "how long do you keep it",
        "you can keep it to yourself",
        "dont keep it",
        "you can keep your courses",
        "keep the sewing in",
        "dont forget my letter",
        "keep it?",
    ],
)
def test_what_says_something_else(text: str) -> None:
    assert not lets_us_keep(text)
