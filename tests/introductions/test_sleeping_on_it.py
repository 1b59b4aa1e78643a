"""A letter that is slept on: asked about once, the next morning, if it still waits."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from introductions import Introductions
from introductions.errors import NotFound
from introductions.store.sleeping import SLEPT
from nwd.clock import LONDON, FrozenClock
from tests.introductions.steps import MARCIA, Story


def test_it_is_asked_once_the_next_morning(room: Introductions, clock: FrozenClock, story: Story) -> None:
    draft = story.drafted()
    assert room.sleep_on_it(MARCIA, draft.id, "t1:s")
    clock.move(timedelta(hours=20))  # before nine
    assert story.news() == []
    clock.move(timedelta(hours=3))
    assert story.news() == [SLEPT]
    assert not room.sleep_on_it(MARCIA, draft.id, "t2:s")
    clock.move(timedelta(days=2))
    assert story.news() == []


def test_a_letter_that_went_or_was_left_is_not_asked_about(
    room: Introductions, clock: FrozenClock, story: Story
) -> None:
    draft = story.drafted()
    room.sleep_on_it(MARCIA, draft.id, "t1:s")
    room.discard(draft.id, "t2:d")
    clock.move(timedelta(days=1))
    assert SLEPT not in story.news()


def test_somebody_else_s_letter_cannot_be_slept_on(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    room.ensure_person("somebody")
    with pytest.raises(NotFound):
        room.sleep_on_it("somebody", draft.id, "t1:s")


def test_the_morning_is_nine_in_london_in_summer_too(room: Introductions, clock: FrozenClock, story: Story) -> None:
    clock.move(datetime(2027, 6, 1, 12, tzinfo=LONDON) - clock.now())
    draft = story.drafted()
    room.sleep_on_it(MARCIA, draft.id, "t1:s")
    clock.move(datetime(2027, 6, 2, 8, 59, tzinfo=LONDON) - clock.now())
    assert story.news() == []
    clock.move(timedelta(minutes=1))
    assert story.news() == [SLEPT]
