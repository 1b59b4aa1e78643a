"""``nwd listings``: what keepers were asked and said, without an address; and a listing put right."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.house import House, open_house, prepare
from introductions.keeping import Said
from nwd import cli
from nwd.clock import LONDON
from nwd.errors import InputError
from nwd.settings import load

SHOP = "windrow-charity-shop"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NWD_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("NWD_SECRET_KEY", "a secret for the tests that is long enough")
    monkeypatch.setenv("NWD_QUIET_HOURS", "00:00-00:00")
    prepare(load())
    return open_house(load())


def run(*words: str) -> str:
    if not cli.app.registered_groups:
        cli.register()
    done = CliRunner().invoke(cli.app, list(words))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


def checks(*words: str) -> dict[str, dict[str, Any]]:
    return {one["service_id"]: one for one in json.loads(run("listings", "checks", "--json", *words))}


def until_a_working_day(house: House) -> None:
    while house.clock.now().astimezone(LONDON).weekday() > 4 or not house.introductions.ask_keepers():
        house.move_clock(timedelta(days=1))


def test_checks_say_what_was_asked_what_was_said_and_what_comes(house: House) -> None:
    assert checks()[SHOP]["next"]["what"] == "ask"
    until_a_working_day(house)
    asked = checks()
    assert (asked[SHOP]["next"]["what"], asked[SHOP]["keeper"], asked[SHOP]["way"]) == ("again", "Marva", "mail")
    assert "@" not in json.dumps(asked)
    assert len(checks("--all")) == len(house.directory().services) > len(asked)
    for letter in house.introductions.due_letters(limit=50):
        house.introductions.letter_sent(letter.id)
        if "Windrow Hall" in letter.subject:
            token = letter.text.partition("/k/")[2].split()[0]
            house.introductions.keeper_says(token, Said("changed", text="In the back room now."), SHOP)
    told = checks()[SHOP]
    assert (told["doubt"], told["words"], told["last"]["how"]) == ("changed", "In the back room now.", "page")
    run("listings", "edited", SHOP)
    right = checks("--all")[SHOP]
    assert (right["doubt"], right["words"], right["last"]["answer"]) == ("", "", "edited")
    assert SHOP not in checks()


def test_an_unknown_listing_is_said(house: House) -> None:
    with pytest.raises(InputError, match="no listing nowhere"):
        run("listings", "edited", "nowhere")
