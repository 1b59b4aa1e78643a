"""Which place a letter begins for, and what is said where there can be none."""

from __future__ import annotations

import pytest

from actions.begin_introduction import BeginIntroduction
from actions.not_open import NOT_OPEN
from bot.copy import Copy
from introductions import Introductions
from knowledge.reasons import EXCLUSIONS
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA, Story

NAMED = {"said": "yes"}


def test_a_place_that_was_never_shown_gets_the_letter(story: Story, run: Run, room: Introductions) -> None:
    story.known()
    run(BeginIntroduction, picked={"offer": "skills", **NAMED})
    draft = room.current_draft(MARCIA)
    assert draft is not None
    assert draft.service_id == "skills"


def test_another_place_drops_the_letter_and_says_so(story: Story, run: Run, room: Introductions) -> None:
    story.drafted("circle")
    said = run(BeginIntroduction, picked={"offer": "skills", **NAMED})
    draft = room.current_draft(MARCIA)
    assert said.names == ["utter_letter_dropped"]
    assert draft is not None
    assert draft.service_id == "skills"


@pytest.mark.parametrize("service", ["coach", "mending"])
def test_a_place_that_takes_no_letters_is_said_to(story: Story, run: Run, room: Introductions, service: str) -> None:
    story.known()
    assert run(BeginIntroduction, picked={"offer": service, **NAMED}).names == ["utter_not_open_takes_none"]
    assert room.current_draft(MARCIA) is None


def test_two_services_of_one_place_are_told_apart(story: Story, run: Run) -> None:
    story.known()
    said = run(BeginIntroduction, picked={"offers": ["circle", "quilts"], **NAMED})
    [message] = said.messages
    assert said.names == ["utter_which_place"]
    assert [button["title"] for button in message["buttons"]] == ["Sewing circle", "Quilt mornings"]


def test_each_reason_told_is_one_of_matching_and_has_its_words() -> None:
    assert set(EXCLUSIONS) >= NOT_OPEN.keys()
    assert set(NOT_OPEN.values()) <= set(Copy().names)
