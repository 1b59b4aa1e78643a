"""A whole installation under a new key: every store, and then without the old one."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, insert, select

from bot.channels.contract import Inbound
from bot.house import House, open_house, prepare
from bot.keys import turn_keys_over
from bot.store import BotStore, kept_keys
from bot.store.trackers import FILE, Trackers, _table
from bot.store.trackers import _table as tracker
from introductions.links import new_token, token_end
from knowledge.store import metadata
from nwd.cipher import Cipher
from nwd.settings import ROOT, Settings

OLD, NEW = "the old secret of the tests that is long enough", "the new secret of the tests that is long enough"


def settings(folder: Path, secret: str) -> Settings:
    url = f"sqlite:///{folder / 'nwd.db'}"
    return Settings(_env_file=None, data_dir=folder, database_url=url, secret_key=secret, rasa_token="t")


def house(folder: Path, secret: str) -> House:
    return open_house(settings(folder, secret))


@pytest.fixture
def lived_in(tmp_path: Path) -> Path:
    """Somebody wrote, was kept, and has a tracker; all under the old key."""
    prepare(settings(tmp_path, OLD))
    old = house(tmp_path, OLD)
    claim = BotStore(old.engine, old.clock, old.cipher).claims.claim(Inbound("web", "1", "ada", "text", text="marked"))
    old.introductions.ensure_person(claim.conversation)
    old.introductions.set_keep(claim.conversation, "agreed", channel="web", how="tap", wording="v1", key="k")
    old.introductions.set_chosen_name(claim.conversation, "Marcia", "k")
    trackers = create_engine(f"sqlite:///{tmp_path / FILE}")
    tracker.metadata.create_all(trackers)
    with trackers.begin() as connection:
        events = old.cipher.encrypt('[{"event": "marked"}]')
        connection.execute(insert(tracker).values(conversation=claim.conversation, version="v1", events=events))
    trackers.dispose()
    return tmp_path


def test_every_store_opens_with_the_new_key_alone(lived_in: Path) -> None:
    first = turn_keys_over(house(lived_in, f"{NEW},{OLD}"))
    assert {"person", "inbound", "address", "tracker"} <= first["tables"].keys()
    assert first["turned"] > 5
    again = turn_keys_over(house(lived_in, f"{NEW},{OLD}"))
    assert (again["turned"], again["lost"]) == (0, 0)
    new = house(lived_in, NEW)
    store = BotStore(new.engine, new.clock, new.cipher)
    person = store.claims.conversation_of("web", "ada")
    assert person is not None
    assert new.introductions.person(person).chosen_name == "Marcia"
    assert store.history.export(person)["messages"][0]["text"] == "marked"
    assert Trackers.beside(new.engine, new.cipher).events(person) == [{"event": "marked"}]


def test_links_signed_with_the_old_key_open_until_the_last_of_them_has_ended(lived_in: Path) -> None:
    old = house(lived_in, OLD)
    link = new_token(old.cipher, old.clock.now())
    turn_keys_over(house(lived_in, f"{NEW},{OLD}"))
    assert token_end(house(lived_in, NEW).cipher, link)
    new = house(lived_in, NEW)
    later = new.clock.now() + timedelta(days=182)
    assert kept_keys.read(new.engine, Cipher([NEW]), later).signatures == ()
    assert kept_keys.read(new.engine, Cipher([NEW]), later).look_up is not None


def test_a_second_change_of_keys_goes_the_same_way(lived_in: Path) -> None:
    newest = "the newest secret of the tests that is long enough"
    turn_keys_over(house(lived_in, f"{NEW},{OLD}"))
    turn_keys_over(house(lived_in, f"{newest},{NEW}"))
    last = house(lived_in, newest)
    assert BotStore(last.engine, last.clock, last.cipher).claims.conversation_of("web", "ada")


def test_nothing_sealed_is_left_under_the_old_key_anywhere(lived_in: Path) -> None:
    turn_keys_over(house(lived_in, f"{NEW},{OLD}"))
    old = Cipher([OLD])
    engine = create_engine(f"sqlite:///{lived_in / 'nwd.db'}")
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table.name}"'):
                assert not any(isinstance(value, str) and old.is_newest(value) for value in row), table.name
    trackers = create_engine(f"sqlite:///{lived_in / FILE}")
    with trackers.connect() as connection:
        assert not any(old.is_newest(sealed) for sealed in connection.scalars(select(_table.c.events)))


def test_the_command_says_counts_and_never_a_key(lived_in: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("NWD_")}
    env |= {"NWD_DATA_DIR": str(lived_in), "NWD_SECRET_KEY": f"{NEW},{OLD}"}
    command = [sys.executable, "-m", "nwd.cli", "keys", "rotate"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "person: 1 turned over" in done.stderr
    assert "Run this again" in done.stderr
    assert not any(secret in done.stdout + done.stderr for secret in (OLD, NEW))
