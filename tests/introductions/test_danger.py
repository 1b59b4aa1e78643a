"""After somebody spoke of danger: the lead is told at any hour; letters wait, and are asked about once, next day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from introductions.service import Introductions
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

LEAD = "lead@lantern.example"
DAY = timedelta(days=1)


def spoke_of_danger(room: Introductions, clock: FrozenClock, turn: str = "t1") -> None:
    room.wait_after_crisis(MARCIA, clock.now() + DAY)
    room.alert(MARCIA, ("suicide", "self_harm"), to=LEAD, key=turn)


def test_the_lead_is_told_once_a_turn_at_any_hour_and_without_words(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    story.drafted()
    clock.move(timedelta(hours=23) - timedelta(hours=clock.now().hour))
    for _ in range(2):
        spoke_of_danger(room, clock)
    [mail] = room.due_letters(clock.now(), 5)
    assert (mail.kind, mail.to) == ("alert", LEAD)
    assert "Kind: suicide, self harm." in mail.text
    assert MARCIA in mail.text
    room.letter_sent(mail.id)
    assert room.due_letters(clock.now(), 5) == []


def test_letters_wait_and_are_asked_about_once_the_next_day(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    story.agreed()
    room.wait_after_crisis(MARCIA, clock.now() + DAY)
    assert room.due_letters(clock.now(), 5) == []
    room.tick()
    assert story.news() == []
    clock.move(DAY + timedelta(minutes=1))
    for _ in range(3):
        room.tick()
        assert room.due_letters(clock.now(), 5) == []
        clock.move(timedelta(hours=1))
    assert story.news() == ["letters_waiting"]


def test_a_yes_lets_them_go(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.agreed()
    room.wait_after_crisis(MARCIA, clock.now() + DAY)
    clock.move(DAY + timedelta(minutes=1))
    room.tick()
    assert room.due_letters(clock.now(), 5) == []
    assert [room.let_letters_go(MARCIA, "t2:go") for _ in range(2)] == [1, 1]
    assert len(room.due_letters(clock.now(), 5)) == 1
    assert room.let_letters_go(MARCIA, "t3:go") in (0, 1)


def test_taken_back_it_never_goes(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction = story.agreed()
    room.wait_after_crisis(MARCIA, clock.now() + DAY)
    clock.move(DAY + timedelta(minutes=1))
    room.tick()
    room.withdraw(introduction.id, by="person", reason="", key="w")
    room.let_letters_go(MARCIA, "t2:go")
    clock.move(DAY)
    assert room.due_letters(clock.now(), 5) == []


def test_the_question_reaches_somebody_to_whom_we_may_not_write_first(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    story.agreed()
    story.may_write(agreed=False)
    room.wait_after_crisis(MARCIA, clock.now() + DAY)
    clock.move(DAY + timedelta(minutes=1))
    room.tick()
    assert story.news() == ["letters_waiting"]


@pytest.mark.parametrize(("hours", "due"), [(1, 0), (9, 12)])
def test_a_letter_agreed_after_it_goes_when_its_person_was_told(
    room: Introductions, story: Story, clock: FrozenClock, hours: int, due: int
) -> None:
    before = story.agreed("skills")
    room.wait_after_crisis(MARCIA, clock.now() + DAY)
    clock.move(timedelta(hours=1 + hours))
    after = story.agreed("circle")
    assert after.due_at - clock.now() == timedelta(hours=due)
    clock.move(timedelta(hours=due))
    assert [mail.introduction_id for mail in room.due_letters(clock.now(), 5)] == [after.id]
    clock.move(DAY)
    room.tick()
    assert [one.introduction_id for one in room.pending_news(9) if one.name == "letters_waiting"] == [before.id]


@pytest.mark.parametrize("days", [2, 9])
def test_a_letter_agreed_on_a_better_day_goes_at_once(
    room: Introductions, story: Story, clock: FrozenClock, days: int
) -> None:
    story.drafted()
    room.wait_after_crisis(MARCIA, clock.now() + DAY)
    clock.move(timedelta(days=days))
    story.agreed()
    assert len(room.due_letters(clock.now(), 5)) == 1
