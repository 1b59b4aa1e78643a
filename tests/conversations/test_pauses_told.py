"""What somebody hears of a place that is paused: before the letter, at the yes, and while a letter waits."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.conversations.stage import Stage, Visitor

pytestmark = pytest.mark.rasa


@pytest.fixture
def visitor(stage: Stage) -> Iterator[Visitor]:
    visitor = stage.person()
    visitor.say("hello")
    visitor.tap("I'm 18+ and I agree")
    visitor.say("sewing is my thing, i want company, mornings, SW9")
    while "Introduce me" not in visitor.last.buttons:
        visitor.tap("Skip")
    yield visitor
    stage.go_on()


def pause(stage: Stage, visitor: Visitor) -> str:
    """Somebody else was scared at the first place that this person was shown."""
    people, other = stage.app.house.introductions, uuid.uuid4().hex
    service_id = people.offers(visitor.id)[0].service_id
    people.ensure_person(other)
    people.complain_of_harm(other, people.complain(other, "", "c"), service_id, "h")
    return service_id


def test_a_place_shown_before_is_not_introduced_to(stage: Stage, visitor: Visitor) -> None:
    pause(stage, visitor)
    assert "no new introductions to that place just now" in visitor.tap("Introduce me").text
    assert {"Show others", "A person"} <= visitor.last.buttons.keys()


def test_the_yes_to_a_letter_comes_too_late(stage: Stage, visitor: Visitor) -> None:
    visitor.tap("Introduce me")
    visitor.say("Bea")
    pause(stage, visitor)
    assert "no new introductions to that place just now" in visitor.say("I agree").text
    assert "No letter has gone out for you yet" in visitor.say("status").text


def test_a_letter_that_waits_is_told_of_and_goes_once_it_may(stage: Stage, visitor: Visitor) -> None:
    people = stage.app.house.introductions
    stage.move_clock(timedelta(hours=1))
    visitor.say("i want to end my life")  # letters agreed to before this wait
    visitor.say("mornings are best")
    visitor.tap("Carry on")
    stage.move_clock(timedelta(hours=-1))
    visitor.tap("Introduce me") if "Introduce me" in visitor.last.buttons else visitor.say("introduce me to the first")
    visitor.say("Bea")
    visitor.say("I agree")
    visitor.tap("Yes, write to me")
    service_id = pause(stage, visitor)
    heard = visitor.hear(["has not gone yet"])
    assert "It's not about you" in heard.text
    assert {"I'll wait", "Take it back", "Show others"} <= heard.buttons.keys()
    people.pause_service(service_id, by="test")
    assert "I kept your letter back" in visitor.hear(["I kept your letter back"]).text
    assert "I kept your letter back, so they have not seen it" in visitor.say("status").text
