"""Which yes is about the letter as it was shown, and for how long it needs no showing again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from actions.base import Turn
from actions.joining import Joined
from actions.letter_shown import AskLetterDecision, LetterBack
from actions.phone import Hide
from actions.standing import version_agreed
from introductions import Introductions
from nwd.clock import FrozenClock
from tests.actions.conftest import Run, Said
from tests.introductions.steps import MARCIA, Story


def slots(*said: Said) -> dict[str, Any]:
    """What the answers so far left in the slots."""
    return {event["name"]: event["value"] for one in said for event in one.events if event["event"] == "slot"}


@pytest.fixture
def shown(story: Story, run: Run) -> Said:
    story.drafted()
    return run(AskLetterDecision)


def test_it_is_shown_whole_once_and_then_pointed_at(shown: Said, run: Run) -> None:
    assert shown.names == ["utter_letter"]
    beside = run(AskLetterDecision, **slots(shown))
    assert beside.names == ["utter_letter_above"]
    assert beside.buttons == ["inform", "letter_change", "inform", "switch_line", "letter_back"]
    again = run(AskLetterDecision, **slots(shown, beside))
    assert again.names == ["utter_letter_still_above"]
    assert run(AskLetterDecision, **slots(shown, beside, again)).names == ["utter_letter_above"]


def test_after_an_hour_it_is_shown_whole_again(shown: Said, run: Run, clock: FrozenClock) -> None:
    clock.move(timedelta(hours=1))
    assert run(AskLetterDecision, **slots(shown)).names == ["utter_letter"]


def test_changed_it_is_shown_whole(shown: Said, run: Run, room: Introductions) -> None:
    draft = room.current_draft(MARCIA)
    assert draft is not None
    room.edit_line(draft.id, "name", "Dee", "k")
    assert run(AskLetterDecision, **slots(shown)).names == ["utter_letter"]


def test_another_letter_of_the_same_version_is_shown_whole(shown: Said, run: Run, room: Introductions) -> None:
    room.draft(MARCIA, "skills", key="another")
    assert run(AskLetterDecision, **slots(shown)).names == ["utter_letter"]


@pytest.mark.parametrize(
    ("hours", "beside", "tapped", "agreed"),
    [
        (0, False, None, 1),
        (5, False, None, 1),
        (0, True, None, 1),
        (2, True, None, 0),
        (2, True, "this", 1),
        (0, False, "another", 0),
    ],
)
def test_a_yes_is_about_this_letter_as_it_was_shown(
    hours: int, beside: bool, tapped: str | None, agreed: int, shown: Said, room: Introductions, clock: FrozenClock
) -> None:
    draft = room.current_draft(MARCIA)
    assert draft is not None
    letter = draft.id if tapped == "this" else tapped
    picked = {"version": 1, "letter": letter} if tapped else {}
    values = slots(shown)
    values["letter_shown"] |= {"beside": beside}
    clock.move(timedelta(hours=hours))
    assert version_agreed(Turn("t2", MARCIA, values, "introduction_form", picked), draft, clock.now()) == agreed


def test_a_letter_that_was_never_shown_is_agreed_to_by_nothing_typed(story: Story, clock: FrozenClock) -> None:
    turn = Turn("t2", MARCIA, {"letter_version": 1}, "introduction_form")
    assert version_agreed(turn, story.drafted(), clock.now()) == 0


@pytest.mark.parametrize("action", [Hide, LetterBack])
def test_it_is_shown_whole_where_it_no_longer_stands_there(
    action: type[Hide | LetterBack], shown: Said, run: Run
) -> None:
    gone = run(action, form="introduction_form", **slots(shown))
    assert run(AskLetterDecision, **slots(shown, gone)).names == ["utter_letter"]


def test_it_is_shown_whole_in_a_chat_that_joined(shown: Said, run: Run, room: Introductions) -> None:
    room.ensure_person("somebody-else")
    joined = run(Joined, picked={"joined": "somebody-else"}, form="introduction_form", **slots(shown))
    assert run(AskLetterDecision, **slots(shown, joined)).names == ["utter_letter"]
