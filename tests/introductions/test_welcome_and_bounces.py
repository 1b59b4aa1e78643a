"""What reaches the coordinator by itself: few felt welcome, in numbers; letters that come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from introductions import Introductions
from introductions.model import Outgoing
from introductions.store.checks import CheckRow, check_due
from introductions.store.welcome import is_low
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

COORDINATOR = "coordinator@nwd.example"


def person(number: int) -> str:
    return MARCIA.replace("0b7c1d5e", f"{number:08x}")


def meets(room: Introductions, story: Story, number: int, feeling: str) -> str:
    introduction, token = story.sent("circle", person(number))
    room.open_link(token)
    room.say_hello(token, "Ade", "tea", "Thursday")
    room.person_met(introduction.id, story.key())
    room.outcome(introduction.id, {"feeling": feeling}, story.key())
    return introduction.id


def told(story: Story, kind: str) -> list[Outgoing]:
    return [mail for mail in story.post() if mail.kind == kind]


@pytest.mark.parametrize(
    ("welcome", "okay", "bad", "low"),
    [
        (0, 0, 4, False),  # too few to say anything
        (0, 0, 5, True),
        (0, 5, 0, False),
        (0, 4, 1, True),
        (2, 0, 3, True),
        (3, 0, 3, False),
        (9, 0, 1, False),
    ],
)
def test_low_is_below_okay_on_the_mean_of_five_answers_or_more(welcome: int, okay: int, bad: int, low: bool) -> None:
    assert is_low({"welcome": welcome, "okay": okay, "bad": bad}) is low


def test_the_coordinator_hears_once_in_numbers_that_name_nobody(room: Introductions, story: Story) -> None:
    for number, feeling in enumerate(("bad", "bad", "okay", "bad")):
        meets(room, story, number, feeling)
        assert told(story, "welcome_low") == []
    for number in (4, 5, 6):
        meets(room, story, number, "bad")
        mails = told(story, "welcome_low")
        assert len(mails) == (number == 4)
        if mails:
            assert mails[0].to == COORDINATOR
            assert "5 people" in mails[0].text
            assert "0 felt welcome, 1 said that it was okay, 4 said not so good" in mails[0].text
            assert "Marcia" not in mails[0].text
            assert person(0) not in mails[0].text


def test_three_months_on_they_hear_again_if_it_is_still_low(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    for number in range(5):
        meets(room, story, number, "bad")
    assert len(told(story, "welcome_low")) == 1
    clock.move(timedelta(days=91))
    meets(room, story, 5, "bad")
    assert len(told(story, "welcome_low")) == 1


def test_one_person_counts_once_by_their_last_answer(room: Introductions, story: Story) -> None:
    introduction = meets(room, story, 0, "bad")
    for _ in range(6):
        room.outcome(introduction, {"feeling": "bad"}, story.key())
    for number, feeling in enumerate(("bad", "welcome", "welcome"), start=1):
        meets(room, story, number, feeling)
    assert told(story, "welcome_low") == []


def checks(engine: Engine) -> Sequence[tuple[str, str]]:
    with Session(engine) as session:
        return [(row.service_id, row.reason) for row in session.query(CheckRow)]


def test_a_letter_that_comes_back_reaches_the_coordinator_and_the_listing_is_asked_about(
    room: Introductions, story: Story, engine: Engine
) -> None:
    introduction = story.agreed()
    [letter] = story.post()
    for _ in range(2):
        room.letter_bounced(letter.message_id)
    [mail] = told(story, "bounced")
    assert mail.to == COORDINATOR
    assert introduction.short in mail.text
    assert "Thread & Kettle cannot be reached" in mail.text
    assert "Marcia" not in mail.text
    assert checks(engine) == [("circle", "bounced")]


def test_mail_to_our_own_people_about_a_letter_goes_with_its_person(room: Introductions, story: Story) -> None:
    story.agreed()
    [letter] = story.post()
    room.letter_bounced(letter.message_id)
    room.erase(MARCIA)
    assert [mail.kind for mail in story.post()] == ["please_delete"]


def test_a_letter_given_up_and_one_in_wrong_hands_reach_the_coordinator_too(
    room: Introductions, story: Story, engine: Engine, clock: FrozenClock
) -> None:
    story.agreed("skills")
    [letter] = room.due_letters(clock.now(), 5)
    room.letter_failed(letter.id, "refused with 550", None, refused=True)
    [mail] = told(story, "bounced")
    assert "Town Hall Skills could not be delivered" in mail.text
    _, token = story.sent("circle", person(1))
    room.not_meant_for_me(token)
    [mail] = told(story, "bounced")
    assert "reached somebody it was not for" in mail.text
    assert sorted(checks(engine)) == [("circle", "bounced"), ("skills", "bounced")]


def test_no_answer_and_a_place_that_has_closed_are_asked_about(
    room: Introductions, story: Story, engine: Engine
) -> None:
    _, token = story.sent()
    room.open_link(token)
    room.not_for_us(token, "full")
    assert checks(engine) == []
    _, token = story.sent("circle", person(1))
    room.open_link(token)
    room.not_for_us(token, "closed")
    assert checks(engine) == [("circle", "closed")]
    story.agreed("skills", person(2))
    story.pass_time(days=1)
    story.pass_time(days=60)
    assert sorted(checks(engine)) == [("circle", "closed"), ("skills", "expired")]


def test_a_check_that_is_due_stays_and_a_later_one_comes_sooner(engine: Engine, clock: FrozenClock) -> None:
    with Session(engine) as session:
        session.add(CheckRow(service_id="circle", due=clock.now() + timedelta(days=60), reason="sixty_days"))
        session.commit()
        check_due(session, "circle", "bounced", clock.now())
        check_due(session, "circle", "expired", clock.now())
        session.commit()
        [row] = session.query(CheckRow)
        assert (row.due, row.reason) == (clock.now(), "bounced")
