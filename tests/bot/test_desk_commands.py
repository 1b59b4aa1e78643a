"""``nwd desk`` and ``nwd services``: somebody was hurt at a place, and the lead decides at the command line."""

from __future__ import annotations

import getpass
import json
from pathlib import Path

import pytest

from bot.house import open_house, prepare
from nwd.settings import Settings
from tests import command
from tests.command import Done

SECRET = "the secret of the tests that is long enough"
SERVICE = "thread-kettle-circle"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Somebody complained that they were hurt at a place of the sample directory."""
    url = f"sqlite:///{tmp_path / 'nwd.db'}"
    settings = Settings(_env_file=None, data_dir=tmp_path, database_url=url, secret_key=SECRET, rasa_token="t")
    prepare(settings)
    house = open_house(settings)
    person = "0b7c1d5e-3f6a-4a53-9b9e-5d1f0c2a7e11"
    house.introductions.ensure_person(person)
    number = house.introductions.complain(person, "the tall one scared me", "k")
    house.introductions.complain_of_harm(person, number, SERVICE, "k")
    house.engine.dispose()
    return tmp_path


def nwd(folder: Path, *words: str) -> Done:
    return command.nwd(*words, NWD_DATA_DIR=str(folder), NWD_SECRET_KEY=SECRET)


def test_the_lead_reads_the_complaint_and_decides(folder: Path) -> None:
    listed = nwd(folder, "desk", "list")
    [one] = json.loads(listed.stdout)
    assert (one["kind"], one["harm"], one["service_id"]) == ("complaint", True, SERVICE)
    assert "tall" not in listed.stdout
    assert "tall" in json.loads(nwd(folder, "desk", "show", str(one["number"])).stdout)["text"]
    [paused] = json.loads(nwd(folder, "services", "list").stdout)
    assert (paused["service_id"], paused["by"], paused["decided"]) == (SERVICE, "complaint", False)
    kept = nwd(folder, "services", "pause", SERVICE)
    assert json.loads(kept.stdout)["decided"] is True
    assert "Nothing new goes to" in kept.stderr
    assert json.loads(nwd(folder, "desk", "list").stdout) == []
    assert "0 letters that waited" in nwd(folder, "services", "resume", SERVICE).stderr
    history = json.loads(nwd(folder, "services", "history", SERVICE).stdout)
    decided = [("paused", "complaint"), ("stays_paused", getpass.getuser()), ("resumed", getpass.getuser())]
    assert [(event["what"], event["by"]) for event in history] == decided
    assert all(event["at"] for event in history)


def test_match_says_that_it_is_paused(folder: Path, tmp_path: Path) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text('{"concepts": ["interest.arts_crafts", "support.social_engagement"]}', encoding="utf-8")
    found = json.loads(nwd(folder, "match", "--profile", str(profile), "--explain").stdout)
    assert {"service_id": SERVICE, "reason": "paused"} in found["excluded"]
    assert SERVICE not in [one["service_id"] for one in found["matches"]]


@pytest.mark.parametrize(
    "words",
    [
        ("desk", "show", "99"),
        ("desk", "done", "99"),
        ("services", "pause", "nowhere"),
        ("services", "resume", "nowhere"),
    ],
)
def test_what_is_not_there_is_one_line_and_status_2(folder: Path, words: tuple[str, ...]) -> None:
    done = nwd(folder, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
