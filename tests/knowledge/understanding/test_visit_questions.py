"""What is asked of a letter that went, and of a visit."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.visit_questions import AskedOfVisit, asked_of_letter, asked_of_visit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("do they know im bipolar", "im bipolar"),
        ("does she know i can’t read?", "i can't read"),
        ("did you tell them about my epilepsy", "my epilepsy"),
        ("did u mention the drinking", "the drinking"),
        ("have they been told about my back", "my back"),
        ("is my epilepsy in the letter", "my epilepsy"),
        ("did you put my health in", "my health"),
        ("what did you tell them", ""),
        ("what do they know about me", ""),
        ("what did my letter say", ""),
        ("can i see the letter again", ""),
        ("did you ever tell the place about me? panic attacks are getting worse", None),
        ("show me the letter", None),
        ("do they know where to find me", None),
        ("do you know im ill", None),
        ("did you say thursday", None),
        ("did you send it", None),
        ("please send the letter", None),
        ("i want to change the letter", None),
    ],
)
def test_what_is_asked_of_a_letter(text: str, words: str | None) -> None:
    assert asked_of_letter(text) == words


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("can i go again?", "again"),
        ("can i go back next week", "again"),
        ("am i allowed to come every week", "again"),
        ("is it ok if i come back on thursday", "again"),
        ("when can i go again", "again"),
        ("when do i have to go again", None),
        ("can i go back", None),
        ("can we go back to the first question again", None),
        ("can i go back to the sewing one again", None),
        ("can i come back another day instead", None),
        ("should i go back to work", None),
        ("is it still on", "still_on"),
        ("are we still on for thursday", "still_on"),
        ("is it cancelled", "still_on"),
        ("is it definitely changed to Wednesday?", "changed"),
        ("has it been moved to wednesday", "changed"),
        ("did they agree to half 4", "changed"),
        ("is it set up for wheelchairs", None),
        ("is it on the ground floor", None),
        ("am i still on universal credit", None),
        ("whats her name", "who"),
        ("who do i ask for", "who"),
        ("do i need to bring anything", "bring"),
        ("where is it again", None),
    ],
)
def test_what_is_asked_of_a_visit(text: str, of: AskedOfVisit | None) -> None:
    assert asked_of_visit(text) == of


@pytest.mark.parametrize(
    ("text", "asked", "intent"),
    [
        ("did you tell them about my epilepsy", None, "ask_letter_sent"),
        ("did you tell them about my epilepsy", "times", "ask_letter_sent"),
        ("did you tell them about my epilepsy", "message_text", None),
        ("can i go again?", None, "ask_visit"),
        ("is it still on", None, "ask_visit"),
        ("whats the status of my letter", None, "ask_status"),
        ("what exactly will you tell them", "chosen_name", "ask_letter_sent"),
        ("what will they know about me", "hard", "ask_letter_sent"),
        ("what are you going to put", "letter_decision", "ask_letter_sent"),
        ("what will they tell me", "hard", None),
        ("can i go again?", "times", None),
    ],
)
def test_where_it_is_answered(text: str, asked: str | None, intent: str | None) -> None:
    assert command(text, asked) == intent
