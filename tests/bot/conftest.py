from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine

from bot.copy import Copy
from bot.rasa_client import RasaClient
from bot.store.engine import open_engine
from bot.wiring import Bot, Outside, wire
from knowledge.store import metadata
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk, check, contacts
from tests.bot.stub_rasa import StubRasa
from tests.databases import emptied, empty_database, empty_tables
from tests.postgres import binaries, postgres

ON_BOTH = (
    "test_crash_points.py",
    "test_erasing_while_they_write.py",
    "test_gateway.py",
    "test_poison.py",
    "test_worker.py",
)
"""What rests on locks, leases, claims and the order of rows."""


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(datetime(2026, 11, 2, 12, tzinfo=UTC))


@pytest.fixture
def cipher() -> Cipher:
    return Cipher(["a secret for the tests that is long enough"])


@pytest.fixture(scope="session")
def dialect() -> str:
    """SQLite; the files of ``ON_BOTH`` run on a PostgreSQL server as well."""
    return "sqlite"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if Path(metafunc.module.__file__ or "").name in ON_BOTH and "engine" in metafunc.fixturenames:
        both = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
        metafunc.parametrize("dialect", both, scope="session")


@pytest.fixture(scope="session")
def database(dialect: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Empty tables on a file, or on a server that is started for it."""
    if dialect == "sqlite":
        url = empty_database(tmp_path_factory.mktemp("bot") / "bot.db")
        yield open_engine(url, busy_seconds=0.2, own_begin=True)
        return
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL's server programs are not installed: apt-get install postgresql")
    with postgres(programs) as url:
        server = open_engine(url, busy_seconds=0.2, own_begin=True)
        metadata.create_all(server)
        yield server
        server.dispose()


@pytest.fixture
def engine(database: Engine) -> Iterator[Engine]:
    """With every table, and nothing in them."""
    if database.dialect.name == "sqlite":
        emptied(database)
    else:
        empty_tables(database)
    yield database
    database.dispose()


@pytest.fixture
def stub() -> StubRasa:
    return StubRasa()


@pytest.fixture
def rebuild(engine: Engine, clock: FrozenClock, cipher: Cipher, stub: StubRasa) -> Callable[..., Bot]:
    """A fresh set of objects on the same database, as after a restart."""

    def build(**more: Any) -> Bot:
        transport = httpx.ASGITransport(stub.app())
        rasa = RasaClient("http://rasa", "token-of-the-tests", seconds=1.0, transport=transport)
        return wire(Outside(engine, clock, cipher, rasa, Copy(), check, contacts, **more))

    return build


@pytest.fixture
async def bot(rebuild: Callable[..., Bot]) -> AsyncIterator[Bot]:
    bot = rebuild()
    yield bot
    await bot.close()


@pytest.fixture
def talk(bot: Bot) -> Talk:
    return Talk(bot)
