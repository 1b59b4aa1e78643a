"""Alembic's environment: the tables of every room, on the engine that the caller opened."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

# Importing them adds every table to the metadata.
import bot.store.clock_offset
import bot.store.tables  # noqa: F401
import introductions.store.tables  # noqa: F401
from introductions.store.columns import Encrypted, EncryptedJson, Utc
from knowledge.store import metadata

OF_RASA = "tracker"
"""On PostgreSQL the tracker's table is made here too, but its columns are Rasa's side's to know."""


def _plain(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """Migrations name plain column types, so that they stand when our own types change."""
    if kind == "type" and isinstance(item, Utc):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, (Encrypted, EncryptedJson)):
        return "sa.Text()"
    return False


def _ours(_item: Any, name: str | None, kind: str, *_: Any) -> bool:
    return not (kind == "table" and name == OF_RASA)


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=False,
    render_item=_plain,
    include_object=_ours,
)
with context.begin_transaction():
    context.run_migrations()
