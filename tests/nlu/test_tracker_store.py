"""The tracker store on a real SQLite file and on a real PostgreSQL."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from nlu.errors import StaleTrackerError, StoreError
from nlu.shorten import KEPT, LONGEST, shortened
from nlu.tracker_store import EncryptedTrackerStore, metadata, tracker_url
from tests.nlu.harness import SECRET

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [inform]
slots:
  size: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  colour: {type: text, influence_conversation: false, mappings: [{type: custom}]}
forms:
  shoes_form: {required_slots: [size, colour]}
"""
)
PERSON = "3f0f1f6e-0000-4000-8000-000000000000"


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'tracker.db'}"
        return
    url = tracker_url(request.getfixturevalue("postgres_url"))
    engine = sa.create_engine(url)
    metadata.create_all(engine)
    yield url
    metadata.drop_all(engine)
    engine.dispose()


@pytest.fixture
def stores(url: str) -> Iterator[list[EncryptedTrackerStore]]:
    """Two stores on one database, as two Rasa processes have them."""
    pair = [EncryptedTrackerStore(DOMAIN, url, secret=SECRET) for _ in range(2)]
    yield pair
    for store in pair:
        store._threads.shutdown()
        store._engine.dispose()


@pytest.fixture
def store(stores: list[EncryptedTrackerStore]) -> EncryptedTrackerStore:
    return stores[0]


def heard(tracker: DialogueStateTracker, text: str) -> None:
    """One turn: a message, a reply, and listening again."""
    tracker.update(UserUttered(text, {"name": "inform"}, message_id=str(uuid4())))
    tracker.update(BotUttered("Thank you"))
    tracker.update(ActionExecuted("action_listen"))


async def begun(store: EncryptedTrackerStore, text: str = "my knee hurts") -> DialogueStateTracker:
    tracker = await store.create_tracker(PERSON)
    tracker.update(SessionStarted())
    heard(tracker, text)
    await store.save(tracker)
    return tracker


def test_what_was_saved_is_read_by_another_process(stores: list[EncryptedTrackerStore]) -> None:
    first, second = stores
    saved = run(begun(first))
    read = run(second.retrieve(PERSON))
    assert [event.as_dict() for event in read.events] == [event.as_dict() for event in saved.events]
    assert run(second.keys()) == [PERSON]


def test_nobody_known_is_none(store: EncryptedTrackerStore) -> None:
    assert run(store.retrieve(PERSON)) is None


def test_the_file_holds_no_word_of_it(tmp_path: Path) -> None:
    store = EncryptedTrackerStore(DOMAIN, f"sqlite:///{tmp_path / 'tracker.db'}", secret=SECRET)
    run(begun(store, "my knee hurts"))
    store._engine.dispose()
    assert all(b"knee" not in file.read_bytes() for file in tmp_path.iterdir())


def test_of_two_saves_from_one_version_the_second_is_refused(stores: list[EncryptedTrackerStore]) -> None:
    first, second = stores
    run(begun(first))
    mine, theirs = run(first.retrieve(PERSON)), run(second.retrieve(PERSON))
    heard(mine, "mine")
    heard(theirs, "theirs")
    run(second.save(theirs))
    with pytest.raises(StaleTrackerError):
        run(first.save(mine))
    assert run(first.retrieve(PERSON)).latest_message.text == "theirs"


def test_a_tracker_in_memory_counts_only_while_its_version_is_stored(stores: list[EncryptedTrackerStore]) -> None:
    first, second = stores
    run(begun(first))
    theirs = run(second.retrieve(PERSON))
    heard(theirs, "from the other process")
    run(second.save(theirs))
    assert run(first.retrieve(PERSON)).latest_message.text == "from the other process"


def test_a_turn_that_is_not_saved_leaves_no_trace(store: EncryptedTrackerStore) -> None:
    run(begun(store))
    heard(run(store.retrieve(PERSON)), "never saved")
    assert run(store.retrieve(PERSON)).latest_message.text == "my knee hurts"


def test_a_save_onto_an_erased_conversation_is_refused_even_after_it_began_anew(
    stores: list[EncryptedTrackerStore],
) -> None:
    first, second = stores
    late = run(begun(first))
    run(second.erase(PERSON))
    with pytest.raises(StaleTrackerError):
        run(first.save(late))
    assert run(first.retrieve(PERSON)) is None
    run(begun(second, "a new beginning"))
    with pytest.raises(StaleTrackerError):
        run(first.save(late))


def test_a_first_turn_cannot_write_over_its_own_erasing(stores: list[EncryptedTrackerStore]) -> None:
    first, second = stores
    tracker = run(first.create_tracker(PERSON))
    run(second.erase(PERSON))
    with pytest.raises(StaleTrackerError):
        run(first.save(tracker))


def test_a_database_that_does_not_answer_raises(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    store = EncryptedTrackerStore(DOMAIN, f"sqlite:///{path}", secret=SECRET)
    run(begun(store))
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE tracker")
    database.close()
    with pytest.raises(StoreError):
        run(store.retrieve(PERSON))
    store._engine.dispose()


def test_another_key_raises_and_does_not_look_like_a_new_person(url: str, store: EncryptedTrackerStore) -> None:
    run(begun(store))
    stranger = EncryptedTrackerStore(DOMAIN, url, secret="another secret that is long enough too")
    with pytest.raises(StoreError):
        run(stranger.retrieve(PERSON))
    stranger._engine.dispose()


def long_tracker(turns: int) -> DialogueStateTracker:
    tracker = DialogueStateTracker(PERSON, DOMAIN.slots)
    for event in (
        SessionStarted(),
        ActiveLoop("shoes_form"),
        SlotSet("size", ["large", "wide"]),
        SlotSet("requested_slot", "colour"),
    ):
        tracker.update(event)
    tracker.update(ActionExecuted("action_listen"))
    for number in range(turns):
        heard(tracker, f"message {number}")
    return tracker


def test_a_long_tracker_is_cut_to_its_last_turns_at_the_same_place() -> None:
    whole = long_tracker(LONGEST + 1)
    short = shortened(whole, DOMAIN)
    assert short is not None
    texts = [event.text for event in short.events if isinstance(event, UserUttered)]
    assert texts == [f"message {number}" for number in range(LONGEST + 1)][-KEPT:]
    assert short.current_slot_values() == whole.current_slot_values()
    assert (short.active_loop_name, short.latest_action_name) == (whole.active_loop_name, whole.latest_action_name)
    assert short.past_states(DOMAIN)[-KEPT:] == whole.past_states(DOMAIN)[-KEPT:]


def test_a_short_tracker_is_left_alone() -> None:
    assert shortened(long_tracker(LONGEST), DOMAIN) is None


def test_the_store_keeps_the_short_one(stores: list[EncryptedTrackerStore]) -> None:
    async def lengthened() -> None:
        tracker = await stores[0].create_tracker(PERSON)
        for event in long_tracker(LONGEST + 1).events:
            tracker.update(event)
        await stores[0].save(tracker)

    run(lengthened())
    for store in stores:
        assert sum(isinstance(event, UserUttered) for event in run(store.retrieve(PERSON)).events) == KEPT


@pytest.mark.parametrize(
    ("database", "trackers"),
    [
        ("sqlite:////srv/var/nwd.db", "sqlite:////srv/var/tracker.db"),
        ("sqlite:///var/nwd.db", "sqlite:///var/tracker.db"),
        ("postgresql+psycopg://nwd:p%40ss@db/nwd", "postgresql+psycopg2://nwd:p%40ss@db/nwd"),
    ],
)
def test_the_trackers_address_follows_from_the_databases(database: str, trackers: str) -> None:
    assert tracker_url(database) == trackers
