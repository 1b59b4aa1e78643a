"""With a day agreed a reminder is of the visit, the day before it, whatever else stands in the message."""

from __future__ import annotations

import pytest

from actions.reminders import BeginReminder
from introductions import Introductions
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA, Story


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ta. will you remind me the day before", "Ade at Thread & Kettle, Thursday 12 November at 11"),
        ("remind me please", "Ade at Thread & Kettle, Thursday 12 November at 11"),
        ("remind me about ade", "Ade at Thread & Kettle, Thursday 12 November at 11"),
        ("remind me of my meeting on thursday", "Ade at Thread & Kettle, Thursday 12 November at 11"),
        ("I need to ring the library, can you remind me on wednesday?", "I need to ring the library"),
        ("remind me on wednesday to wash my kit", "wash my kit"),
    ],
)
def test_what_it_is_of(text: str, words: str, story: Story, room: Introductions, run: Run) -> None:
    _, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday 12 November at 11")
    room.save_words(MARCIA, "t1", text)
    run(BeginReminder)
    step = room.reminder(MARCIA)
    assert step is not None
    assert step.words == words
    assert (step.day.isoformat() == "2026-11-11") is words.startswith("Ade")
