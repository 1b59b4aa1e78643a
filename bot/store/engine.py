"""One way to open a database: SQLite in WAL mode with plain transactions, or PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

__all__ = ["READ_ONLY", "Engine", "open_engine"]

READ_ONLY = {"nwd_read_only": True}


def open_engine(url: str, *, busy_seconds: float, own_begin: bool = False, pool_size: int = 8) -> Engine:
    """``busy_seconds`` is how long a writer waits for another before it gives up.

    With ``own_begin`` every SQLite transaction that is not marked READ_ONLY takes the write lock at its start.
    """
    if not url.startswith("sqlite"):
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
        milliseconds = int(busy_seconds * 1000)
        options = {"options": f"-c lock_timeout={milliseconds}"}
        return create_engine(url, pool_size=pool_size, pool_pre_ping=True, connect_args=options)
    engine = create_engine(url, pool_size=pool_size, pool_timeout=busy_seconds, connect_args={"timeout": busy_seconds})
    event.listen(engine, "connect", _prepare_sqlite)
    if own_begin:
        event.listen(engine, "connect", _leave_begin_to_us)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _leave_begin_to_us(connection: Any, _record: object) -> None:
    connection.isolation_level = None


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # what is erased does not stay in free pages, under any key


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at the start: a read that later wants to write could never wait for it.
    if connection.get_execution_options().get("nwd_read_only"):
        connection.connection.cursor().execute("BEGIN")  # this waits for nothing, so that no error of it needs a name
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
