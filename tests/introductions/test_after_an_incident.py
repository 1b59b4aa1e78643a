"""After a leak: what waited for an answer has ended, no words pass to or from the place, and nobody hears otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from introductions import Introductions
from introductions.errors import LineShut, NothingToAnswer, RelayClosed
from nwd.clock import FrozenClock
from tests.introductions.steps import Story


def draft(provider: str, exposed: Mapping[str, Any]) -> str:
    return f"{provider}: {'ended' if exposed['ended'] else 'stands'}"


def leaked(room: Introductions, clock: FrozenClock) -> dict[str, Any]:
    return room.open_incident("kettle", clock.now() - timedelta(days=1), by="jo", draft=draft)


def reasons(room: Introductions, introduction_id: str) -> list[Any]:
    return [event.data.get("reason") for event in room.introduction(introduction_id).events if event.data]


@pytest.mark.parametrize(("answer", "state"), [("", "failed"), ("ask", "failed"), ("not_yet", "expired")])
def test_what_waited_for_an_answer_ends_with_its_reason(
    room: Introductions, story: Story, clock: FrozenClock, answer: str, state: str
) -> None:
    introduction, token = story.sent()
    if answer:
        getattr(room, answer)(token, date(2026, 11, 20) if answer == "not_yet" else "Which day?")
    story.news()
    found = leaked(room, clock)
    assert story.state(introduction) == state
    assert "incident" in reasons(room, introduction.id)
    assert room.introduction(introduction.id).standing(()) == "shut"
    assert found["people"][0]["message"] == "Thread & Kettle: ended"
    with pytest.raises(RelayClosed):
        room.say_to_provider(introduction.id, "hello", "k1")
    with pytest.raises(NothingToAnswer):
        room.answer_question(introduction.id, "Thursday", "k2")


def test_its_person_hears_what_was_approved_and_never_that_the_place_did_not_answer(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    story.sent()
    story.news()
    found = leaked(room, clock)
    room.approve_incident(found["id"], by="jo")
    heard = story.news()
    for _ in range(20):
        story.pass_time(days=1)
        heard += story.news()
    assert heard == ["data_incident"]


def test_what_was_arranged_stands_and_no_words_pass_even_after_it_is_closed(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    story.news()
    found = leaked(room, clock)
    assert (story.state(introduction), found["people"][0]["message"]) == ("accepted", "Thread & Kettle: stands")
    for _ in range(2):
        assert room.line(introduction.id) == "shut"
        with pytest.raises(LineShut):
            room.say_to_provider(introduction.id, "See you", story.key())
        assert room.no_contact(introduction.id, story.key()) == "not_asked"
        room.close_incident(found["id"])
    assert story.post() == []


def test_a_reply_from_the_leaked_mailbox_reaches_nobody(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    story.news()
    found = leaked(room, clock)
    assert not room.mail_reply(introduction.id, "Come to the back door instead", "<m1>")
    assert not room.mail_reply(introduction.id, "2 new people a week", "<m2>")
    assert story.news() == []
    assert room.week_of("kettle").people is None
    assert story.post() == [], "nothing goes to a mailbox that leaks"
    room.close_incident(found["id"])
    clock.move(timedelta(hours=2))
    assert {mail.kind for mail in story.post()} == {"not_passed_ended"}
