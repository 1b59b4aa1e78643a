"""A room on a fresh database, a frozen clock and a small invented directory; on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from bot.store.engine import open_engine
from introductions import Introductions, open_introductions
from knowledge.store import metadata
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.databases import emptied, empty_database, empty_tables
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import Settings, Story
from tests.postgres import binaries, postgres

TUESDAY = datetime(2026, 11, 3, 11, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Engine]:
    found = binaries()
    if found is None:
        pytest.skip("PostgreSQL's server programs are not installed: apt-get install postgresql")
    with postgres(found) as url:
        engine = open_engine(url, busy_seconds=15)
        metadata.create_all(engine)
        yield engine
        engine.dispose()


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return open_engine(empty_database(tmp_path_factory.mktemp("introductions") / "nwd.db"), busy_seconds=15)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "postgres":
        server: Engine = request.getfixturevalue("postgres_server")
        empty_tables(server)
        yield server
        return
    yield emptied(request.getfixturevalue("sqlite_file"))
    request.getfixturevalue("sqlite_file").dispose()


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(TUESDAY)


@pytest.fixture
def cipher() -> Cipher:
    return Cipher(["a secret of the tests, long enough for it"])


@pytest.fixture
def room(engine: Engine, clock: FrozenClock, cipher: Cipher) -> Introductions:
    return open_introductions(engine, lambda: DIRECTORY, clock, cipher, Settings())


@pytest.fixture
def story(room: Introductions, clock: FrozenClock) -> Story:
    return Story(room, clock)
