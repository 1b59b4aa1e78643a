"""``nwd incident`` on an installation's own database, with the words that people would read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.copy import Copy
from bot.house import open_house, prepare
from bot.incidents import open_incident
from nwd.settings import Settings
from tests import command
from tests.command import Done

SECRET = "the secret of the tests that is long enough"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Somebody was introduced to the first place of the sample directory that takes introductions."""
    house_settings = settings(tmp_path)
    prepare(house_settings)
    house = open_house(house_settings)
    room, person = house.introductions, "0b7c1d5e-3f6a-4a53-9b9e-5d1f0c2a7e11"
    room.ensure_person(person)
    room.set_keep(person, "agreed", channel="web", how="tap", wording="v1", key="k")
    room.set_chosen_name(person, "Marcia", "k")
    draft = room.draft(person, "thread-kettle-circle", key="k")
    room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="k")
    [letter] = room.due_letters()
    room.letter_sent(letter.id)
    house.engine.dispose()
    return tmp_path


def settings(folder: Path) -> Settings:
    url = f"sqlite:///{folder / 'nwd.db'}"
    quiet = "00:00-00:00"
    return Settings(
        _env_file=None, data_dir=folder, database_url=url, secret_key=SECRET, rasa_token="t", quiet_hours=quiet
    )


def nwd(folder: Path, *words: str) -> Done:
    return command.nwd(
        "incident", *words, NWD_DATA_DIR=str(folder), NWD_SECRET_KEY=SECRET, NWD_QUIET_HOURS="00:00-00:00"
    )


def test_a_leak_is_opened_shown_approved_and_closed(folder: Path) -> None:
    provider = open_house(settings(folder)).introductions.list_introductions()[0]["provider_id"]
    done = nwd(folder, "open", "--provider", provider, "--since", "2026-01-01")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    [one] = found["people"]
    assert "name" in one["message"]
    assert "Marcia" not in done.stdout
    assert open_house(settings(folder)).introductions.pending_news()[-1].name == "introduction_sent"
    assert "1 on their way" in nwd(folder, "approve", found["id"]).stderr
    news = open_house(settings(folder)).introductions.pending_news()[-1]
    assert (news.name, news.data["text"]) == ("data_incident", one["message"])
    assert json.loads(nwd(folder, "show", found["id"]).stdout)["people"][0]["approved_at"]
    assert nwd(folder, "close", found["id"]).returncode == 0


@pytest.mark.parametrize(
    "words", [("open", "--provider", "nobody", "--since", "2026-01-01"), ("open", "--provider", "x", "--since", "then")]
)
def test_a_wrong_argument_is_one_line_and_status_2(folder: Path, words: tuple[str, ...]) -> None:
    done = nwd(folder, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(("ended", "last"), [(False, "utter_incident_stands"), (True, "utter_incident_ended")])
def test_who_wrote_with_the_place_hears_of_those_words_and_of_what_goes_on(ended: bool, last: str) -> None:
    class Room:
        def open_incident(self, provider: str, since: datetime, *, by: str, draft: Any) -> str:
            return str(draft(provider, {"mail": ["name"], "page": ["hopes"], "relayed": True, "ended": ended}))

    house: Any = SimpleNamespace(introductions=Room(), settings=SimpleNamespace(operator="Lantern"))
    words = str(open_incident(house, "The hall", datetime(2026, 11, 2, tzinfo=UTC), by="test"))
    assert words.endswith(f"{Copy().text('utter_incident_relayed')} {Copy().text(last)}")
