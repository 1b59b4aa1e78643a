from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, select, update
from sqlalchemy.exc import IntegrityError

from knowledge import store
from knowledge.listing import Provider, Service
from knowledge.sample import load_sample
from knowledge.store import DirectoryStore, metadata


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{tmp_path / 'directory.db'}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    metadata.create_all(engine, [store.provider, store.service])
    yield engine
    engine.dispose()


def test_what_is_saved_is_loaded_to_the_last_field(engine: Engine) -> None:
    directory, kept = load_sample(), DirectoryStore(engine)
    assert not kept.load().services
    kept.save(directory)
    kept.save(directory)
    assert kept.load().providers == directory.providers
    assert kept.load().services == directory.services


def test_an_update_changes_the_columns_too_and_nothing_is_deleted(engine: Engine) -> None:
    kept = DirectoryStore(engine)
    kept.upsert([Provider("p", "P")], [Service("a", "p", "A"), Service("b", "p", "B")])
    kept.upsert(services=[Service("a", "p", "A", capacity="full")])
    assert kept.load().services["a"].capacity == "full"
    assert set(kept.load().services) == {"a", "b"}
    with engine.connect() as connection:
        columns = connection.execute(select(store.service.c.id, store.service.c.capacity)).all()
    assert sorted(tuple(row) for row in columns) == [("a", "full"), ("b", "open")]


def test_the_directory_is_the_same_object_until_a_listing_changes(engine: Engine) -> None:
    kept, other = DirectoryStore(engine), DirectoryStore(engine)
    kept.upsert([Provider("p", "P")], [Service("a", "p", "A")])
    before = kept.load()
    assert kept.load() is before
    other.upsert([Provider("p", "P")], [Service("a", "p", "A", capacity="full")])
    assert kept.load().services["a"].capacity == "full"
    assert before.services["a"].capacity == "open"


def test_a_service_without_its_provider_writes_nothing_at_all(engine: Engine) -> None:
    kept = DirectoryStore(engine)
    with pytest.raises(IntegrityError):
        kept.upsert([Provider("p", "P")], [Service("a", "nobody", "A")])
    assert not kept.load().providers


def test_a_field_of_a_newer_release_is_passed_over(engine: Engine) -> None:
    kept, listing = DirectoryStore(engine), Provider("p", "P", about="Here")
    kept.upsert([listing])
    with engine.begin() as connection:
        document = {"id": "p", "name": "P", "about": "Here", "colour": "green"}
        connection.execute(update(store.provider).values(document=document))
    assert kept.load().providers["p"] == replace(listing)


def test_every_constraint_has_a_name() -> None:
    for table in (store.provider, store.service):
        assert all(constraint.name for constraint in table.constraints)
