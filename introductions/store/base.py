"""Transactions: one writer at a time on SQLite, and writes that happen once per key."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter
from sqlalchemy import Engine, Select, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from introductions.errors import UnknownPerson
from introductions.model import Remembered
from introductions.store.tables import PersonRow, WriteRow
from introductions.values import Values
from knowledge.directory import Directory
from nwd.cipher import Cipher
from nwd.clock import Clock
from nwd.writers import turn_to_write

T = TypeVar("T")
LONGEST_QUEUE_SECONDS = 5.0
"""Then a writer tries all the same, and the database says that it is busy."""
_ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
"""Letters and figures that are not mistaken for one another when said or written by hand."""


@lru_cache(maxsize=64)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def new_id() -> str:
    return str(uuid.uuid4())


def new_short() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(6))


@dataclass(frozen=True)
class Base:
    """What every part of the store is built with."""

    engine: Engine
    directory: Callable[[], Directory]
    clock: Clock
    cipher: Cipher
    values: Values

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that may write. On SQLite it takes the write lock first, so it never fails half-way
        for it.
        """
        with (
            turn_to_write(self.engine.url, LONGEST_QUEUE_SECONDS),
            Session(self.engine, expire_on_commit=False) as session,
        ):
            if self.engine.dialect.name == "sqlite":
                _begin_immediate(session)
            yield session
            session.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with Session(self.engine) as session:
            session.connection(execution_options={"nwd_read_only": True})
            yield session

    def finds(self, wanted: Select[Any]) -> bool:
        """Whether there is any of it now: a look that keeps no writer waiting."""
        with self.engine.connect().execution_options(nwd_read_only=True) as connection:
            return connection.execute(wanted.limit(1)).first() is not None

    def once(self, subject: str, name: str, key: str, kind: Any, act: Callable[[Session], T]) -> T:
        """Run ``act`` in one transaction with the record of its key; give back the first result ever after.

        ``subject`` is whose write it is (a person's id), ``kind`` the type of the result. If ``act`` raises, nothing is
        written, and the key stays free.
        """
        try:
            with self.writing() as session:
                return self._first(session, WriteRow(subject=subject, name=name, key=key), kind, act)
        except IntegrityError:
            with self.reading() as session:
                before = _kept(session, subject, name, key)
            if before is None:
                raise
            return cast("T", _read(before, kind))

    def _first(self, session: Session, row: WriteRow, kind: Any, act: Callable[[Session], T]) -> T:
        before = _kept(session, row.subject, row.name, row.key)
        if before is not None:
            return cast("T", _read(before, kind))
        row.at = self.clock.now()
        session.add(row)
        session.flush()
        result = act(session)
        row.result = _adapter(kind).dump_json(result).decode()
        return result


def _begin_immediate(session: Session) -> None:
    connection = session.connection()
    if not getattr(connection.connection.dbapi_connection, "in_transaction", True):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _kept(session: Session, subject: str, name: str, key: str) -> WriteRow | None:
    return session.scalar(select(WriteRow).filter_by(subject=subject, name=name, key=key))


def _read(row: WriteRow, kind: Any) -> Any:
    return _adapter(kind).validate_json(row.result or "null")


def blank_first_results(session: Session, person_id: str) -> None:
    """First results of ``remember`` hold facts too: what is forgotten does not stay in them."""
    nothing = _adapter(Remembered).dump_json(Remembered()).decode()
    mine = (WriteRow.subject == person_id) & (WriteRow.name == "remember")
    session.execute(update(WriteRow).where(mine).values(result=nothing))


def person_row(session: Session, person_id: str) -> PersonRow:
    """The person, locked until the end of the transaction, so that two writes about one person follow each other."""
    row = session.get(PersonRow, person_id, with_for_update=True)
    if row is None:
        raise UnknownPerson(f"nobody is kept as {person_id}")
    return row
