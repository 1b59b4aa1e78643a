"""A limit to what somebody can do is said back as one, and is no hours that they ask for."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.limits import PART_TIME, limit_in


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("not more than two hours", "no more than two hours"),
        ("i cant sit for more than two hours at a time", "no more than two hours of sitting at a time"),
        ("no more than 4 hours a day", "no more than 4 hours a day"),
        ("I can only manage an hour at once", "no more than an hour at a time"),
        ("i could do 16 hours a week max", "no more than 16 hours a week"),
        ("not more than 2 hours a session please", "no more than 2 hours a session"),
        ("i can sit no longer than an hour and a half", "no more than an hour and a half of sitting"),
        ("at most three hours per day", "no more than three hours a day"),
    ],
)
def test_a_limit_is_heard_as_one(text: str, reads: str) -> None:
    assert limit_in(text) == reads
    (heard,) = [one for one in understand(text).concepts if one.code == PART_TIME]
    assert (heard.polarity, limit_in(heard.words)) == ("yes", reads)


@pytest.mark.parametrize(
    "text",
    [
        "i can do two hours",
        "part time, a few hours",
        "no more than 20 minutes on the bus",
        "havent slept more than two hours",
        "cant walk more than ten minutes",
        "i worked no more than two hours from there",
        "more than two hours",
        "no more than two jobs",
    ],
)
def test_what_is_no_limit(text: str) -> None:
    assert limit_in(text) == ""
