"""The directory in the database, and the table registry that every other store of the project joins.

The columns hold what is looked up or checked; the rest of a listing is one JSON document, whose shape
``knowledge.records`` knows. Nothing here is about residents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    Engine,
    ForeignKey,
    MetaData,
    String,
    Table,
    Text,
    cast,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.directory import Directory
from knowledge.listing import Capacity, Provider, ProviderKind, Service
from knowledge.records import provider_from, record_of, service_from

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _among(column: str, values: Any) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in get_args(values))})", name=column)


provider = Table(
    "provider",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("name", String(300), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("letter_email", String(320), nullable=False, default=""),
    Column("sample", Boolean, nullable=False, default=False),
    Column("document", JSON, nullable=False),
    _among("kind", ProviderKind),
)

service = Table(
    "service",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("provider_id", ForeignKey("provider.id"), nullable=False, index=True),
    Column("name", String(300), nullable=False),
    Column("capacity", String(10), nullable=False),
    Column("checked", Date),
    Column("funded_until", Date),
    Column("document", JSON, nullable=False),
    _among("capacity", Capacity),
)

_INSERTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class DirectoryStore:
    """Reads and writes listings; each method is one transaction.

    Nothing is ever deleted: a feed that lost a record, or a fetch that failed, must not unmake a place that somebody
    was introduced to.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._read: tuple[Sequence[Sequence[str]], Directory] | None = None

    def load(self) -> Directory:
        """Every listing in the order of ids; empty before the first import.

        The very directory of last time while no listing has changed, so that what was worked out for it serves again.
        """
        with self._engine.connect() as connection:
            written = [_documents(connection, table) for table in (provider, service)]
        before = self._read
        if before is not None and before[0] == written:
            return before[1]
        providers, services = ([json.loads(document) for document in documents] for documents in written)
        directory = Directory.of(
            filter(None, (provider_from(document, _from_a_newer_release) for document in providers)),
            filter(None, (service_from(document, _from_a_newer_release) for document in services)),
        )
        self._read = written, directory
        return directory

    def save(self, directory: Directory) -> None:
        """Writes all of it over what is there; listings that it lacks stay."""
        self.upsert(directory.providers.values(), directory.services.values())

    def upsert(self, providers: Iterable[Provider] = (), services: Iterable[Service] = ()) -> None:
        """Raises ``sqlalchemy.exc.IntegrityError``, and writes nothing, for a service whose provider is not there."""
        with self._engine.begin() as connection:
            _write(connection, provider, [_row(listing, provider) for listing in providers])
            _write(connection, service, [_row(listing, service) for listing in services])


def _documents(connection: Connection, table: Table) -> Sequence[str]:
    """As they are written, since comparing takes a hundredth of reading."""
    return connection.scalars(select(cast(table.c.document, Text)).order_by(table.c.id)).all()


def _from_a_newer_release(field: str, problem: str) -> None:
    """Two releases run side by side during an upgrade, so that a field this one does not know is passed over."""


def _row(listing: Provider | Service, table: Table) -> dict[str, Any]:
    columns = [column.name for column in table.columns if column.name != "document"]
    return {name: getattr(listing, name) for name in columns} | {"document": record_of(listing)}


def _write(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    insert = _INSERTS[connection.dialect.name](table)
    changed = {column.name: insert.excluded[column.name] for column in table.columns if not column.primary_key}
    connection.execute(insert.on_conflict_do_update(index_elements=[table.c.id], set_=changed), rows)
