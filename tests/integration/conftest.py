from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.integration.installation import Installation, opened
from tests.integration.steps import NEXT, STORY, brought_to_the_questions, outages

TRIES = 3


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One Rasa and one app for all tests here; each test is somebody else."""
    with opened(tmp_path_factory.mktemp("installation")) as ready:
        yield ready


@pytest.fixture
def installation(shared: Installation) -> Iterator[Installation]:
    """Running when the test begins, whatever the one before did to it."""
    shared.start()
    yield shared
    shared.points.unlink(missing_ok=True)


@dataclass(frozen=True)
class Undisturbed:
    """What somebody heard and told, noted at once: a later test moves the clock, and time forgets them."""

    transcript: list[tuple[str, str, tuple[str, ...]]]
    told: list[tuple[str, str, str | None, str]]

    def facts(self) -> list[tuple[str, str, str | None, str]]:
        return self.told


@pytest.fixture(scope="session")
def undisturbed(shared: Installation) -> Undisturbed:
    """Somebody to whom nothing happened, not even a machine that was slow for a moment."""
    shared.start()
    for _ in range(TRIES):
        person = brought_to_the_questions(shared)
        person.say(STORY)
        person.say(NEXT)
        if outages(person) == 0:
            return Undisturbed(person.transcript, person.facts())
    raise AssertionError(f"an answer was late in each of {TRIES} conversations, though nothing happened")
