"""Empty databases for tests: of SQLite the tables are made once a process and copied, of a server they are emptied."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import StaticPool

from knowledge.store import metadata


def empty_database(path: Path) -> str:
    """The URL of a new database at ``path`` with every table known so far."""
    path.write_bytes(_empty(len(metadata.tables)))
    return f"sqlite:///{path}"


def emptied(engine: Engine) -> Engine:
    """The same engine of a SQLite file, on a new empty file: statements that it has compiled once stay compiled.

    Whoever still holds a connection from before goes on with the old file, which has no name any more.
    """
    engine.dispose()
    path = Path(str(engine.url.database))
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    empty_database(path)
    return engine


def empty_tables(engine: Engine) -> None:
    """Row by row, since truncating fifty tables that hold next to nothing takes a server a hundred times as long."""
    statements = [f'DELETE FROM "{table.name}"' for table in reversed(metadata.sorted_tables)]
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


@lru_cache
def _empty(_tables: int) -> bytes:
    """Made anew when more tables have been imported since."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    metadata.create_all(engine)
    connection = engine.raw_connection().driver_connection
    assert isinstance(connection, sqlite3.Connection)
    made = connection.serialize()
    engine.dispose()
    return made
