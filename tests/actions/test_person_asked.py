"""A person is asked for: passed on where somebody sits at the desk, and the truth where nobody does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.complain import FinishComplaint
from actions.contact import GiveContact
from actions.handover import Handover
from actions.help import NOTHING_OPEN, SkipNothing
from introductions import Introductions
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA, Story


@pytest.mark.parametrize(
    ("desk", "said", "passed_on"),
    [
        ({}, "utter_handover_asked", 1),
        ({"trial": True}, "utter_handover_trial", 1),
        ({"somebody_reads": False}, "utter_handover_nobody", 0),
    ],
)
def test_nobody_is_promised_who_is_not_there(
    desk: dict[str, Any], said: str, passed_on: int, run: Run, story: Story, room: Introductions
) -> None:
    story.known()

    class AtThisDesk(Handover):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, about={"hours": "weekdays", "operator": "Lantern"}, **desk))

    assert run(AtThisDesk).names == [said]
    assert len(room.desk_requests()) == passed_on


def test_what_was_written_as_a_person_was_asked_for_is_read_at_the_desk(
    run: Run, story: Story, room: Introductions
) -> None:
    story.known()
    room.save_words(MARCIA, "t1", "can somebody ring my landlord with me")

    class AtTheDesk(Handover):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, about={"hours": "weekdays"}))

    run(AtTheDesk)
    [one] = room.desk_requests()
    assert room.show_request(one["number"], by="test")["text"] == "can somebody ring my landlord with me"


@pytest.mark.parametrize(
    ("desk", "harm", "said"),
    [
        ({}, None, "utter_complaint_kept"),
        ({"trial": True}, None, "utter_complaint_kept_nobody"),
        ({"somebody_reads": False}, None, "utter_complaint_kept_nobody"),
        ({}, "yes", "utter_complaint_harm_somewhere"),
        ({"trial": True}, "yes", "utter_complaint_harm_somewhere_nobody"),
    ],
)
def test_a_complaint_is_said_to_be_passed_on_only_where_somebody_reads_it(
    desk: dict[str, Any], harm: str | None, said: str, run: Run, story: Story
) -> None:
    story.known()

    class AtThisDesk(FinishComplaint):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, **desk))

    assert run(AtThisDesk, complaint_text="given", complaint_harm=harm).names == [said]


@pytest.mark.parametrize(
    ("slots", "words", "danger", "listens"),
    [
        ({}, "this class is rubbish, i want a person", False, False),
        ({"kind_said": ["utter_kind_dwp"]}, "a person", False, False),
        ({"kind_said": ["utter_kind_low"]}, "a person", False, True),
        ({"likely": ["crisis"]}, "a person", False, True),
        ({}, "i am so lonely, give me a person", False, True),
        ({}, "a person", True, True),
    ],
)
def test_a_line_to_ring_is_for_distress_and_not_for_being_cross(
    slots: dict[str, Any], words: str, danger: bool, listens: bool, run: Run, story: Story, room: Introductions
) -> None:
    story.known()
    room.save_words(MARCIA, "t1", words)

    class AtNoDesk(Handover):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, somebody_reads=False, after_danger=lambda _: danger))

    assert ("utter_handover_listens" in run(AtNoDesk, **slots).names) is listens


def test_nothing_to_skip_is_said_in_other_words_each_time(run: Run, story: Story) -> None:
    story.known()
    heard = [run(SkipNothing, turn=f"t{n}", idle=n).names[0] for n in range(4)]
    assert heard == [*NOTHING_OPEN, NOTHING_OPEN[0]]


def test_an_email_goes_nowhere_unasked(run: Run, story: Story, room: Introductions) -> None:
    story.known()
    room.save_words(MARCIA, "t1", "my email is rosie@mail.example")
    assert run(GiveContact).names == ["utter_contact_not_needed"]
    story.drafted()
    before = room.current_draft(MARCIA)
    assert run(GiveContact).names == ["utter_contact_offered"]
    assert room.current_draft(MARCIA) == before
