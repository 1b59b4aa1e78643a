from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
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
from tests.databases import emptied, empty_database


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(datetime(2026, 11, 2, 12, tzinfo=UTC))


@pytest.fixture
def cipher() -> Cipher:
    return Cipher(["a secret for the tests that is long enough"])


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A SQLite file, or the PostgreSQL database that NWD_TEST_POSTGRES_URL names."""
    server = os.environ.get("NWD_TEST_POSTGRES_URL")
    url = server or empty_database(tmp_path_factory.mktemp("bot") / "bot.db")
    return open_engine(url, busy_seconds=0.2, own_begin=True)


@pytest.fixture
def engine(database: Engine) -> Iterator[Engine]:
    """With every table, and nothing in them."""
    if database.dialect.name == "sqlite":
        emptied(database)
    else:
        metadata.drop_all(database)
        metadata.create_all(database)
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
