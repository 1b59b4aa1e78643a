"""One person on two phones, through real Rasa."""

from __future__ import annotations

import re

import pytest

from tests.conversations.stage import Stage, Visitor

pytestmark = pytest.mark.rasa


def agreed(stage: Stage) -> Visitor:
    visitor = stage.person()
    visitor.say("hello")
    visitor.tap("I'm 18+ and I agree")
    return visitor


def code_in(text: str) -> str:
    found = re.search(r"Your code is (\w+)\.", text)
    assert found, text
    return found[1]


def test_a_conversation_goes_on_from_another_phone_at_the_same_question(stage: Stage) -> None:
    first = agreed(stage)
    first.say("I like sewing and cooking, mornings are best, I'm in SE5")
    asked = list(first.say("repeat").buttons)
    code = code_in(first.say("use my other phone").text)
    second = stage.person()
    second.say("hello")
    assert "now one" in second.say(code).text
    second.last = second.read()
    assert "sewing" in second.last.text
    assert list(second.last.buttons) == asked
    assert second.id == first.id
    heard = "".join(first.read().text for _ in range(2))  # the notice, and what is said since
    assert "Your other phone has joined" in heard


def join(first: Visitor, second: Visitor) -> str:
    """What the second chat reads once it is one with the first."""
    code = code_in(first.say("use my other phone").text)
    second.say(code)
    second.last = second.read()
    return second.last.text


def test_who_has_letters_hears_how_they_stand(stage: Stage) -> None:
    first, second = agreed(stage), stage.person()
    first.say("I like sewing, some company, mornings, SW9")
    first.say("introduce me to thread and kettle")
    first.say("Bea")
    first.say("I agree")
    second.say("hello")
    read = join(first, second)
    assert "Thread & Kettle" in read
    assert "Here is what I heard" not in read


def test_of_two_chats_that_told_nothing_nothing_is_shown(stage: Stage) -> None:
    first, second = agreed(stage), stage.person()
    asked = list(first.say("repeat").buttons)
    second.say("hello")
    assert "Here is what I heard" not in join(first, second)
    assert list(second.last.buttons) == asked


def test_a_number_is_put_right_where_the_time_is_asked(stage: Stage) -> None:
    visitor = agreed(stage)
    visitor.say("ring me")
    visitor.say("it's 07700 900456")
    assert "Evenings" in visitor.say("sorry its 07700-900 457").buttons
    visitor.say("10-12 14-17 or after 6")
    [request] = stage.app.house.introductions.export(visitor.id)["desk_request"]
    assert request["text"] == "sorry its 07700-900 457\n10-12 14-17 or after 6"


def test_the_number_to_ring_is_kept_for_a_person_and_never_told_to_the_dialogue(stage: Stage) -> None:
    visitor = agreed(stage)
    visitor.say("ring me")
    visitor.say("it's 07700 900456")
    visitor.tap("Evenings")
    held = stage.app.house.introductions.export(visitor.id)
    [request] = held["desk_request"]
    assert (request["kind"], request["text"]) == ("call", "it's 07700 900456\nEvenings")
    assert not any("900456" in str(fact) for fact in held["fact"])
