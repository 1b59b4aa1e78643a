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


@pytest.mark.parametrize(
    "text",
    [
        "I agree",
        "i agree.",
        "I agree, send it",
        "safe. I agree, send it",
        "go on then, I agree, send it",
        "ok i agree",
        "yes, fine, I agree",
        "lovely. that's fine. I agree",
        "yeah go on then and i agree send it",
        "Perfect, thank you. I agree, send it.",
        "alright then, I agree and send it",
    ],
)
def test_the_words_of_consent_count_with_nothing_but_assent_before_them(text: str) -> None:
    assert answer_of(Reading("affirm", text), "letter_decision") == "send"


@pytest.mark.parametrize(
    "text",
    [
        "yes send it",
        "ok",
        "go on then",
        "safe",
        "fine. send it",
        "agree",
        "agreed, send it",
        "I agree?",
        "ok, I agree?",
        "I agree but take out the times",
        "yes I agree but not yet",
        "ok I agree he is nice",
        "I agree with you",
        "she said I agree",
        'he said "I agree"',
        'fine, "I agree"',
        "ok so if I agree",
        "once I agree, send it",
        "yes when I agree",
        "I agree, send it tomorrow",
        "I agree, what happens now",
        "not fine, I agree",
        "no I agree",
        "ok. do I agree",
        "I agree I am useless",
        "I don't agree",
        "ok I do not agree, send it",
        "fine I agree. don't send it",
        "my son says I agree",
        "right, I agree it is cold",
        "ok I agree, send it to my mum",
    ],
)
def test_nothing_else_sends_a_letter(text: str) -> None:
    assert answer_of(Reading("affirm", text), "letter_decision") != "send"


def test_of_a_complaint_harm_is_told_in_the_words_of_another() -> None:
    assert answer_of(Reading("complain", "nobody was harmed", answer="no"), "complaint_harm") == "no"
