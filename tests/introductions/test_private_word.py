"""A private word: scrambled, three tries, and nothing recalled before it where somebody was away for long."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from introductions import Introductions
from introductions.store.preference_table import PreferenceRow
from introductions.store.private_word import IDLE, OPEN_FOR, PAUSE
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

PHONE = "7f1f5f0e-3b87-4a83-8d0a-0f6f4a0f2c22"


def test_the_word_fits_however_it_is_spaced_and_written(room: Introductions, story: Story) -> None:
    story.known()
    assert room.set_word(MARCIA, "Blue  Heron")
    assert room.give_word(MARCIA, " blue heron") == "right"
    assert room.give_word(MARCIA, "blue herons") == "wrong"


def test_the_word_itself_is_kept_nowhere(room: Introductions, story: Story, engine: Engine) -> None:
    story.known()
    room.set_word(MARCIA, "blue heron")
    with Session(engine) as session:
        kept = session.get_one(PreferenceRow, MARCIA).word
    assert kept is not None
    assert "heron" not in kept
    assert "heron" not in str(room.export(MARCIA))
    assert kept not in str(room.export(MARCIA))


def test_a_word_too_short_or_too_long_is_refused(room: Introductions, story: Story) -> None:
    story.known()
    assert not room.set_word(MARCIA, " abc ")
    assert not room.set_word(MARCIA, "x" * 101)
    assert not room.word_needed(MARCIA)


def test_three_wrong_tries_pause_even_the_right_word(room: Introductions, clock: FrozenClock, story: Story) -> None:
    story.known()
    room.set_word(MARCIA, "blue heron")
    assert [room.give_word(MARCIA, "no idea") for _ in range(3)] == ["wrong", "wrong", "paused"]
    assert room.give_word(MARCIA, "blue heron") == "paused"
    clock.move(PAUSE)
    assert room.give_word(MARCIA, "blue heron") == "right"


def test_the_word_is_needed_again_after_a_while(room: Introductions, clock: FrozenClock, story: Story) -> None:
    story.known()
    assert not room.word_needed(MARCIA)
    room.set_word(MARCIA, "blue heron")
    assert not room.word_needed(MARCIA)
    clock.move(OPEN_FOR)
    assert room.word_needed(MARCIA)


def test_after_half_a_year_nothing_is_recalled_before_the_word(
    room: Introductions, clock: FrozenClock, story: Story
) -> None:
    story.known()
    room.set_word(MARCIA, "blue heron")
    clock.move(IDLE - timedelta(minutes=1))
    state = room.word_state(MARCIA)
    assert state is not None
    assert not state.locked
    clock.move(timedelta(minutes=2))
    met, later = room.word_state(MARCIA), room.word_state(MARCIA)
    assert met is not None
    assert later is not None
    assert (met.locked, met.met) == (True, True)
    assert (later.locked, later.met) == (True, False)
    room.give_word(MARCIA, "blue heron")
    opened = room.word_state(MARCIA)
    assert opened is not None
    assert not opened.locked


def test_nobody_without_a_word_is_locked_out(room: Introductions, clock: FrozenClock, story: Story) -> None:
    story.known()
    room.set_quiet(MARCIA, "after_me", "t:q")
    clock.move(2 * IDLE)
    room.lock(MARCIA)
    state = room.word_state(MARCIA)
    assert state is not None
    assert not state.locked
    assert room.word_state("nobody") is None


def test_joining_two_chats_keeps_the_word_and_the_quiet_of_either(room: Introductions, story: Story) -> None:
    story.known(MARCIA)
    story.known(PHONE)
    room.set_quiet(MARCIA, "hours", "t:q", hours=(9, 12))
    room.set_word(PHONE, "blue heron")
    room.join(MARCIA, PHONE, "t:join")
    assert room.give_word(MARCIA, "blue heron") == "right"
    assert room.quiet(MARCIA).hours == (9, 12)
