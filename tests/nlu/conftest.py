"""Rasa and the action server that every test here shares."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.nlu.action_server import ActionServer
from tests.nlu.harness import ROOT, WHERE, Rasa
from tests.postgres import binaries, postgres


@pytest.fixture(scope="session")
def actions() -> Iterator[ActionServer]:
    server = ActionServer()
    yield server
    server.close()


@pytest.fixture(scope="session")
def model() -> Path:
    """Trained once; later runs find it by the fingerprint of the test dialogue."""
    done = subprocess.run(
        [sys.executable, "-m", "nlu.train", *map(str, WHERE)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip().splitlines()[-1])


@pytest.fixture(scope="session")
def start_rasa(
    model: Path, actions: ActionServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Rasa]]:
    started: list[Rasa] = []

    def start() -> Rasa:
        started.append(Rasa(tmp_path_factory.mktemp("rasa") / "nwd.db", actions.url))
        return started[-1]

    yield start
    for rasa in started:
        rasa.stop()


@pytest.fixture(scope="session")
def shared_rasa(start_rasa: Callable[[], Rasa]) -> Rasa:
    return start_rasa()


@pytest.fixture
def rasa(shared_rasa: Rasa, actions: ActionServer) -> Rasa:
    actions.reset()
    return shared_rasa


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    folder = binaries()
    if folder is None:
        pytest.skip("PostgreSQL is not installed")
    with postgres(folder) as url:
        yield url
