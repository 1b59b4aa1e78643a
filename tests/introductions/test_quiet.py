"""Quiet: news waits until they write, or for the hours that they chose."""

from __future__ import annotations

from datetime import timedelta

from introductions import Introductions
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story


def with_news(room: Introductions, story: Story) -> None:
    """An answer of the place waits to be told, to somebody who agreed to be messaged and has been away since."""
    _, token = story.sent("circle")
    room.set_messages(MARCIA, True, channel="web", how="tap", wording="v1", key=story.key())
    story.news()
    story.clock.move(timedelta(hours=1))
    room.open_link(token)
    room.say_hello(token, "Ade", "come in", "Thursday at 11")


def test_without_quiet_news_is_told_at_once(room: Introductions, story: Story) -> None:
    with_news(room, story)
    assert story.news() == ["provider_accepted"]


def test_after_me_news_waits_until_they_write(room: Introductions, story: Story) -> None:
    with_news(room, story)
    room.set_quiet(MARCIA, "after_me", story.key())
    assert story.news() == []
    story.clock.move(timedelta(days=2))
    assert story.news() == []
    room.ensure_person(MARCIA)
    assert story.news() == ["provider_accepted"]


def test_in_hours_news_waits_for_the_hours(room: Introductions, clock: FrozenClock, story: Story) -> None:
    with_news(room, story)  # noon in London
    room.set_quiet(MARCIA, "hours", story.key(), hours=(17, 21))
    assert story.news() == []
    clock.move(timedelta(hours=5))
    assert story.news() == ["provider_accepted"]


def test_quiet_ends(room: Introductions, story: Story) -> None:
    with_news(room, story)
    room.set_quiet(MARCIA, "hours", story.key(), hours=(17, 21))
    room.set_quiet(MARCIA, "off", story.key())
    assert story.news() == ["provider_accepted"]
    assert room.quiet(MARCIA).hours is None


def test_a_request_to_be_rung_holds_the_latest_number(room: Introductions, story: Story) -> None:
    story.known()
    room.ask_to_be_rung(MARCIA, "07700 900123", "Mornings", "t1:c")
    room.ask_to_be_rung(MARCIA, "07700 900456", "after six", "t2:c")
    room.ask_to_be_rung(MARCIA, "07700 900456", "after six", "t2:c")
    [request] = room.export(MARCIA)["desk_request"]
    assert (request["kind"], request["text"]) == ("call", "07700 900456\nafter six")
