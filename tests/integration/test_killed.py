"""SIGKILL between any two commits: the turn runs once, is said once, and the conversation goes on."""

from __future__ import annotations

import json
import signal
import sqlite3
from collections import Counter

import pytest

from nwd.cipher import Cipher
from tests.integration.conftest import Undisturbed
from tests.integration.installation import Installation, Person
from tests.integration.steps import NEXT, STORY, answered, brought_to_the_questions, outages, without_outages

pytestmark = pytest.mark.rasa


@pytest.mark.parametrize("place", ["claim", "turn begun", "action", "answer", "outbox", "rasa: action", "rasa: save"])
def test_a_turn_runs_once_though_a_process_is_killed(
    installation: Installation, undisturbed: Undisturbed, place: str
) -> None:
    person = brought_to_the_questions(installation)
    installation.kill_at(place)
    message = person.send_once(text=STORY)
    installation.died()
    installation.start()
    person.send(message, text=STORY)  # as a client does that was never told
    answered(person, message, 3)
    person.say(NEXT)
    assert outages(person) <= 1
    assert without_outages(person) == undisturbed.transcript
    assert person.facts() == undisturbed.facts()
    assert max(turns_in_tracker(installation, person).values()) == 1


def turns_in_tracker(installation: Installation, person: Person) -> Counter[str]:
    """How often Rasa's tracker holds each message of a person."""
    with sqlite3.connect(installation.folder / "tracker.db") as database:
        found = database.execute("SELECT events FROM tracker WHERE conversation = ?", [person.id]).fetchone()
    database.close()
    events = json.loads(Cipher(installation.settings.secrets).decrypt(found[0]))
    return Counter(event["message_id"] for event in events if event["event"] == "user")


def test_a_conversation_goes_on_at_the_same_question_after_both_were_killed(
    installation: Installation, undisturbed: Undisturbed
) -> None:
    person = brought_to_the_questions(installation)
    person.say(STORY)
    assert installation.app
    assert installation.rasa
    for process in (installation.app, installation.rasa):
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    installation.start()
    person.say(NEXT)
    assert person.transcript == undisturbed.transcript
    assert person.facts() == undisturbed.facts()
