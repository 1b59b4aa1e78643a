"""Somebody under 16 is introduced to nobody, and at 16 and 17 only where children are kept safe, to the last moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from introductions import Introductions
from introductions.errors import NoIntroduction
from introductions.model import Heard, Introduction
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

PHONE = "7f1f5f0e-3b87-4a83-8d0a-0f6f4a0f2c22"
NIGHT = timedelta(hours=11)


def agreed_at_night(story: Story, clock: FrozenClock) -> Introduction:
    clock.move(NIGHT)
    return story.agreed()


def told_age(story: Story, value: str) -> None:
    story.room.remember(MARCIA, [Heard("age", value, None, "yes", f"I'm {value}")], turn="t", key=story.key())


def nothing_of_hers_goes(story: Story, introduction: Introduction) -> None:
    story.clock.move(timedelta(hours=12))
    story.room.tick()
    assert story.post() == []
    assert (story.state(introduction), story.news()) == ("withdrawn", [])
    assert story.room.person(MARCIA).keep == "none"
    assert story.room.facts(MARCIA) == []
    assert story.room.current_draft(MARCIA) is None


def test_a_letter_that_waits_for_the_morning_stays_here(story: Story, clock: FrozenClock) -> None:
    introduction = agreed_at_night(story, clock)
    story.drafted("skills")
    story.room.set_age_band(MARCIA, "under_16", "k")
    nothing_of_hers_goes(story, introduction)


def test_a_chat_under_16_that_is_joined_ends_the_letters_of_both(story: Story, clock: FrozenClock) -> None:
    introduction = agreed_at_night(story, clock)
    story.drafted("skills")
    story.room.ensure_person(PHONE)
    story.room.set_age_band(PHONE, "under_16", "k")
    story.room.join(MARCIA, PHONE, "j")
    nothing_of_hers_goes(story, introduction)


def test_a_letter_that_went_is_taken_back_and_the_place_hears(story: Story) -> None:
    introduction, _ = story.sent()
    story.room.set_age_band(MARCIA, "under_16", "k")
    assert story.state(introduction) == "withdrawn"
    assert [mail.kind for mail in story.post()] == ["withdrawn"]


@pytest.mark.parametrize(("age", "service"), [("15", "quilts"), ("17", "circle")])
def test_an_age_that_was_told_counts_where_it_is_younger(story: Story, age: str, service: str) -> None:
    story.known()
    story.room.set_age_band(MARCIA, "adult", "k")
    told_age(story, age)
    with pytest.raises(NoIntroduction, match="age"):
        story.room.draft(MARCIA, service, key="d")


def test_at_seventeen_a_place_that_keeps_children_safe_may_be_met(story: Story) -> None:
    story.known()
    told_age(story, "17")
    assert story.room.draft(MARCIA, "quilts", key="d").service_id == "quilts"


@pytest.mark.parametrize("told", [True, False])
def test_a_draft_is_looked_at_again_when_it_is_agreed(story: Story, told: bool) -> None:
    draft = story.drafted()
    if told:
        told_age(story, "16_17")
    else:
        story.room.set_age_band(MARCIA, "16_17", "k")
    with pytest.raises(NoIntroduction, match="age"):
        story.room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="a")
    assert story.room.of_person(MARCIA) == []


def test_a_letter_of_seventeen_stops_where_the_place_does_not_keep_children_safe(
    story: Story, clock: FrozenClock
) -> None:
    introduction = agreed_at_night(story, clock)
    story.room.set_age_band(MARCIA, "16_17", "k")
    story.pass_time(hours=12)
    assert (story.state(introduction), story.news()) == ("queued", [])
    story.pass_time(hours=1)
    assert (story.state(introduction), story.news()) == ("failed", ["introduction_failed"])


def test_no_letter_goes_for_somebody_who_is_kept_no_more(room: Introductions, story: Story, clock: FrozenClock) -> None:
    agreed_at_night(story, clock)
    room.set_keep(MARCIA, "look", channel="web", how="tap", wording="v1", key="k")
    clock.move(timedelta(hours=12))
    assert story.post() == []


def test_nothing_is_kept_of_a_child_who_agrees_to_it(room: Introductions, story: Story) -> None:
    room.ensure_person(MARCIA)
    room.set_age_band(MARCIA, "under_16", "k")
    assert room.set_keep(MARCIA, "agreed", channel="web", how="tap", wording="v1", key="y").keep == "none"
