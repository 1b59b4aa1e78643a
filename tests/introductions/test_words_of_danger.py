"""What a provider writes is checked before it reaches the person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from introductions import Introductions
from introductions.errors import WordsHeld
from nwd.clock import FrozenClock
from tests.introductions.steps import Story

THREAT = "I am going to kill you"
OTHER_DANGER = "I am going to kill him"
WAYS: dict[str, Callable[[Introductions, str], object]] = {
    "hello": lambda room, token: room.say_hello(token, "Ade", THREAT, "Thursday"),
    "question": lambda room, token: room.ask(token, THREAT),
    "message": lambda room, token: room.write_to_person(token, THREAT),
    "no": lambda room, token: room.not_for_us(token, THREAT),
    "another place": lambda room, token: room.also(token, THREAT),
}


@pytest.mark.parametrize("way", WAYS)
def test_words_of_danger_reach_nobody_and_the_lead_is_told_once(room: Introductions, story: Story, way: str) -> None:
    introduction, token = story.sent()
    story.news()
    before = story.state(introduction)
    for _ in range(2):
        with pytest.raises(WordsHeld) as held:
            WAYS[way](room, token)
    assert THREAT not in str(held.value)
    assert story.news() == []
    assert story.state(introduction) == before
    [mail] = story.post()
    assert (mail.kind, mail.to) == ("words_held", "lead@nwd.example")
    assert THREAT not in mail.text
    shown = room.show_introduction(introduction.id, reveal_to="jo")
    assert THREAT in shown["events"][-1]["data"]["text"]
    assert "data" not in room.show_introduction(introduction.id)["events"][-1]


def test_a_mail_with_words_of_danger_is_held_and_its_writer_told(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    story.news()
    assert not room.mail_reply(introduction.id, f"{THREAT}\n> our letter", "<m1>")
    assert story.news() == []
    assert sorted(mail.kind for mail in story.post()) == ["not_passed", "words_held"]


def test_danger_to_others_is_held_as_a_threat_is(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    with pytest.raises(WordsHeld):
        room.write_to_person(token, OTHER_DANGER)
    assert [mail.to for mail in story.post()] == ["lead@nwd.example"]


def test_the_lead_hears_of_a_threat_at_night_though_the_letter_was_taken_back(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, token = story.sent()
    clock.move(timedelta(hours=12))
    with pytest.raises(WordsHeld):
        room.write_to_person(token, THREAT)
    room.withdraw(introduction.id, by="person", reason="", key="w")
    assert [mail.kind for mail in room.due_letters(clock.now(), 9)] == ["words_held"]


def test_kind_words_pass(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    room.say_hello(token, "Ade", "Tea and a look round, we could murder a biscuit", "Thursday at 11")
    room.write_to_person(token, "And thread?")
    room.write_to_person(token, "You're going to kill it, don't worry")
    room.write_to_person(token, "The room is up one flight. Take your time, there is no test.")
    assert story.news() == ["introduction_sent", "provider_accepted", "relayed", "relayed", "relayed"]
