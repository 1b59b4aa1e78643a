from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from introductions import Introductions
from introductions.clocks import Dates, due, upcoming
from introductions.states import State
from nwd.clock import FrozenClock
from tests.introductions.conftest import TUESDAY
from tests.introductions.steps import MARCIA, Story

WEEK = (0, 1, 2, 3, 4)


def on(day: str, hour: int = 10, minute: int = 0) -> datetime:
    return datetime.fromisoformat(day).replace(hour=hour, minute=minute, tzinfo=UTC)


def dates(state: State, **known: object) -> Dates:
    nothing = {
        "changed_at": TUESDAY,
        "anchor": TUESDAY,
        "paused_at": None,
        "round": 1,
        "hold_until": None,
        "contact_at": None,
    }
    return Dates(state=state, working_days=WEEK, **(nothing | known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "strikes"),
    [
        (State.SENT, [("reminder", "11-05"), ("promised_day", "11-06"), ("coordinator", "11-09"), ("expiry", "11-17")]),
        (State.ACCEPTED, [("contact_check", "11-10"), ("lapse", "11-17")]),
        (State.CONTACT_MADE, [("lapse", "12-01")]),
        (State.QUEUED, []),
        (State.CLOSED, []),
    ],
)
def test_each_state_has_its_clocks(state: State, strikes: list[tuple[str, str]]) -> None:
    anchor = None if state is State.QUEUED else TUESDAY
    found = upcoming(dates(state, anchor=anchor), frozenset())
    assert [(strike.name, f"{strike.at:%m-%d}") for strike in found] == strikes


def test_where_an_end_is_due_what_came_before_is_left_out() -> None:
    assert [strike.name for strike in due(dates(State.SENT), on("2026-12-01"), frozenset())] == ["expiry"]


def test_of_several_follow_ups_only_the_latest_is_asked() -> None:
    late = due(dates(State.MET, contact_at=TUESDAY), on("2026-12-01"), frozenset())
    assert [strike.once for strike in late] == ["follow_up:14_days"]
    after = dates(State.MET, contact_at=TUESDAY), on("2026-12-01"), frozenset({"follow_up:14_days"})
    assert due(*after) == []


def test_a_provider_that_never_answers(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, _ = story.sent()
    assert story.news() == ["introduction_sent"]
    mails: list[tuple[str, str, str]] = []
    told: list[tuple[str, list[str]]] = []
    while clock.now() < on("2026-11-19"):
        clock.move(timedelta(hours=6))
        room.tick(clock.now())
        room.tick(clock.now())
        mails += [(f"{clock.now():%m-%d}", mail.kind, mail.to) for mail in story.post()]
        if news := story.news():
            told.append((f"{clock.now():%m-%d}", news))
    assert sorted(mails) == [
        ("11-05", "reminder", "hello@kettle.example"),
        ("11-09", "coordinator", "coordinator@nwd.example"),
        ("11-09", "digest", "hello@kettle.example"),
        ("11-09", "second_contact", "ade@kettle.example"),
        ("11-16", "digest", "hello@kettle.example"),
    ]
    assert told == [("11-06", ["promised_day"]), ("11-17", ["expired"])]
    ended = room.introduction(introduction.id)
    struck = [event.kind for event in ended.events if event.actor == "clock"]
    digests = ["in_digest", "in_digest"]
    assert struck == ["reminded", "promised_day", "coordinator_told", *digests, "expired", "closed"]
    assert (ended.state, ended.ended_as) == ("closed", "expired")


def test_no_mail_but_the_first_letter_names_the_person(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.sent()
    for _ in range(30):
        clock.move(timedelta(days=1))
        room.tick(clock.now())
        for mail in story.post():
            assert "Marcia" not in mail.subject + mail.text + mail.html


def test_an_open_question_stops_the_clock_and_the_answer_lets_it_go_on(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, token = story.sent()
    clock.move(timedelta(days=1))
    room.ask(token, "Which day?")
    story.news()
    story.pass_time(days=7)
    assert story.news() == ["provider_question"]  # asked again, once; no reminder while the question is open
    room.answer_question(introduction.id, "Thursday", "k")
    assert story.state(introduction) == "question"
    clock.set(on("2026-11-12", 12))
    room.tick(clock.now())
    assert [mail.kind for mail in story.post()] == ["answer", "reminder"]


def test_a_question_that_nobody_answers_ends(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.ask(token, "Which day?")
    story.news()
    for _ in range(40):
        story.pass_time(days=1)
    assert story.news() == ["provider_question", "expired"]
    assert room.introduction(introduction.id).ended_as == "expired"


def test_a_hold_that_passed_starts_a_fresh_clock(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.not_yet(token, date(2026, 12, 1))
    story.news()
    clock.set(on("2026-12-01", 9))
    assert room.tick(clock.now()) == 0
    clock.set(on("2026-12-01"))
    assert room.tick(clock.now()) == 1
    assert [mail.kind for mail in story.post()] == ["hold_over"]
    assert story.news() == ["hold_over"]
    clock.set(on("2026-12-03"))
    room.tick(clock.now())
    assert [mail.kind for mail in story.post()] == ["reminder"]
    room.say_hello(token, "Ade", "Come in", "Monday")
    assert story.state(introduction) == "accepted"


def test_a_yes_without_contact_is_asked_after_and_lapses(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    story.news()
    clock.set(on("2026-11-10"))
    room.tick(clock.now())
    assert [mail.kind for mail in story.post()] == ["contact_check"]
    assert story.news() == ["no_contact_yet"]
    clock.set(on("2026-11-17"))
    room.tick(clock.now())
    assert (story.state(introduction), story.news()) == ("lapsed", ["lapsed"])


def test_both_sides_are_asked_how_it_went_and_it_closes(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    room.person_met(introduction.id, "met")
    story.news()
    asked: list[str] = []
    mails = []
    for day in range(120):
        clock.move(timedelta(days=1))
        room.tick(clock.now())
        mails += story.post()
        for one in room.pending_news(9):
            asked.append(f"{one.data['step']} {day + 1}")
            room.news_done(one.id)
            room.outcome(introduction.id, {"feeling": "welcome", "going": "yes"}, f"outcome {day}")
    assert asked == ["3_days 3", "14_days 14", "3_months 91"]
    assert [mail.kind for mail in mails] == ["follow_up"] * 3
    kinds = [event.kind for event in room.introduction(introduction.id).events]
    assert kinds[-1] == "closed"
    assert kinds.count("going") == 1


def test_a_silent_person_is_asked_twice_at_most(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    room.person_met(introduction.id, "met")
    story.news()
    asked = []
    for _ in range(120):
        story.pass_time(days=1)
        asked += story.news()
    assert asked == ["follow_up", "follow_up"]


def test_a_withdrawn_introduction_closes_by_itself(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    room.withdraw(introduction.id, by="person", reason="", key="w")
    story.news()
    story.pass_time(days=2)
    assert (story.state(introduction), room.introduction(introduction.id).ended_as) == ("closed", "withdrawn")


def test_an_end_is_not_closed_before_its_news_is_told(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.not_for_us(token, "full")
    story.pass_time(days=3)
    assert story.state(introduction) == "declined"
    story.news()
    story.pass_time(days=1)
    assert story.state(introduction) == "closed"


def test_a_letter_that_may_not_go_keeps_no_other_waiting(room: Introductions, story: Story, clock: FrozenClock) -> None:
    stopped = story.agreed("circle")
    room.wait_after_crisis(MARCIA, clock.now() + timedelta(days=1))
    other = story.agreed("circle", MARCIA.replace("0b7c", "1b7c"))
    [letter] = room.due_letters(limit=1)
    assert letter.introduction_id == other.id != stopped.id


def told_of_the_day(room: Introductions, story: Story) -> list[tuple[bool, bool]]:
    """Whether it says that the place was asked again, and that this was the promised day."""
    found = [(n.data["asked"], n.data["promised"]) for n in room.pending_news(50) if n.name == "promised_day"]
    story.news()
    return found


def test_the_promised_day_says_what_was_done(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.sent()
    for day in ("2026-11-05", "2026-11-06"):
        clock.set(on(day))
        room.tick()
        story.post()
    assert told_of_the_day(room, story) == [(True, True)]


@pytest.mark.parametrize("reminded_before", [True, False])
def test_after_a_hold_no_day_was_promised(
    room: Introductions, story: Story, clock: FrozenClock, *, reminded_before: bool
) -> None:
    """One reminder is all a letter has: where it went before the hold, none goes after it."""
    _, token = story.sent()
    if reminded_before:
        clock.set(on("2026-11-05"))
        room.tick()
    room.not_yet(token, date(2026, 12, 1))
    for day in ("2026-12-01", "2026-12-03", "2026-12-04"):
        clock.set(on(day))
        room.tick()
        story.post()
    assert told_of_the_day(room, story) == [(not reminded_before, False)]


def test_a_day_that_an_open_question_moved_is_not_the_promised_one(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, token = story.sent()
    room.ask(token, "Which day?")
    clock.set(on("2026-11-05"))
    room.answer_question(introduction.id, "Thursday", "k")
    for day in ("2026-11-09", "2026-11-10", "2026-11-11"):
        clock.set(on(day))
        room.tick()
        story.post()
    assert [promised for _, promised in told_of_the_day(room, story)] == [False]
