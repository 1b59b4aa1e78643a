"""``nwd outbox``: what was given up is listed without words, and goes again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.channels.contract import Inbound
from bot.house import open_house, prepare
from bot.store import BotStore
from bot.store.model import Outcome, Position, Said, Waiting
from nwd import cli
from nwd.clock import FrozenClock
from nwd.settings import load

SECRET = "a secret for the tests that is long enough"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BotStore:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NWD_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("NWD_SECRET_KEY", SECRET)
    prepare(load())
    house = open_house(load())
    return BotStore(house.engine, FrozenClock(datetime(2026, 11, 2, 12, tzinfo=UTC)), house.cipher)


def run(*words: str) -> str:
    if not cli.app.registered_groups:
        cli.register()
    done = CliRunner().invoke(cli.app, list(words))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


def take_all(_position: Position, waiting: Sequence[Waiting], *_: object) -> Sequence[Waiting]:
    return waiting


def given_up(store: BotStore) -> int:
    claim = store.claims.claim(Inbound("telegram", "update:1", "42", text="hello"))
    turn = store.turns.begin(claim.conversation, take_all)
    assert turn
    store.turns.finish(turn, Outcome((Said("words of ours"),), "open", None, None))
    (message,) = store.delivery.due()
    store.delivery.failed(message.n, next_try=None)
    return message.n


def test_what_was_given_up_is_listed_without_its_words_and_goes_again(store: BotStore) -> None:
    assert json.loads(run("outbox", "dead")) == []
    n = given_up(store)
    listed = run("outbox", "dead", "--json")
    assert [(letter["id"], letter["channel"]) for letter in json.loads(listed)] == [(n, "telegram")]
    assert "words of ours" not in listed
    run("outbox", "resend", str(n))
    assert json.loads(run("outbox", "dead")) == []
    assert [message.text for message in store.delivery.due()] == ["words of ours"]


def test_a_number_that_is_no_dead_letter_is_named(store: BotStore) -> None:
    with pytest.raises(Exception, match="nwd outbox dead"):
        run("outbox", "resend", "7")
