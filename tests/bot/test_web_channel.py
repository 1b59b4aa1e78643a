from __future__ import annotations

import asyncio
import io
import json
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette

from bot.channels.terminal import _talk, _talk_json
from bot.channels.terminal_client import WebClient
from bot.channels.web import WebChannel
from bot.channels.web_identity import Identities, parse_key
from bot.copy import Copy
from bot.gateway.order import MOST_WAITING
from bot.wiring import Bot
from nwd.cipher import Cipher
from tests.bot.bot_harness import Talk
from tests.bot.loopback import served
from tests.bot.stub_rasa import StubRasa, reply, turn_of

HERE = "http://127.0.0.1:8080"


@pytest.fixture
def identities(cipher: Cipher) -> Identities:
    return Identities(cipher, any_channel=False, secure=False, public_host="127.0.0.1:8080")


@pytest.fixture
def web(bot: Bot, identities: Identities) -> WebChannel:
    return WebChannel(bot.gateway, bot.store, bot.threads, bot.notifier, identities, Copy())


@pytest.fixture
async def client(web: WebChannel) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(Starlette(routes=web.routes()))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        yield client


@pytest.fixture
async def address(web: WebChannel, bot: Bot) -> AsyncIterator[str]:
    """The web channel on a real loopback port, for what streams."""
    async with served(Starlette(routes=web.routes())) as url:
        yield url
        bot.notifier.close()


async def test_a_message_is_taken_once_however_often_it_is_sent(
    client: httpx.AsyncClient, bot: Bot, stub: StubRasa
) -> None:
    first = await client.post("/web/messages", json={"id": "m1", "text": "hello"})
    assert first.status_code == 202
    again = await asyncio.gather(*(client.post("/web/messages", json={"id": "m1", "text": "hello"}) for _ in range(10)))
    await bot.gateway.idle()
    assert {response.status_code for response in again} == {202}
    assert len(stub.asked) == 1


async def test_two_people_may_use_the_same_message_id(web: WebChannel, bot: Bot, stub: StubRasa) -> None:
    for _ in range(2):
        transport = httpx.ASGITransport(Starlette(routes=web.routes()))
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as stranger:
            assert (await stranger.post("/web/messages", json={"id": "m1", "text": "hello"})).status_code == 202
    await bot.gateway.idle()
    assert len({body["conversation"] for body in stub.asked}) == 2


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b'{"id": "m1"', 400),
        (b'{"text": "no id"}', 400),
        (b'{"id": "m1"}', 400),
        (b'{"id": "m1", "text": "a", "button": "b"}', 400),
        (b'{"id": "m1", "text": 7}', 400),
        (b'{"id": "m1 with spaces", "text": "a"}', 400),
        (b"[" * 100_000, 400),
        (b'{"id": "m1", "text": "' + b"a" * 200_000 + b'"}', 413),
    ],
)
async def test_a_malformed_post_is_refused_kindly(
    client: httpx.AsyncClient, stub: StubRasa, body: bytes, status: int
) -> None:
    response = await client.post("/web/messages", content=body)
    assert response.status_code == status
    assert response.json()["message"]
    assert stub.asked == []


async def test_a_post_from_another_site_is_refused(client: httpx.AsyncClient, stub: StubRasa) -> None:
    for headers in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        response = await client.post("/web/messages", json={"id": "m1", "text": "hello"}, headers=headers)
        assert response.status_code == 403
    own = await client.post("/web/messages", json={"id": "m1", "text": "hello"}, headers={"Origin": HERE})
    assert own.status_code == 202


async def test_a_forged_cookie_is_someone_new(client: httpx.AsyncClient, bot: Bot, identities: Identities) -> None:
    client.cookies.set("nwd_person", "web:ada.AAAAAAAAAAAAAAAAAAAAAA")
    response = await client.post("/web/messages", json={"id": "m1", "text": "hello"})
    given = identities.read(response.cookies["nwd_person"].strip('"'))
    assert given
    assert given.sender != "ada"
    await bot.gateway.idle()


def test_keys_of_other_channels_are_let_in_only_locally(cipher: Cipher) -> None:
    signed = cipher.sign("telegram:42")
    assert Identities(cipher, False, False, None).read(signed) is None
    assert Identities(cipher, True, False, None).read(signed) == parse_key("telegram:42")
    assert parse_key("me") == parse_key("terminal:me")
    assert parse_key("no spaces: here") is None


async def test_who_sends_more_than_anyone_types_is_asked_kindly_to_wait(
    client: httpx.AsyncClient, bot: Bot, stub: StubRasa, identities: Identities, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = identities.new()
    monkeypatch.setattr(Identities, "new", lambda _: new)
    bot.gateway._ahead["theirs"] = Counter({new.key: MOST_WAITING})
    refused = await client.post("/web/messages", json={"id": "m1", "text": "hello"})
    assert (refused.status_code, refused.json()["message"]) == (429, Copy().text("utter_too_many"))
    bot.gateway._ahead["theirs"][new.key] -= 1
    assert (await client.post("/web/messages", json={"id": "m1", "text": "hello"})).status_code == 202
    await bot.gateway.idle()
    assert len(stub.asked) == 1


async def test_a_locked_database_is_503_with_a_kind_line_and_the_same_id_works_later(
    client: httpx.AsyncClient, bot: Bot, stub: StubRasa, engine: Engine
) -> None:
    other = sqlite3.connect(str(engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    response = await client.post("/web/messages", json={"id": "m1", "text": "hello"})
    assert response.status_code == 503
    assert response.headers["retry-after"] == "1"
    assert response.json()["message"].startswith("I can't save")
    other.execute("ROLLBACK")
    other.close()
    assert (await client.post("/web/messages", json={"id": "m1", "text": "hello"})).status_code == 202
    await bot.gateway.idle()
    assert len(stub.asked) == 1


async def test_a_database_locked_while_a_turn_runs_loses_and_doubles_nothing(
    client: httpx.AsyncClient, bot: Bot, stub: StubRasa, engine: Engine
) -> None:
    stub.gate = asyncio.Event()
    await client.post("/web/messages", json={"id": "m1", "text": "hello"})
    await stub.reached.wait()
    other = sqlite3.connect(str(engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    stub.gate.set()
    await bot.gateway.idle()
    other.execute("ROLLBACK")
    other.close()
    await bot.gateway.sweep()
    await bot.gateway.idle()
    person = stub.asked[0]["conversation"]
    said = [row[3]["text"] for row in bot.store.messages.after(person, 0) if row[2] != "turn_done"]
    assert said == ["You said: hello"]
    assert set(stub.runs.values()) == {1}


async def _events(base: str, cookie: str, after: str, count: int) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    async with (
        httpx.AsyncClient(base_url=base, cookies={"nwd_person": cookie}) as client,
        client.stream("GET", "/web/events", params={"after": after}) as response,
    ):
        name = ""
        async for line in response.aiter_lines():
            name = line.removeprefix("event: ") if line.startswith("event: ") else name
            if line.startswith("data: "):
                found.append((name, json.loads(line.removeprefix("data: "))))
                if len(found) == count:
                    return found
    return found


async def test_events_come_by_cursor_and_each_turn_ends_with_turn_done(
    address: str, bot: Bot, stub: StubRasa, cipher: Cipher
) -> None:
    stub.answer = lambda _: turn_of(reply("Hello."), reply("Which part?", "Skip"))
    cookie = cipher.sign("web:ada")
    listening = asyncio.create_task(_events(address, cookie, "0", 3))
    async with httpx.AsyncClient(base_url=address, cookies={"nwd_person": cookie}) as client:
        await client.post("/web/messages", json={"id": "m1", "text": "hi"})
    (_, one), (_, two), (done, end) = await listening
    assert (one["text"], one["kind"], one["buttons"]) == ("Hello.", "text", [])
    assert [b["title"] for b in two["buttons"]] == ["Skip"]
    assert len(two["buttons"][0]["id"]) == 16
    assert (done, end["answers"], end["turn"]) == ("turn_done", ["m1"], one["turn"])
    resumed = await _events(address, cookie, str(one["n"]), 2)
    assert [event["n"] for _, event in resumed] == [two["n"], end["n"]]


async def test_the_terminal_gives_one_json_line_for_each_input_line(
    address: str, bot: Bot, stub: StubRasa, cipher: Cipher
) -> None:
    stub.answer = lambda body: turn_of(reply(f"{body['text'] or body['intent']}?", "Yes", "No"))
    out = io.StringIO()
    await _talk_json(WebClient(address, cipher.sign("terminal:ada")), io.StringIO("hello\nyes\n2\n\n"), out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["turn"] for line in lines] == [1, 2, 3, 4]
    assert [line["messages"][-1]["text"] for line in lines] == ["hello?", "Yes?", "No?", "event_resume?"]
    assert set(lines[0]["messages"][0]) == {"text", "buttons", "kind"}
    assert set(lines[0]["messages"][0]["buttons"][0]) == {"title", "id"}


async def test_the_terminal_continues_where_it_stopped_and_hears_what_came_since(
    address: str, bot: Bot, stub: StubRasa, cipher: Cipher
) -> None:
    def client() -> WebClient:
        return WebClient(address, cipher.sign("terminal:ada"))

    await _talk_json(client(), io.StringIO("hello\n"), io.StringIO())
    person = bot.store.claims.conversation_of("terminal", "ada")
    assert person
    bot.store.claims.claim_event(person, "news:1", "news", {"news": "1"})
    await bot.gateway.sweep()
    await bot.gateway.idle()
    out = io.StringIO()
    await _talk_json(client(), io.StringIO("again\n"), out)
    said = [(m["kind"], m["text"]) for m in json.loads(out.getvalue())["messages"]]
    assert said == [("notice", "You said: event_news"), ("text", "You said: again")]


async def test_the_terminal_says_so_when_rasa_is_away(address: str, stub: StubRasa, cipher: Cipher) -> None:
    stub.status = 503
    out = io.StringIO()
    await _talk_json(WebClient(address, cipher.sign("terminal:ada")), io.StringIO("hello\n"), out)
    assert json.loads(out.getvalue())["messages"][0]["text"].startswith("I'm slow today")


async def test_in_the_terminal_buttons_have_numbers_and_the_last_answer_is_waited_for(
    address: str, stub: StubRasa, cipher: Cipher
) -> None:
    stub.answer = lambda body: turn_of(reply(f"{body['text']}?", "Yes", "No"), reply("Or:", "Skip"))
    out = io.StringIO()
    await _talk(WebClient(address, cipher.sign("terminal:ada")), io.StringIO("hello\n3\n"), out)
    assert "  1. Yes\n  2. No" in out.getvalue()
    assert "  3. Skip" in out.getvalue()
    assert "Skip?" in out.getvalue()


async def test_someone_who_deleted_everything_goes_on_in_the_same_stream(
    address: str, stub: StubRasa, cipher: Cipher
) -> None:
    def answer(body: dict[str, Any]) -> dict[str, Any]:
        gone = body["text"] == "delete everything"
        return turn_of(reply("It's all gone.", data={"after": "erase"}) if gone else reply("Hello."))

    stub.answer = answer
    out = io.StringIO()
    lines = io.StringIO("hi\ndelete everything\nhello again\n")
    await _talk_json(WebClient(address, cipher.sign("terminal:ada")), lines, out)
    said = [json.loads(line)["messages"][0]["text"] for line in out.getvalue().splitlines()]
    assert said == ["Hello.", "It's all gone.", "Hello."]
    assert len({body["conversation"] for body in stub.asked}) == 2


async def test_a_chat_that_joined_an_older_one_hears_only_what_is_said_since(
    address: str, bot: Bot, cipher: Cipher
) -> None:
    first, second = Talk(bot, "ada"), Talk(bot, "adas-phone")
    await first.say("hello")
    await second.say("hi there")
    await first.say("said before")
    heard: list[str] = []
    async with (
        httpx.AsyncClient(base_url=address, cookies={"nwd_person": cipher.sign("web:adas-phone")}) as client,
        client.stream("GET", "/web/events", params={"after": "0"}) as response,
    ):
        async for line in response.aiter_lines():
            if line.startswith("data: ") and "text" in (said := json.loads(line.removeprefix("data: "))):
                heard.append(said["text"])
                if len(heard) == 1:
                    code = bot.store.joining.issue(first.person, "turn-1")
                    await second.send(str(code))
                if len(heard) == 2:
                    break
    assert "hi there" in heard[0]
    assert "now one" in heard[1]
