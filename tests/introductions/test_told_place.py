from __future__ import annotations

import pytest

from introductions import Introductions
from introductions.errors import NotFound
from introductions.told_place import line_told
from tests.introductions.steps import Story


def test_a_place_has_the_letter_and_all_that_its_person_had_passed_on(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.ask(token, "Do you drive?")
    room.answer_question(introduction.id, "No, I have epilepsy", "k1")
    room.say_to_provider(introduction.id, "See you then", "k2")
    room.write_to_person(token, "We know about arthritis")
    told = room.told_place(introduction.id)
    assert told.page_text == introduction.page_text
    assert told.words == ("No, I have epilepsy", "See you then")
    assert line_told(told, "my epilepsy") == "No, I have epilepsy"
    assert line_told(told, "my arthritis") == ""


def test_no_letter_told_nothing(room: Introductions) -> None:
    with pytest.raises(NotFound):
        room.told_place("none")
