"""The local page: the clock it moves, the mail it shows, and that it is only local."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.web.local import step
from tests.bot.loopback import LOOPBACK
from tests.bot.web.house import House, served


def person_of(client: httpx.Client, house: House) -> str:
    page = client.get("/chat").text
    key, message = (re.search(rf'name="{name}" value="([^"]+)"', page) for name in ("key", "id"))
    assert key
    assert message
    client.post("/chat", data={"key": key[1], "id": message[1], "quick": "Hello"})
    sender = house.cipher.unsign(client.cookies["nwd_person"])
    assert sender
    person = house.bot.store.claims.conversation_of("web", sender.partition(":")[2])
    assert person
    return person


@pytest.mark.parametrize(
    ("now", "hours"),
    [
        (datetime(2026, 11, 2, 8, tzinfo=UTC), 1),
        (datetime(2026, 11, 2, 9, tzinfo=UTC), 24),
        (datetime(2026, 11, 2, 22, tzinfo=UTC), 11),
        (datetime(2026, 10, 24, 9, tzinfo=UTC), 24),  # the clocks go back in the night
        (datetime(2027, 3, 27, 9, tzinfo=UTC), 23),  # and forward
    ],
)
def test_to_nine_is_the_next_nine_in_london(now: datetime, hours: int) -> None:
    assert step("nine", now) == timedelta(hours=hours)


def test_each_button_moves_the_clock_and_lets_the_post_go(client: httpx.Client, house: House) -> None:
    for name, delta in (("hour", 1), ("day", 24), ("three_days", 72), ("fortnight", 336)):
        before = house.clock.now()
        assert client.post("/local/clock", data={"by": name}).headers["location"] == "/local/system"
        assert house.clock.now() - before == timedelta(hours=delta)
    before = house.clock.now()
    client.post("/local/clock", data={"by": "a century"})
    client.post("/local/clock", data={"by": "day"}, headers={"origin": "https://evil.example"})
    assert house.clock.now() == before


def test_a_letter_agreed_at_night_waits_until_the_clock_is_moved_to_nine(client: httpx.Client, house: House) -> None:
    house.clock.set(datetime(2026, 11, 2, 23, tzinfo=UTC))
    person = person_of(client, house)
    with pytest.raises(IndexError):  # nothing was sent, so there is no link yet
        house.introduce(person)
    assert "waits for Tuesday 3 November, 09:00" in client.get("/local/inbox").text
    assert "Agreed, and waiting to leave." in client.get("/local/system").text
    client.post("/local/clock", data={"by": "nine"})
    assert "Someone would like to meet you" in client.get("/local/inbox").text
    assert "With them. No answer yet." in client.get("/local/system").text


def test_a_mail_opens_and_its_link_leads_to_the_letter_here(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    found = re.search(r'href="(/local/inbox/[^"]+)"', client.get("/local/inbox").text)
    assert found
    page = client.get(found[1]).text
    assert f'href="/i/{token}"' in page
    assert "http" not in re.sub(r"<head>.*?</head>", "", page, flags=re.DOTALL)
    assert client.get("/local/inbox/none").status_code == 303


def test_the_system_part_tells_of_this_browsers_person_only(client: httpx.Client, house: House, address: str) -> None:
    house.introduce(person_of(client, house))
    page = client.get("/local/system").text
    for words in ("Thread &amp; Kettle", "The resident agreed to these very words", "said yes to keeping", "sewing"):
        assert words in page
    with httpx.Client(base_url=address, **LOOPBACK) as other:
        assert "Nobody has heard anything" in other.get("/local/system").text


def test_starting_as_someone_new_gives_a_fresh_conversation(client: httpx.Client, house: House) -> None:
    first = person_of(client, house)
    assert client.post("/local/new").headers["location"] == "/"
    assert "Say hello" in client.get("/chat").text
    assert person_of(client, house) != first


def test_in_production_there_is_no_local_page(house: House) -> None:
    production = replace(house, settings=house.settings.model_copy(update={"env": "production"}))
    with served(production.app()) as address, httpx.Client(base_url=address, **LOOPBACK) as client:
        assert client.get("/").headers["location"] == "/chat"
        for path in ("/local/inbox", "/local/system"):
            assert client.get(path).status_code == 404
        assert client.post("/local/clock", data={"by": "day"}).status_code == 404
        assert client.get("/chat").headers["x-frame-options"] == "DENY"
