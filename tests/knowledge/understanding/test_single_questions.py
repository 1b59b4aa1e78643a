"""Where a number, an hour or a name is asked for: what is said there, and is no answer to it."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.seen_again import seen_again

EVERYWHERE = ["phone", "safe_time", "chosen_name"]


@pytest.mark.parametrize("asked", EVERYWHERE)
@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("wait", "hold_on"),
        ("hang on, one sec", "hold_on"),
        ("just a minute please", "hold_on"),
        ("let me find my glasses", "hold_on"),
        ("bear with me", "hold_on"),
        ("is it step free", "about_place"),
        ("what kind of dogs is it", "about_place"),
        ("is it on every week?", "about_place"),
        ("how much is it", "about_place"),
        ("do they have a toilet", "about_place"),
        ("is there a choir", "find_place"),
        ("show me the college again", "show_place"),
        ("tell me more about the sewing one", "tell_more"),
        ("i want the dog one instead", "want_introduction"),
        ("id rather try the second one", "want_introduction"),
    ],
)
def test_what_is_asked_or_wished_there_is_heard(text: str, means: str, asked: str) -> None:
    assert command(text, asked) == means


@pytest.mark.parametrize(("asked", "means"), [("phone", "skip"), ("safe_time", "skip"), ("chosen_name", "ask_ringing")])
@pytest.mark.parametrize(
    "text",
    [
        "i dont want calls",
        "no calls please",
        "i dont want to be called",
        "no phone calls",
        "i dont want people ringing me",
    ],
)
def test_who_wants_no_calls_gives_no_number(text: str, asked: str, means: str) -> None:
    assert command(text, asked) == means


@pytest.mark.parametrize("asked", EVERYWHERE)
@pytest.mark.parametrize("text", ["Marcia", "Waits", "any time", "07700 900123", "call me Dee", "i had to wait long"])
def test_an_answer_is_left_to_the_question(text: str, asked: str) -> None:
    assert command(text, asked) in (None, "inform")


@pytest.mark.parametrize("asked", ["hard", "times", "health", "story"])
@pytest.mark.parametrize("text", ["wait", "is it step free", "i dont want calls"])
def test_the_first_questions_hear_as_before(text: str, asked: str) -> None:
    assert command(text, asked) not in ("hold_on", "ask_ringing", "about_place")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("show me the college again", "the college"),
        ("can i see the dog one again please", "the dog one"),
        ("show me bridgefoot college again", "bridgefoot college"),
        ("back to the singing place once more", "the singing place"),
        ("what was the sewing one again", "the sewing one"),
        ("show me it again", ""),
        ("say that again", ""),
        ("show me the letter again", ""),
        ("i want to see my mum again", ""),
        ("can i go there again", ""),
        ("show me the options again", ""),
    ],
)
def test_a_place_is_wished_for_again_by_a_word_of_its_own(text: str, named: str) -> None:
    assert seen_again(text) == named
