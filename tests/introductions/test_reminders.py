"""A reminder: told once on its morning, one at a time, gone with what it was about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from introductions import Introductions
from introductions.errors import NotFound
from introductions.reminding import REMINDER
from introductions.store.reminders import Reminder
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story


def ahead(clock: FrozenClock, days: int) -> date:
    return clock.now().date() + timedelta(days=days)


def kept(room: Introductions) -> Reminder:
    found = room.reminder(MARCIA)
    assert found is not None
    return found


@pytest.fixture
def marcia(story: Story) -> Story:
    """Somebody who agreed to being kept, and to nothing else."""
    story.drafted()
    return story


def test_it_is_told_once_on_its_morning_though_nothing_else_may_come_first(
    room: Introductions, clock: FrozenClock, marcia: Story
) -> None:
    room.set_reminder(MARCIA, "ring the library", ahead(clock, 2), "t1:r")
    clock.move(timedelta(days=1, hours=20))
    assert REMINDER not in marcia.news()
    clock.move(timedelta(hours=12))
    assert marcia.news() == [REMINDER]
    clock.move(timedelta(days=3))
    assert (REMINDER in marcia.news(), kept(room).told) == (False, True)


def test_a_new_one_takes_the_place_of_the_old_one(room: Introductions, clock: FrozenClock, marcia: Story) -> None:
    assert not room.set_reminder(MARCIA, "ring the library", ahead(clock, 1), "t1:r")
    assert room.set_reminder(MARCIA, "pack lunch", ahead(clock, 3), "t2:r")
    clock.move(timedelta(days=2))
    assert REMINDER not in marcia.news()
    assert kept(room).words == "pack lunch"


def test_a_turn_that_runs_again_sets_it_once(room: Introductions, clock: FrozenClock, marcia: Story) -> None:
    assert [room.set_reminder(MARCIA, "pack lunch", ahead(clock, 1), "t1:r") for _ in range(2)] == [False, False]


def test_one_that_is_dropped_is_not_told(room: Introductions, clock: FrozenClock, marcia: Story) -> None:
    room.set_reminder(MARCIA, "pack lunch", ahead(clock, 1), "t1:r")
    assert room.drop_reminder(MARCIA, "t2:n")
    assert not room.drop_reminder(MARCIA, "t3:n")
    clock.move(timedelta(days=2))
    assert REMINDER not in marcia.news()


def test_nobody_who_wants_no_first_word_gets_one(room: Introductions, clock: FrozenClock, marcia: Story) -> None:
    room.set_reminder(MARCIA, "pack lunch", ahead(clock, 1), "t1:r")
    room.set_quiet(MARCIA, "after_me", "t2:q")
    clock.move(timedelta(days=2))
    assert REMINDER not in marcia.news()
    room.ensure_person(MARCIA, wrote=True)
    assert REMINDER in marcia.news()


def test_one_of_a_visit_falls_silent_with_its_introduction(
    room: Introductions, clock: FrozenClock, story: Story
) -> None:
    one = story.sent()[0].id
    room.set_reminder(MARCIA, "Thread & Kettle, Saturday", ahead(clock, 2), "t1:r", introduction_id=one)
    room.withdraw(one, by="person", reason="", key="t2:w")
    clock.move(timedelta(days=3))
    assert REMINDER not in story.news()


def test_one_of_a_visit_that_stands_is_told(room: Introductions, clock: FrozenClock, story: Story) -> None:
    one = story.sent()[0].id
    room.set_reminder(MARCIA, "Thread & Kettle, Saturday", ahead(clock, 1), "t1:r", introduction_id=one)
    clock.move(timedelta(days=1))
    assert REMINDER in story.news()
    assert kept(room).introduction_id == one


def test_a_visit_of_somebody_else_is_none(room: Introductions, clock: FrozenClock, story: Story) -> None:
    one = story.sent()[0].id
    room.ensure_person("somebody")
    with pytest.raises(NotFound):
        room.set_reminder("somebody", "x", ahead(clock, 1), "t1:r", introduction_id=one)


def test_it_is_in_the_export_and_goes_with_its_person(room: Introductions, clock: FrozenClock, marcia: Story) -> None:
    room.set_reminder(MARCIA, "wobblequilting at nine", ahead(clock, 1), "t1:r")
    assert "wobblequilting" in str(room.export(MARCIA))
    room.erase(MARCIA)
    assert room.reminder(MARCIA) is None
