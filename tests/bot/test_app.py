"""The whole app on a database of its own, with the stub in Rasa's place on a real loopback port."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.app import build_app
from bot.house import prepare
from bot.opened import App
from nwd.settings import Settings
from tests.bot.loopback import served
from tests.doubles.telegram_api import TOKEN as TELEGRAM_TOKEN
from tests.doubles.telegram_api import TelegramDouble

TOKEN = "token-of-the-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
HERE = "http://127.0.0.1:8080"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        data_dir=tmp_path,
        database_url=f"sqlite:///{tmp_path / 'nwd.db'}",
        secret_key=SecretStr("a secret for the tests that is long enough"),
        rasa_token=SecretStr(TOKEN),
        rasa_url="http://127.0.0.1:9",
    )


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[tuple[App, httpx.AsyncClient]]:
    prepare(settings)
    starlette = build_app(settings)
    transport = httpx.ASGITransport(starlette, client=("127.0.0.1", 5000), raise_app_exceptions=False)
    async with (
        starlette.router.lifespan_context(starlette),
        httpx.AsyncClient(transport=transport, base_url=HERE) as client,
    ):
        yield starlette.state.app, client


@pytest.fixture
def client(app: tuple[App, httpx.AsyncClient]) -> httpx.AsyncClient:
    return app[1]


@pytest.fixture
def opened(app: tuple[App, httpx.AsyncClient]) -> App:
    return app[0]


def call(action: str, turn: str = "t1") -> dict[str, Any]:
    latest = {"text": "", "intent": {"name": "greet"}, "entities": [], "metadata": {"turn": turn}}
    tracker = {
        "sender_id": "0b0f4d1e-0000-4000-8000-000000000000",
        "slots": {},
        "latest_message": latest,
        "events": [],
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": None,
    }
    return {"next_action": action, "tracker": tracker, "domain": {}}


async def test_it_is_alive_and_says_what_is_missing(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).status_code == 200
    ready = await client.get("/readyz")
    assert (ready.status_code, ready.text) == (503, "rasa does not answer\n")


async def test_figures_are_for_the_private_network_only(client: httpx.AsyncClient) -> None:
    assert "nwd_inbound_waiting 0.0" in (await client.get("/metrics")).text
    assert (await client.get("/metrics", headers={"X-Forwarded-For": "198.51.100.7"})).status_code == 404


async def test_a_local_installation_answers_to_local_names_only(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz", headers={"Host": "elsewhere.example"})).status_code == 400


async def test_actions_need_the_token(client: httpx.AsyncClient) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}):
        assert (await client.post("/actions/webhook", json=call("action_hello"), headers=headers)).status_code == 401


async def test_an_action_that_raises_marks_its_turn_failed(
    client: httpx.AsyncClient, opened: App, monkeypatch: pytest.MonkeyPatch
) -> None:

    def breaks(_person: str) -> None:
        raise RuntimeError("words of a person")

    monkeypatch.setattr(opened.bot.store.turns, "where", breaks)
    answer = await client.post("/actions/webhook", json=call("action_session_start"), headers=BEARER)
    assert answer.status_code == 500
    assert "words" not in answer.text
    assert opened.bot.failed_actions.take("t1")


async def test_an_action_nobody_wrote_is_404_and_no_failure(client: httpx.AsyncClient, opened: App) -> None:
    answer = await client.post("/actions/webhook", json=call("action_of_nobody"), headers=BEARER)
    assert answer.status_code == 404
    assert not opened.bot.failed_actions.take("t1")


async def test_a_message_is_kept_while_rasa_is_away(client: httpx.AsyncClient, opened: App) -> None:
    assert (await client.post("/web/messages", json={"id": "m1", "text": "hello"})).status_code == 202
    await opened.bot.gateway.idle()
    assert opened.bot.store.turns.counts()["turns_open"] == 1


async def test_words_of_danger_are_answered_with_the_right_numbers_while_rasa_is_away(
    client: httpx.AsyncClient, opened: App
) -> None:
    await client.post("/web/messages", json={"id": "m1", "text": "i want to kill myself tonight"})
    await opened.bot.gateway.idle()
    person = _only_person(opened)
    texts = [str(row[3].get("text", "")) for row in opened.bot.store.messages.after(person, 0)]
    assert "116 123" in texts[0]
    assert opened.house.introductions.person(person).crisis_wait_until is not None


def _only_person(opened: App) -> str:
    with opened.house.engine.connect() as connection:
        return str(connection.exec_driver_sql("select id from conversation").scalar_one())


async def test_with_only_a_token_set_telegram_is_served(settings: Settings) -> None:
    double = TelegramDouble()
    async with served(double.app()) as url:
        only = {"telegram_token": SecretStr(TELEGRAM_TOKEN), "telegram_api_url": url}
        prepare(settings)
        starlette = build_app(settings.model_copy(update=only))
        async with starlette.router.lifespan_context(starlette):
            double.writes(1001, text="i want to kill myself tonight")
            async with asyncio.timeout(20):
                await double.said.wait()
    assert "116 123" in double.texts(1001)[0]
    assert "deleteWebhook" in double.calls
