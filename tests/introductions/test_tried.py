"""What came of a letter to a place decides how the place is shown again."""

from __future__ import annotations

import pytest

from introductions import Introductions
from introductions.tried import tried
from tests.introductions.steps import MARCIA, Story


@pytest.mark.parametrize(
    ("why", "came"),
    [
        ("full", "said_no_full"),
        ("not_fit", "said_no_not_fit"),
        ("closed", "said_no_closed"),
        ("we moved", "said_no"),
    ],
)
def test_a_no_is_remembered_by_its_reason(room: Introductions, story: Story, why: str, came: str) -> None:
    introduction, token = story.sent()
    assert tried(room.of_person(MARCIA)) == {introduction.service_id: "with_them"}
    room.not_for_us(token, why)
    assert tried(room.of_person(MARCIA)) == {introduction.service_id: came}
    assert room.introduction(introduction.id).standing(()) == came.replace("said_no", "declined")


def test_a_letter_that_was_taken_back_is_remembered(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    room.withdraw(introduction.id, by="person", reason="", key="back")
    assert tried(room.of_person(MARCIA)) == {introduction.service_id: "taken_back"}
