"""SIGKILL between any two commits: the turn runs once, is said once, and the conversation goes on."""

from __future__ import annotations

import json
import signal
from collections import Counter

import pytest
from sqlalchemy import text

from bot.store.engine import open_engine
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
    settings, theirs = installation.settings, {"conversation": person.id}
    on_server = not settings.database_url.startswith("sqlite")
    url = settings.database_url if on_server else f"sqlite:///{installation.folder / 'tracker.db'}"
    engine = open_engine(url, busy_seconds=15)
    with engine.begin() as connection:
        found = connection.execute(text("SELECT events FROM tracker WHERE conversation = :conversation"), theirs)
        events = json.loads(Cipher(settings.secrets).decrypt(found.scalar_one()))
    engine.dispose()
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
