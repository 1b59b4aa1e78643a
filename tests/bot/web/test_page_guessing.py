"""Ten thousand tries at links that are not theirs: none gets anywhere, and each address is soon told to wait."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from random import Random

import httpx
import pytest

from bot.web.guard import TRIES, WINDOW, FormKeys
from tests.bot.web.house import PLANTED, House
from tests.bot.web.test_page_letter import PRIVATE

ADDRESSES, TRIES_EACH = 100, 100
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
DOES = ("open", "hello", "ask", "not_yet", "no", "not_me", "write", "came")
WORDS = {"contact": "Eve", "first_step": "x", "when": "x", "text": "x", "from_date": "2026-11-20", "why": "full"}


def tries(live: str, ended: list[str], random: Random) -> Iterator[str]:
    """Guessed, tampered with, and replayed after their end; without end."""
    while True:
        yield secrets.token_urlsafe(len(live) * 3 // 4)
        place = random.randrange(len(live))
        yield live[:place] + random.choice(LETTERS.replace(live[place], "")) + live[place + 1 :]
        yield random.choice(ended)
        yield live[: random.randrange(1, len(live))]


async def ten_thousand(house: House, guesses: Iterator[str], random: Random) -> Counter[int]:
    """Every guess with the form that our own page gives for it, so that nothing but the link keeps it out."""
    app, keys, seen = house.app(), FormKeys(house.cipher, house.clock), Counter[int]()
    for n in range(ADDRESSES):
        transport = httpx.ASGITransport(app, client=(f"192.0.2.{n}", 5000))
        async with httpx.AsyncClient(transport=transport, base_url=house.settings.base_url) as client:
            for _ in range(TRIES_EACH):
                guess = next(guesses)
                form = {"form": keys.make(guess), "do": random.choice(DOES), **WORDS}
                answer = await client.post(f"/i/{guess}", data=form)
                assert not [word for word in (*PRIVATE, *PLANTED.values()) if word in unescape(answer.text)]
                seen[answer.status_code] += 1
    return seen


@pytest.mark.long
def test_ten_thousand_links_get_nowhere_and_are_slowed_down(house: House) -> None:
    random = Random(7)
    old = house.introduce("person-3")
    house.clock.move(timedelta(days=181))
    revoked = house.introduce("person-2")
    house.room.not_meant_for_me(revoked)
    live = house.introduce()
    house.room.open_link(live)
    before = {name: house.room.of_person(name) for name in ("person-1", "person-2", "person-3")}

    seen = asyncio.run(ten_thousand(house, tries(live, [old, revoked], random), random))

    assert sum(seen.values()) == ADDRESSES * TRIES_EACH == 10_000
    assert set(seen) <= {404, 410, 429}, seen
    assert seen[429] >= ADDRESSES * (TRIES_EACH - TRIES) - ADDRESSES * 2, seen
    assert {name: house.room.of_person(name) for name in before} == before


def test_whoever_was_slowed_down_may_try_again_later(house: House) -> None:
    async def statuses() -> list[int]:
        found, keys = [], FormKeys(house.cipher, house.clock)
        transport = httpx.ASGITransport(house.app(), client=("192.0.2.1", 5000))
        async with httpx.AsyncClient(transport=transport, base_url=house.settings.base_url) as client:
            for wait in (*[timedelta()] * TRIES, timedelta(), WINDOW):
                house.clock.move(wait)
                answer = await client.post("/i/guess", data={"form": keys.make("guess"), "do": "open"})
                found.append(answer.status_code)
        return found

    assert asyncio.run(statuses()) == [*[404] * TRIES, 429, 404]
