"""When a visit is: asked by its person, set by an hour, or not good at that hour."""

from __future__ import annotations

import pytest

from knowledge.understanding.asides import wants_other_words
from knowledge.understanding.when_it_is import asks_of_their_visit, asks_when, hour_named, is_a_call, wants_another_hour


@pytest.mark.parametrize(
    "text", ["when is it", "so when is it now", "nice one. so when is it now", "remind me what time"]
)
def test_asks_of_their_visit(text: str) -> None:
    assert asks_of_their_visit(text)


@pytest.mark.parametrize("text", ["when is the art class", "what time do they open", "when will they answer"])
def test_asks_something_else(text: str) -> None:
    assert not asks_when(text)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("After 4 is fine Tom, see you at half 4 on Tuesday 1st", "half 4"),
        ("ok 3pm then", "3pm"),
        ("come at 2", "2"),
        ("Tuesday at 11.30 is good", "11.30"),
        ("at 2 or at 3", ""),
        ("after 4pm", ""),
        ("21 days from now is good", ""),
    ],
)
def test_the_hour_that_words_set(text: str, hour: str) -> None:
    assert hour_named(text) == hour


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("cant do 2, i got a hospital thing", True),
        ("can we make it later that day", True),
        ("i can do 2", False),
        ("cant do stairs", False),
    ],
)
def test_an_hour_that_does_not_suit(text: str, *, wants: bool) -> None:
    assert wants_another_hour(text) is wants


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("no dont send that, it stuck my other words on", True),
        ("thats not what i meant", True),
        ("let me say it again", True),
        ("dont send it", False),
        ("dont send it please", False),
        ("i cant do tuesday", False),
    ],
)
def test_words_to_be_said_anew(text: str, *, anew: bool) -> None:
    assert wants_other_words(text) is anew


@pytest.mark.parametrize(
    ("step", "call"),
    [
        ("ring you for a chat", True),
        ("a quick phone call", True),
        ("a chat on zoom", True),
        ("come in for a chat", False),
        ("tea and a look round", False),
        ("call in and ring the bell", False),
    ],
)
def test_a_first_step_that_is_a_call(step: str, call: bool) -> None:
    assert is_a_call(step) is call
