"""Transactions of the bot's store, and what its parts share: the cipher, the clock, the errors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.store.engine import READ_ONLY
from nwd.cipher import Cipher
from nwd.clock import Clock
from nwd.errors import NwdError
from nwd.writers import turn_to_write

# What SQLite and PostgreSQL raise when the same call may succeed later.
_PASSING = ("OperationalError", "LockNotAvailable", "DeadlockDetected", "SerializationFailure")


LONGEST_QUEUE_SECONDS = 2.0


class StoreBusyError(NwdError):
    """The database is locked or away; nothing was written and the same call may be made again."""

    retry = True
    response = "utter_busy"


class Database:
    """An engine with a cipher and a clock. All calls block: run them in a thread."""

    def __init__(self, engine: Engine, clock: Clock, cipher: Cipher) -> None:
        self.engine = engine
        self.cipher = cipher
        self._clock = clock
        self._dialect = sqlite if engine.dialect.name == "sqlite" else postgresql

    def now(self) -> datetime:
        return self._clock.now()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction, committed at the end. Raises StoreBusyError."""
        with turn_to_write(self.engine.url, LONGEST_QUEUE_SECONDS) as came:
            if not came:
                raise StoreBusyError("the database is busy: too many writers wait")
            with _as_busy(), self.engine.begin() as connection:
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One transaction that waits for nobody. Raises StoreBusyError."""
        with _as_busy(), self.engine.connect().execution_options(**READ_ONLY) as connection:
            yield connection

    def insert_once(self, table: Table) -> Insert:
        """An insert that does nothing where a unique row stands already."""
        insert: Insert = self._dialect.insert(table).on_conflict_do_nothing()
        return insert

    def seal(self, value: object) -> str:
        """Encrypted JSON; half a surrogate pair, which no encoding carries, becomes a question mark."""
        text = json.dumps(value, ensure_ascii=False).encode(errors="replace").decode()
        return self.cipher.encrypt(text)

    def unseal(self, sealed: str | None) -> Any:
        return None if sealed is None else json.loads(self.cipher.decrypt(sealed))


@contextmanager
def _as_busy() -> Iterator[None]:
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreBusyError("the database is busy: every connection is taken") from error
    except DBAPIError as error:
        if not _is_passing(error):
            raise
        raise StoreBusyError(f"the database is busy or away ({type(error.orig).__name__})") from error


def _is_passing(error: DBAPIError) -> bool:
    name = type(error.orig).__name__
    return error.connection_invalidated or name in _PASSING
