from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.installation import Installation, opened
from tests.integration.steps import NEXT, STORY, brought_to_the_questions, outages
from tests.postgres import binaries, postgres

TRIES = 3


ON_BOTH = ("test_killed.py", "test_locked.py", "test_messages.py", "test_rasa_away.py")
"""Run where the app and Rasa both keep everything on a PostgreSQL server too, by ``make test-long``."""


@pytest.fixture(scope="session")
def dialect() -> str:
    return "sqlite"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if Path(metafunc.module.__file__ or "").name in ON_BOTH and "shared" in metafunc.fixturenames:
        server = pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.long])
        metafunc.parametrize("dialect", ["sqlite", server], scope="session")


@pytest.fixture(scope="session")
def shared(dialect: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One Rasa and one app for all tests here; each test is somebody else."""
    folder = tmp_path_factory.mktemp("installation")
    if dialect == "sqlite":
        with opened(folder) as ready:
            yield ready
        return
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL's server programs are not installed: apt-get install postgresql")
    with postgres(programs) as url, opened(folder, url) as ready:
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
