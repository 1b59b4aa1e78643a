"""Random sequences of what people, providers, mail servers and clocks do; the promises hold after every step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from sqlalchemy import Engine

from introductions.calendar import next_loud
from introductions.model import Event, Introduction, News
from introductions.states import CHANGES, State
from tests.databases import empty_tables
from tests.introductions.lives import BEGINNINGS, Lives
from tests.introductions.steps import Settings

TOLD = {
    "sent": "introduction_sent",
    "asked": "provider_question",
    "asked_again": "provider_question",
    "accepted": "provider_accepted",
    "on_hold": "provider_on_hold",
    "declined": "provider_declined",
    "expired": "expired",
    "lapsed": "lapsed",
    "failed": "introduction_failed",
    "promised_day": "promised_day",
    "hold_over": "hold_over",
    "contact_check": "no_contact_yet",
    "follow_up": "follow_up",
    "also": "provider_suggests",
    "finished": "provider_finished",
    "cannot_reach": "provider_cannot_reach",
    "letters_waiting": "letters_waiting",
    "waits": "introduction_waits",
}
"""Events that concern the person, and the news each of them brings."""
OF_ITS_DAY = {"promised_day", "hold_over", "no_contact_yet", "follow_up", "provider_question"}
"""News that something newer may overtake before it is told."""
ASKED_AT_MOST = 2
"""Follow-ups without an answer; then a silent person is left in peace."""

Letters = Sequence[Introduction]


def meant_for_the_person(events: Sequence[Event]) -> Iterator[str]:
    for event in events:
        if event.kind in ("failed", "declined", "lapsed") and event.data.get("reason") == "wrong_address":
            yield "not_meant_for_me"
        elif event.kind == "failed" and event.data.get("reason") == "paused":
            yield "introduction_stopped"
        elif event.kind == "withdrawn" and event.actor != "person":
            yield "introduction_withdrawn"
        elif event.kind == "wrote" and event.actor == "provider":
            yield "relayed"
        elif event.kind == "relay_stopped" and event.actor == "provider":
            yield "relay_stopped"
        elif event.kind in TOLD:
            yield TOLD[event.kind]


class Promises(Lives):
    """What is promised. ``reached`` counts the states that all lives together came to."""

    reached: ClassVar[Counter[State]] = Counter()

    def teardown(self) -> None:
        for one in self.letters():
            self.reached.update({event.after for event in one.events})

    @invariant()
    def every_promise_holds(self) -> None:
        self.room.tick(self.clock.now())  # the worker never stands still
        letters = self.letters()
        self.nothing_is_sent_that_was_not_shown_and_agreed()
        self.a_letter_taken_back_never_leaves_again(letters)
        self.a_letter_sent_again_is_the_same_letter()
        self.the_person_is_told_of_every_change_exactly_once(letters)
        self.every_change_is_one_the_table_allows_and_each_follows_the_last(letters)
        self.no_state_is_without_a_next_step_or_an_end(letters)

    def nothing_is_sent_that_was_not_shown_and_agreed(self) -> None:
        for mail in self.left:
            if mail.kind == "introduction":
                assert (mail.subject, mail.text, mail.html) == self.agreed[str(mail.introduction_id)]
            else:
                assert "Marcia" not in mail.subject + mail.text + mail.html

    def a_letter_taken_back_never_leaves_again(self, letters: Letters) -> None:
        for introduction_id, seen in self.taken_back_at.items():
            later = [mail.kind for mail in self.left[seen:] if mail.introduction_id == introduction_id]
            assert set(later) <= {"withdrawn"}
        for one in letters:
            if one.id in self.taken_back_at:
                assert one.ended_as == State.WITHDRAWN

    def a_letter_sent_again_is_the_same_letter(self) -> None:
        twins = {(m.message_id, m.subject, m.text, m.html, m.to, m.written_at) for m in self.left}
        assert len(twins) == len({m.message_id for m in self.left})

    def the_person_is_told_of_every_change_exactly_once(self, letters: Letters) -> None:
        news = [*self.heard, *self.room.pending_news(500)]
        assert len({one.id for one in news}) == len(news)
        now = self.clock.now()
        if next_loud(now, Settings().quiet_hours) > now:
            return  # what is for the person waits for the morning
        for one in letters:
            theirs = [n for n in news if n.introduction_id == one.id]
            told_of_all(theirs, list(meant_for_the_person(one.events)))

    def every_change_is_one_the_table_allows_and_each_follows_the_last(self, letters: Letters) -> None:
        for one in letters:
            now = State.DRAFT
            for event in one.events:
                assert event.before == now
                assert event.after == event.before or event.after in CHANGES[event.before]
                now = event.after
            assert now == one.state

    def no_state_is_without_a_next_step_or_an_end(self, letters: Letters) -> None:
        for one in letters:
            waiting = one.state == State.QUEUED and self.room.waiting_mail(one.id)
            assert one.state == State.CLOSED or waiting or self.room.next_strikes(one.id), one.state


def told_of_all(news: Sequence[News], meant: list[str]) -> None:
    """Each in its order and once; only what was for its day may be missing, and only where something newer was told.

    Read from the newest back. Of follow-ups, a person who left two unanswered gets no third.
    """
    told = [one.name for one in news]
    chased = meant.count("follow_up") > ASKED_AT_MOST
    newest = True
    for name in reversed(told):
        while meant and meant[-1] != name:
            missing = meant.pop()
            assert missing in OF_ITS_DAY and (not newest or (chased and missing == "follow_up")), (missing, told)  # noqa: PT018
        assert meant, f"{name} was told though nothing had happened"
        meant.pop()
        newest = False
    assert set(meant) <= (OF_ITS_DAY if told else set()), (meant, told)


def lives(engine: Engine, start: str) -> None:
    """Always the same lives, so that what they reach can be counted."""

    def begin() -> Promises:
        empty_tables(engine)
        return Promises(engine, start)

    run_state_machine_as_test(begin, settings=LIVES)  # type: ignore[arg-type]


@pytest.mark.long
@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
def test_the_promises_hold_whatever_happens(engine: Engine) -> None:
    Promises.reached.clear()
    for start in BEGINNINGS:
        lives(engine, start)
    assert Promises.reached.keys() >= set(State) - {State.DRAFT, State.DISCARDED}, Promises.reached


LIVES = settings(
    max_examples=8, stateful_step_count=20, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck), phases=[Phase.generate],
)  # fmt: skip
