"""A private question is put once: what lets it go, and what brings it back."""

from __future__ import annotations

import pytest

from introductions.listening import passes_over
from introductions.reading import Reading


@pytest.mark.parametrize(
    ("question", "intent", "tells", "asked_back", "let_go"),
    [
        ("alone", "inform", True, False, True),
        ("alone", "inform", False, False, True),
        ("alone", "nlu_fallback", True, False, True),
        ("alone", "nlu_fallback", False, False, False),
        ("alone", "nlu_fallback", False, True, True),
        ("alone", "out_of_scope", False, False, True),
        ("alone", "about_place", False, False, True),
        ("alone", "ask_why", False, False, False),
        ("alone", "ask_why", False, True, True),
        ("alone", "ask_privacy", False, True, True),
        ("alone", "simpler", False, True, False),
        ("alone", "pause", False, True, False),
        ("record", "inform", True, False, True),
        ("record", "inform", False, False, False),  # it may have been an answer that was not understood
        ("record", "thank", False, False, True),
        ("times", "inform", True, False, False),
        ("times", "out_of_scope", False, True, False),
    ],
)
def test_a_private_question_is_let_go(question: str, intent: str, tells: bool, asked_back: bool, let_go: bool) -> None:
    assert passes_over(Reading(intent, "words"), question, tells=tells, asked_back=asked_back) == let_go
