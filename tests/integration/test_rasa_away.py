"""Rasa stopped, hung or slow: one kind line at once, the answer when it is back."""

from __future__ import annotations

import pytest

from tests.integration.conftest import Undisturbed
from tests.integration.installation import PATIENCE, Installation
from tests.integration.steps import NEXT, OUTAGE, STORY, answered, brought_to_the_questions, outages, without_outages

pytestmark = pytest.mark.rasa


def test_while_rasa_is_stopped_a_message_is_kept_and_answered_later(
    installation: Installation, undisturbed: Undisturbed
) -> None:
    person = brought_to_the_questions(installation)
    assert installation.rasa
    installation.rasa.terminate()
    installation.rasa.wait(PATIENCE)
    message = person.send(text=STORY)
    person.hears(OUTAGE)
    later = person.send(text=NEXT)
    installation.start()
    person.until(lambda: {message, later} <= set(person.ended) and len(without_outages(person)) >= 4, "both answers")
    assert outages(person) == 1
    assert without_outages(person) == undisturbed.transcript
    assert person.facts() == undisturbed.facts()


def test_while_rasa_hangs_the_person_is_told_once_and_others_are_told_too(
    installation: Installation, undisturbed: Undisturbed
) -> None:
    people = [brought_to_the_questions(installation) for _ in range(3)]
    with installation.rasa_hanging():
        messages = [person.send(text=STORY) for person in people]
        for person in people:
            person.hears(OUTAGE)
    for person, message in zip(people, messages, strict=True):
        answered(person, message, 3)
        person.say(NEXT)
        assert outages(person) == 1
        assert without_outages(person) == undisturbed.transcript
        assert person.facts() == undisturbed.facts()


def test_danger_is_answered_at_once_without_rasa_whatever_waits(installation: Installation) -> None:
    person = brought_to_the_questions(installation)
    with installation.rasa_hanging():
        person.send(text=STORY)
        person.hears(OUTAGE)
        said = person.say("i want to kill myself tonight")
    assert any("116 123" in one["text"] for one in said)
    assert outages(person) == 1
