"""Words typed for somebody at a place: whose they are, and what is passed on of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from actions.passing_on import meant, words_for
from introductions.states import State
from knowledge.understanding.asides import Addressed
from tests.introductions.places import DIRECTORY

DEPS = cast("Any", SimpleNamespace(directory=lambda: DIRECTORY))


def introduction(service: str, state: State, contact: str = "") -> Any:
    provider = DIRECTORY.services[service].provider_id
    return SimpleNamespace(service_id=service, provider_id=provider, state=state, contact=contact or None)


CIRCLE = introduction("circle", State.ACCEPTED, "Nadia")
SKILLS = introduction("skills", State.SENT)
OVER = introduction("mending", State.WITHDRAWN)


@pytest.mark.parametrize(
    ("who", "whose"),
    [
        ("Nadia", CIRCLE),
        ("nadai", None),
        ("thread and kettle", CIRCLE),
        ("the town hall", SKILLS),
        ("them", CIRCLE),
        ("mend shed", None),
        ("Joan", None),
    ],
)
def test_whose_words_they_are(who: str, whose: Any) -> None:
    assert meant(DEPS, [SKILLS, CIRCLE, OVER], Addressed(who, "thank you")) is whose


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tell Nadia i will be late", "i will be late"),
        ("tell thread and kettle i will be late", "i will be late"),
        ("i will be late", "i will be late"),
    ],
)
def test_the_name_stays_behind(text: str, words: str) -> None:
    assert words_for(DEPS, CIRCLE, text, typed_to=True) == words


def test_what_was_not_typed_to_somebody_goes_as_it_stands() -> None:
    assert words_for(DEPS, CIRCLE, "tell Nadia i will be late", typed_to=False) == "tell Nadia i will be late"
