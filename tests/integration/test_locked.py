"""A database locked for a quarter of a minute: nobody is lost, told twice, or taken for someone new."""

from __future__ import annotations

import time
import uuid
from contextlib import ExitStack

import pytest

from tests.integration.conftest import Undisturbed
from tests.integration.installation import Installation
from tests.integration.steps import (
    LOCKED_SECONDS,
    NEXT,
    STORY,
    answered,
    brought_to_the_questions,
    locked,
    outages,
    told_of_the_outage,
    until_past,
    without_outages,
)

pytestmark = pytest.mark.rasa


def test_a_message_that_cannot_be_saved_is_refused_kindly_and_sent_again(
    installation: Installation, undisturbed: Undisturbed
) -> None:
    person = brought_to_the_questions(installation)
    message, end = uuid.uuid4().hex, time.monotonic() + LOCKED_SECONDS
    with locked(installation):
        while time.monotonic() < end:
            refused = person.post(message, text=STORY)
            assert refused.status_code == 503
            assert refused.headers["retry-after"] == "1"
            assert "sent again by itself" in refused.json()["message"]
    person.send(message, text=STORY)
    person.answer_to(message)
    person.say(NEXT)
    assert person.transcript == undisturbed.transcript
    assert person.facts() == undisturbed.facts()


def test_a_turn_outlasts_a_database_that_locks_under_it(installation: Installation, undisturbed: Undisturbed) -> None:
    person = brought_to_the_questions(installation)
    with ExitStack() as lock:
        with installation.rasa_hanging():
            message = person.send(text=STORY)
            lock.enter_context(locked(installation))
        until_past(time.monotonic() + LOCKED_SECONDS)
    answered(person, message, 3)
    person.say(NEXT)
    assert outages(person) <= 1
    assert without_outages(person) == undisturbed.transcript
    assert person.facts() == undisturbed.facts()


def test_while_trackers_are_locked_messages_wait_and_nobody_is_new(
    installation: Installation, undisturbed: Undisturbed
) -> None:
    known, new = brought_to_the_questions(installation), installation.person()
    end = time.monotonic() + LOCKED_SECONDS
    with locked(installation, trackers=True):
        message, first = known.send(text=STORY), new.send(text="hi")
        for person in (known, new):
            told_of_the_outage(person)
        until_past(end)
    answered(known, message, 3)
    answered(new, first, 2)
    known.say(NEXT)
    new.tap("I'm 18+ and I agree")
    new.say(STORY)
    new.say(NEXT)
    for person in (known, new):
        assert outages(person) == 1
        assert without_outages(person) == undisturbed.transcript
        assert person.facts() == undisturbed.facts()
