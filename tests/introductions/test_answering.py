"""The answer that a message gives to what was asked: consent by its own words alone, and no answer made of an aside."""

from __future__ import annotations

import pytest

from introductions.answering import answer_of
from introductions.reading import Reading


@pytest.mark.parametrize(
    ("asked", "intent", "text", "answer"),
    [
        (None, "inform", "sewing", None),
        ("health", "skip", "skip", "skipped"),
        ("health", "deny", "no", "none"),
        ("alone", "deny", "no", "alone"),
        ("record", "affirm", "yes", "yes"),
        ("hopes", "unsure", "dunno", "not_sure"),
        ("hard", "unsure", "dunno", "skipped"),
        ("hard", "ask_benefits", "will i lose my money", "benefits"),
        ("letter_decision", "affirm", "I agree", "send"),
        ("letter_decision", "affirm", "i agree, send it", "send"),
        ("letter_decision", "affirm", "yes", None),
        ("letter_decision", "deny", "nah dont send that", "discard"),
        ("chosen_name", "inform", "Dee", "given"),
        ("chosen_name", "affirm", "yes", None),
        ("message_text", "affirm", "yes, Tuesdays", "given"),
        ("story", "inform", "sdfkjh sdkfjh", None),
    ],
)
def test_the_answer_of_a_message(asked: str | None, intent: str, text: str, answer: str | None) -> None:
    assert answer_of(Reading(intent, text), asked) == answer


@pytest.mark.parametrize(("intent", "answer"), [("inform", "body"), ("about_place", None), ("ask_why", None)])
def test_words_of_a_question_to_us_pick_no_option(intent: str, answer: str | None) -> None:
    assert answer_of(Reading(intent, "what time is it", answer="body"), "health") == answer


def test_of_a_complaint_harm_is_told_in_the_words_of_another() -> None:
    assert answer_of(Reading("complain", "nobody was harmed", answer="no"), "complaint_harm") == "no"
