"""Migrations up and down on both engines, and the tables that the code knows are the tables that they make."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

import introductions.store.tables  # noqa: F401 - each adds its tables to the metadata
from bot.house import alembic_config, migration_state, upgrade
from bot.store.engine import open_engine
from knowledge.store import metadata
from tests.postgres import binaries, postgres

OF_RASA = "tracker"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    if request.param == "sqlite":
        yield from opened(f"sqlite:///{tmp_path / 'nwd.db'}")
        return
    found = binaries()
    if found is None:
        pytest.skip("PostgreSQL's server programs are not installed: apt-get install postgresql")
    with postgres(found) as url:
        yield from opened(url)


def opened(url: str) -> Iterator[Engine]:
    engine = open_engine(url, busy_seconds=15, own_begin=True)
    yield engine
    engine.dispose()


def ours(_item: Any, name: str | None, kind: str, *_: Any) -> bool:
    return not (kind == "table" and name == OF_RASA)


def differences(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        return [change for change in compare_metadata(context, metadata) if not same_type(change)]


def same_type(change: Any) -> bool:
    """Our own column types are stored as plain ones; Alembic compares what the engine stores."""
    if not (isinstance(change, list) and all(part[0] == "modify_type" for part in change)):
        return False
    return all(
        str(stored).split("(")[0] == str(getattr(known, "impl", known)).split("(")[0] for *_, stored, known in change
    )


def test_migrations_make_the_tables_that_the_code_knows(engine: Engine) -> None:
    upgrade(engine)
    assert differences(engine) == []
    current, head = migration_state(engine)
    assert current == head


def test_each_migration_can_be_taken_back_and_made_again(engine: Engine) -> None:
    for revision in reversed(list(ScriptDirectory.from_config(alembic_config()).walk_revisions())):
        upgrade(engine, revision.revision)
        upgrade(engine, "-1")
        upgrade(engine, revision.revision)
    upgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}


def test_rasa_s_trackers_have_their_table_on_postgresql_alone(engine: Engine) -> None:
    upgrade(engine)
    inspector = inspect(engine)
    if engine.dialect.name == "sqlite":
        assert not inspector.has_table(OF_RASA)  # a file of its own: nlu/tracker_store.py
        return
    columns = {column["name"]: (str(column["type"]), column["nullable"]) for column in inspector.get_columns(OF_RASA)}
    assert columns == {
        "conversation": ("VARCHAR(64)", False),
        "version": ("VARCHAR(32)", False),
        "events": ("TEXT", False),
    }
    assert inspector.get_pk_constraint(OF_RASA)["constrained_columns"] == ["conversation"]
