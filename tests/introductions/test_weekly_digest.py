from __future__ import annotations

from datetime import date, timedelta

from introductions import Introductions
from introductions.model import Outgoing
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

SECOND = MARCIA.replace("0b7c", "0b7d")


def live(room: Introductions, story: Story, clock: FrozenClock, days: int) -> list[tuple[str, Outgoing]]:
    """What went to the place, day by day."""
    went = []
    for _ in range(days * 4):
        clock.move(timedelta(hours=6))
        room.tick()
        room.tick()
        went += [(f"{clock.now():%m-%d}", mail) for mail in story.post() if mail.to == "hello@kettle.example"]
    return went


def test_after_one_reminder_a_silent_place_gets_one_note_a_week(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    first, token = story.sent()
    clock.move(timedelta(hours=1))
    second, _ = story.sent(person=SECOND)
    went = live(room, story, clock, 20)
    assert [(day, mail.kind) for day, mail in went] == [
        ("11-05", "reminder"),
        ("11-05", "reminder"),
        ("11-09", "digest"),
        ("11-16", "digest"),
    ]
    digest = went[2][1]
    assert all(words in digest.text for words in (first.short, second.short, f"/i/{token}"))
    assert "Marcia" not in digest.text + digest.subject
    assert all(mail.text for _, mail in went)
    assert "in_digest" in [event.kind for event in room.introduction(first.id).events]


def test_an_answered_letter_stands_in_no_note(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    second, _ = story.sent(person=SECOND)
    live(room, story, clock, 3)
    room.say_hello(token, "Ade", "at the door", "Thursday")
    [digest] = [mail for _, mail in live(room, story, clock, 4) if mail.kind == "digest"]
    assert second.short in digest.text
    assert token not in digest.text


def test_a_note_that_was_queued_does_not_go_when_nothing_waits_any_more(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, _ = story.sent()
    live(room, story, clock, 5)
    clock.move(timedelta(days=1))
    room.tick()
    room.withdraw(introduction.id, by="person", reason="", key="w")
    assert [mail.kind for mail in story.post()] == ["withdrawn"]


def test_after_a_hold_there_is_no_second_reminder(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    went = live(room, story, clock, 3)
    room.not_yet(token, date(2026, 11, 16))
    went += live(room, story, clock, 17)
    assert [mail.kind for _, mail in went] == ["reminder", "hold_over", "digest"]


def test_a_leak_holds_the_note_too(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.sent()
    live(room, story, clock, 3)
    room.open_incident("kettle", clock.now(), by="lead", draft=lambda *_: "words")
    assert [mail.kind for _, mail in live(room, story, clock, 10)] == []
