"""Turning everything encrypted over to the newest key, a few rows at a time, while everything runs."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Column, Table, Text, select, tuple_, type_coerce, update
from sqlalchemy.types import String, TypeDecorator

from introductions.store.base import Base
from introductions.store.columns import Encrypted, EncryptedJson
from knowledge.store import metadata
from nwd.cipher import CipherError

BATCH = 200
SEALED = "gAAAA%"
"""How everything that the cipher seals begins (Fernet's version and the high bytes of its time)."""


class Turned(NamedTuple):
    """Values turned over now, values that stood under the newest key already, and values no key opens."""

    turned: int = 0
    stood: int = 0
    lost: int = 0

    def and_(self, other: Turned) -> Turned:
        return Turned(self.turned + other.turned, self.stood + other.stood, self.lost + other.lost)


class Rotation(Base):
    def rotate_keys(self) -> dict[str, Turned]:
        """Re-encrypt everything under the first of the cipher's secrets; counts by table, of tables that hold any.

        Every text column of the shared registry is looked through for sealed values, whoever sealed them. Stopped
        half-way it may simply be run again: all keys open what is stored, and what stands under the newest is left.
        """
        counts: dict[str, Turned] = {}
        for table in metadata.sorted_tables:
            for column in filter(_may_be_sealed, table.columns):
                found = self._turn_over(table, column)
                if any(found):
                    counts[table.name] = counts.get(table.name, Turned()).and_(found)
        return counts

    def _turn_over(self, table: Table, column: Column[Any]) -> Turned:
        keys, raw = list(table.primary_key.columns), type_coerce(column, Text)
        wanted = select(*keys, raw.label("sealed_")).where(raw.like(SEALED)).order_by(*keys).limit(BATCH)
        done, last = Turned(), None
        while True:
            page = wanted if last is None else wanted.where(tuple_(*keys) > tuple_(*last))
            with self.writing() as session:
                rows = session.execute(page).all()
                for row in rows:
                    fresh, found = self._fresh(row.sealed_)
                    done = done.and_(found)
                    if fresh is not None:
                        # A value that changed meanwhile was written under the new key already.
                        same = [key == value for key, value in zip(keys, row, strict=False)]
                        value = {column.name: type_coerce(fresh, Text)}
                        session.execute(update(table).where(*same, raw == row.sealed_).values(value))
            if len(rows) < BATCH:
                return done
            last = list(rows[-1])[: len(keys)]

    def _fresh(self, sealed: str) -> tuple[str | None, Turned]:
        if self.cipher.is_newest(sealed):
            return None, Turned(stood=1)
        try:
            return self.cipher.rotate(sealed), Turned(turned=1)
        except CipherError:
            return None, Turned(lost=1)


def _may_be_sealed(column: Column[Any]) -> bool:
    """Text of any length that is no key of its table."""
    if column.primary_key or column.foreign_keys:
        return False
    known = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    long_enough = not getattr(known, "length", None)
    return isinstance(column.type, Encrypted | EncryptedJson) or (isinstance(known, String) and long_enough)
