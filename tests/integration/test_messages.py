"""Messages that are doubled, crossed, odd or hostile."""

from __future__ import annotations

import uuid

import pytest

from tests.integration.conftest import Undisturbed
from tests.integration.installation import Installation
from tests.integration.steps import NEXT, STORY, brought_to_the_questions

pytestmark = pytest.mark.rasa

ODD = {
    "nothing": "",
    "blanks": " \n\t ",
    "one word of ten thousand": "x" * 10_000,
    "emoji only": "🌧️🌧️🙃",
    "control characters": "\x00\x01\x07\x1b\x7f",
    "direction marks": "\u202e\u200b\ufeff",
    "half a pair": "\ud83d",
    "an intent with a slash": '/intent{"x":1}',
    "an intent of ours": "/delete_data",
    "restart": "/restart",
    "a session start": "/session_start",
    "markup": "<img src=x onerror=alert(1)>",
    "braces": "{name} {{ 7*7 }} %s ${HOME}",
}
LONGEST_REPLY = 4000


def test_two_messages_at_once_are_both_taken_in(installation: Installation) -> None:
    person = brought_to_the_questions(installation)
    one, two = uuid.uuid4().hex, uuid.uuid4().hex
    answers = person.at_once((one, {"text": "I used to sew a lot"}), (two, {"text": "and I have asthma"}))
    assert [answer.status_code for answer in answers] == [202, 202]
    person.until(lambda: {one, two} <= set(person.ended), "an answer to both")
    codes = {code for _, _, code, _ in person.facts()}
    assert {"interest.arts_crafts", "health.heart_lungs"} <= codes
    assert person.ended.count(one) == person.ended.count(two) == 1


def test_the_same_id_many_times_at_once_is_one_message(installation: Installation, undisturbed: Undisturbed) -> None:
    person = brought_to_the_questions(installation)
    message = uuid.uuid4().hex
    answers = person.at_once(*[(message, {"text": STORY})] * 8)
    assert {answer.status_code for answer in answers} == {202}
    person.answer_to(message)
    person.say(NEXT)
    assert person.transcript == undisturbed.transcript
    assert person.ended.count(message) == 1


def test_a_button_pressed_twice_counts_once(installation: Installation) -> None:
    person = installation.person()
    person.say("hi")
    agree, once, again = person.button("I'm 18+ and I agree"), uuid.uuid4().hex, uuid.uuid4().hex
    person.at_once((once, {"button": agree}), (again, {"button": agree}))
    person.until(lambda: {once, again} <= set(person.ended), "an end to both presses")
    assert person.text.count("Tell me a bit about you") == 1
    assert "earlier question" not in person.text


def test_an_old_button_changes_nothing_and_the_open_question_comes_back(installation: Installation) -> None:
    person = brought_to_the_questions(installation)
    old = person.button("I'm under 18")
    before = person.facts()
    said = person.answer_to(person.send(button=old))
    assert "earlier question" in said[0]["text"]
    assert "Tell me a bit about you" in said[-1]["text"]
    assert person.facts() == before


def test_a_button_of_somebody_else_is_no_button(installation: Installation) -> None:
    one, other = installation.person(), installation.person()
    one.say("hi")
    other.say("hi")
    said = other.answer_to(other.send(button=one.button("I'm 18+ and I agree")))
    assert "Tell me a bit about you" not in said[-1]["text"]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_message_gets_a_kind_line_and_loses_nobody_their_place(installation: Installation, text: str) -> None:
    person = brought_to_the_questions(installation)
    person.say(STORY)
    before = person.facts()
    said = person.say(text)
    assert said
    assert all(one["text"].strip() and len(one["text"]) < LONGEST_REPLY for one in said)
    assert not any(words in person.text for words in ("slow today", "got stuck"))
    assert person.asked() == "hopes"
    assert person.facts() == before
    person.say(NEXT)
    assert person.asked() not in (None, "hopes")


def test_of_ten_thousand_characters_the_first_pages_are_read(installation: Installation) -> None:
    person = brought_to_the_questions(installation)
    said = person.say(" and ".join(f"I like sewing hat {number}" for number in range(450)))
    assert "the first two pages" in said[0]["text"]
    assert person.asked() not in (None, "story")
    assert "interest.arts_crafts" in {code for _, _, code, _ in person.facts()}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"text": "hi"}, 400),
        ({"id": "x", "text": "hi", "button": "b"}, 400),
        ({"id": "x", "text": 7}, 400),
        ({"id": "../x", "text": "hi"}, 400),
        ({"id": "x", "text": "y" * 200_000}, 413),
    ],
    ids=["empty", "no id", "text and button", "a number", "an id with a path", "too large"],
)
def test_a_malformed_request_is_told_what_is_wrong(
    installation: Installation, body: dict[str, object], status: int
) -> None:
    answer = installation.post(body)
    assert answer.status_code == status
    assert answer.json()["message"]
