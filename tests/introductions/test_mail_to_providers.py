from __future__ import annotations

import re
import threading
from datetime import timedelta

import pytest

from introductions import Introductions
from introductions.errors import NotFound
from introductions.outbox import BACK_OFF, LEASE, next_try
from introductions.templates import LETTERS
from nwd.clock import FrozenClock
from tests.introductions.conftest import TUESDAY
from tests.introductions.steps import MARCIA, Story


def test_two_workers_never_hold_the_same_mail(room: Introductions, story: Story) -> None:
    for n in range(12):
        story.agreed("circle", MARCIA.replace("0b7c", f"{n:04x}"))
    taken: list[str] = []
    start = threading.Barrier(3)

    def work() -> None:
        start.wait()
        for _ in range(8):
            taken.extend(mail.id for mail in room.due_letters(limit=3))

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(taken) == len(set(taken)) == 12


def test_a_worker_that_died_is_followed_by_one_with_the_same_bytes(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    story.agreed()
    [first] = room.due_letters(clock.now(), 5)
    assert room.due_letters(clock.now(), 5) == []
    clock.move(LEASE)
    [second] = room.due_letters(clock.now(), 5)
    assert (second.message_id, second.text, second.html) == (first.message_id, first.text, first.html)
    assert second.attempts == 2


def test_after_a_worker_died_a_withdrawal_tells_the_provider(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction = story.agreed()
    room.due_letters(clock.now(), 5)
    clock.move(LEASE * 2)
    room.withdraw(introduction.id, by="person", reason="", key="w")
    assert [mail.kind for mail in story.post()] == ["withdrawn"]


def test_a_refused_letter_is_tried_again_and_a_withdrawal_between_is_silent(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction = story.agreed()
    [letter] = room.due_letters(clock.now(), 5)
    room.letter_failed(letter.id, "451", next_try(1, clock.now()), refused=True)
    assert room.due_letters(clock.now(), 5) == []
    room.withdraw(introduction.id, by="person", reason="", key="w")
    clock.move(timedelta(days=1))
    assert room.due_letters(clock.now(), 5) == []


def test_a_death_before_a_refusal_is_not_forgotten(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction = story.agreed()
    room.due_letters(clock.now(), 5)
    clock.move(LEASE)
    [letter] = room.due_letters(clock.now(), 5)
    room.letter_failed(letter.id, "451", clock.now() + timedelta(hours=1), refused=True)
    room.withdraw(introduction.id, by="person", reason="", key="w")
    assert [mail.kind for mail in story.post()] == ["withdrawn"]


def test_a_letter_that_was_refused_is_not_tried_again_at_night(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    clock.move(timedelta(hours=9))
    story.agreed()
    [letter] = room.due_letters(clock.now(), 5)
    room.letter_failed(letter.id, "451", next_try(6, clock.now()), refused=True)
    clock.move(timedelta(hours=7))
    assert room.due_letters(clock.now(), 5) == []
    clock.move(timedelta(hours=6))
    assert [mail.id for mail in room.due_letters(clock.now(), 5)] == [letter.id]


def test_a_letter_given_up_fails_and_the_person_is_told_once(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction = story.agreed()
    [letter] = room.due_letters(clock.now(), 5)
    room.letter_failed(letter.id, "SMTPRecipientsRefused", None)
    room.letter_failed(letter.id, "SMTPRecipientsRefused", None)
    assert (story.state(introduction), story.news()) == ("failed", ["introduction_failed"])


def test_a_bounce_fails_an_introduction_that_was_sent(room: Introductions, story: Story) -> None:
    introduction = story.agreed()
    [letter] = story.post()
    story.news()
    room.letter_bounced(letter.message_id)
    room.letter_bounced(letter.message_id)
    room.letter_bounced("<unknown@elsewhere.example>")
    assert (story.state(introduction), story.news()) == ("failed", ["introduction_failed"])


def test_reporting_twice_that_it_went_tells_once(room: Introductions, story: Story) -> None:
    story.agreed()
    [letter] = story.post()
    room.letter_sent(letter.id)
    room.letter_sent("no such mail")
    assert story.news() == ["introduction_sent"]


def test_back_off_grows_and_ends() -> None:
    waits = [next_try(n, TUESDAY) for n in range(1, len(BACK_OFF) + 2)]
    assert waits[-1] is None
    assert sorted(w for w in waits if w) == waits[:-1]


def test_replies_go_to_a_signed_address_of_ours(room: Introductions, story: Story) -> None:
    introduction = story.agreed()
    [letter] = story.post()
    local, _, domain = letter.reply_to.partition("@")
    assert domain == "nwd.example"
    assert len(local) <= 64
    assert room.introduction_of_reply(letter.reply_to) == introduction.id
    assert room.introduction_of_reply(letter.reply_to.upper()) == introduction.id
    forged = local[:-1] + ("0" if local[-1] != "0" else "1")
    assert room.introduction_of_reply(f"{forged}@{domain}") is None
    assert room.introduction_of_reply("hello@nwd.example") is None


def test_a_reply_of_our_coordinator_is_never_a_place_s_word(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, _ = story.sent()
    clock.move(timedelta(days=7))
    room.tick()
    waiting = room.due_letters(clock.now(), 50)
    to_us = [mail for mail in waiting if mail.to == "coordinator@nwd.example"]
    assert [(mail.kind, mail.reply_to) for mail in to_us] == [("coordinator", "hello@nwd.example")]
    assert {room.introduction_of_reply(mail.reply_to) for mail in waiting if mail not in to_us} == {introduction.id}
    story.news()
    for sender in ("coordinator@nwd.example", "Lead@nwd.example"):
        with pytest.raises(NotFound):
            room.mail_reply(introduction.id, "I rang them, no answer", f"<{sender}>", sender)
    assert room.pending_news(9) == []
    assert room.mail_reply(introduction.id, "Come in", "<2@kettle.example>", "hello@kettle.example")


@pytest.mark.parametrize(
    "template", sorted(path.name for path in LETTERS.glob("*.txt") if path.name not in ("page.txt", "shown.txt"))
)
def test_letters_keep_to_the_manner(template: str) -> None:
    words = (LETTERS / template).read_text(encoding="utf-8")
    assert not re.search(
        r"\b(refer(ral)?s?|signpost|client|service user|barrier|intervention|journey|should|must|need to)\b",
        words,
        re.IGNORECASE,
    )
    plain = re.sub(r"\{[{%].*?[%}]\}", "x", words)
    for sentence in re.split(r"[.:?]\s", plain):
        assert len(sentence.split()) <= 25, sentence
