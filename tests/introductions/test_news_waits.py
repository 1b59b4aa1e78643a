from __future__ import annotations

from datetime import UTC, datetime, timedelta

from introductions import Introductions
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story


def test_what_came_of_a_letter_answers_whoever_has_just_sent_it(story: Story) -> None:
    story.may_write(story.known(), agreed=False)
    draft = story.room.draft(MARCIA, "circle", key="d")
    story.room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="a")
    story.post()
    assert story.news() == ["introduction_sent"]


def test_without_the_yes_to_messages_news_waits_until_the_person_writes(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    story.news()
    story.may_write(agreed=False)
    clock.move(timedelta(hours=2))
    room.say_hello(token, "Ade", "Come in", "Thursday")
    assert story.news() == []
    room.ensure_person(MARCIA, wrote=False)
    assert story.news() == []
    clock.move(timedelta(days=9))
    room.ensure_person(MARCIA)
    assert story.news() == ["provider_accepted"]


def test_a_yes_to_messages_lets_what_waited_go(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    story.news()
    story.may_write(agreed=False)
    clock.move(timedelta(days=2))
    room.say_hello(token, "Ade", "Come in", "Thursday")
    assert story.news() == []
    story.may_write()
    assert story.news() == ["provider_accepted"]


def test_one_silent_person_holds_up_nobody_else(room: Introductions, story: Story, clock: FrozenClock) -> None:
    other = MARCIA.replace("0b7c", "1b7c")
    _, token = story.sent()
    _, theirs = story.sent("skills", other)
    story.news()
    story.may_write(agreed=False)
    clock.move(timedelta(hours=1))
    room.say_hello(token, "Ade", "Come in", "Thursday")
    room.say_hello(theirs, "Jo", "Come in", "Friday")
    assert [news.person_id for news in room.pending_news(limit=1)] == [other]


def test_told_late_the_day_we_promised_is_not_spoken_of_after_the_answer(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    story.news()
    story.may_write(agreed=False)
    story.pass_time(days=6)
    room.ask(token, "Do you sew?")
    for _ in range(30):
        story.pass_time(days=1)
    room.ensure_person(MARCIA)
    assert story.news() == ["provider_question", "expired"]


def test_every_word_a_provider_writes_is_told_though_it_waited(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    story.news()
    story.may_write(agreed=False)
    clock.move(timedelta(hours=1))
    room.write_to_person(token, "Hello")
    room.write_to_person(token, "We moved the start to ten")
    clock.move(timedelta(hours=1))
    room.ensure_person(MARCIA)
    assert story.news() == ["relayed", "relayed"]


def test_nobody_is_woken_by_news(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    story.news()
    clock.set(datetime(2026, 11, 5, 2, 30, tzinfo=UTC))
    room.say_hello(token, "Ade", "Come in", "Thursday")
    assert story.news() == []
    clock.set(datetime(2026, 11, 5, 9, 0, tzinfo=UTC))
    assert story.news() == ["provider_accepted"]


def test_who_is_up_at_night_and_wrote_just_now_is_answered(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    story.news()
    clock.set(datetime(2026, 11, 5, 2, 30, tzinfo=UTC))
    room.say_hello(token, "Ade", "Come in", "Thursday")
    room.ensure_person(MARCIA)
    clock.move(timedelta(minutes=9))
    assert [one.name for one in room.pending_news()] == ["provider_accepted"]
    clock.move(timedelta(minutes=2))
    assert story.news() == []
