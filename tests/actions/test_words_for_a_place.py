"""Which place words are for: the one they name, the one that wrote last, the one that is left."""

from __future__ import annotations

import pytest

from actions.words_between import BeginMessage
from introductions import Introductions
from introductions.model import Introduction
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA, Story


@pytest.fixture
def two(story: Story, room: Introductions) -> tuple[Introduction, Introduction]:
    """Ade of the kettle has said hello; the letter to the town went later and waits."""
    kettle, token = story.sent("circle")
    room.say_hello(token, "Ade", "Come in", "Thursday")
    return kettle, story.sent("skills")[0]


def test_a_typed_reply_goes_to_the_place_that_has_said_hello(
    two: tuple[Introduction, Introduction], room: Introductions, run: Run
) -> None:
    room.save_words(MARCIA, "t1", "say something back")
    assert run(BeginMessage).slots["message_of"] == two[0].id
    assert run(BeginMessage, heard_from=two[1].id).slots["message_of"] == two[1].id


@pytest.mark.parametrize(
    ("text", "written_in"),
    [
        ("no I meant Ade at Thread & Kettle. Thank you I'll come", "t1"),
        ("sorry i meant ade", "t0"),
        ("no i mean i cant come", None),
    ],
)
def test_no_i_meant_moves_the_words_to_the_place_that_it_names(
    text: str, written_in: str | None, two: tuple[Introduction, Introduction], room: Introductions, run: Run
) -> None:
    room.save_words(MARCIA, "t0", "thank you")
    room.save_words(MARCIA, "t1", text)
    said = run(BeginMessage, form="message_form", message_of=two[1].id, message_turn="t0").slots
    moved = written_in is not None
    assert (said["message_of"] == two[0].id) is moved
    assert not moved or said["message_turn"] == written_in


@pytest.mark.parametrize(
    ("text", "guessed"), [("tell em ill be there", None), ("tell ade thanks", None), ("tell gaz thanks", True)]
)
def test_with_one_place_alone_words_for_a_name_we_do_not_know_are_asked_about(
    text: str, guessed: bool | None, story: Story, room: Introductions, run: Run
) -> None:
    kettle, token = story.sent("circle")
    room.say_hello(token, "Ade", "Come in", "Thursday")
    room.save_words(MARCIA, "t1", text)
    said = run(BeginMessage).slots
    assert (said["message_of"], said["message_guessed"]) == (kettle.id, guessed)
