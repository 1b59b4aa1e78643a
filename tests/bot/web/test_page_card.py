"""The door card: shown by a press, only while the place expects the person, with what they tap and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from html import unescape

import httpx
import pytest

from bot.web import card_url
from bot.web.card import LIFE, card_of
from introductions.states import State
from tests.bot.web.house import House
from tests.bot.web.test_page_letter import HELLO, introduction


@pytest.fixture
def path(house: House) -> str:
    """The path of the card of an introduction that its place accepted."""
    token = house.introduce()
    house.room.open_link(token)
    house.room.say_hello(token, HELLO["contact"], HELLO["first_step"], "Thursday at 11.")
    return card_path(house)


def card_path(house: House) -> str:
    return card_url(house.cipher, "", introduction(house).id, house.clock.now())


def test_a_card_says_who_comes_and_who_expects_them(client: httpx.Client, path: str) -> None:
    page = client.post(path)
    text = unescape(page.text)
    assert "<h1>I’m Zephyrine.</h1>" in text
    assert "<p>Ade expects me Thursday at 11.</p>" in text
    assert page.headers["cache-control"] == "no-store"
    assert "noindex" in page.headers["x-robots-tag"]


def test_lines_are_on_the_card_only_once_tapped(client: httpx.Client, path: str) -> None:
    assert "<p>I read slowly.</p>" not in client.post(path).text
    page = client.post(path, data={"line": ["read", "quiet", "nonsense"]}).text
    assert "<p>I read slowly.</p>" in page
    assert "<p>Somewhere quiet helps me.</p>" in page
    assert "nonsense" not in page


@pytest.mark.parametrize(("text", "helps"), [("Hi\nWhat would help: a chair\nEnd.", "a chair"), ("Hi\nEnd.", "")])
def test_what_would_help_is_on_the_card_only_where_the_letter_says_it(house: House, text: str, helps: str) -> None:
    house.introduce()
    one = replace(introduction(house), state=State.ACCEPTED, contact="Ade", when="Thursday", page_text=text)
    card = card_of(one)
    assert card
    assert card.helps == helps


def test_a_fetch_shows_nobody_s_name_and_is_the_same_for_every_link(client: httpx.Client, path: str) -> None:
    pages = {client.get(one).text for one in (path, "/card/forged", f"{path}x")}
    assert len(pages) == 1
    assert "Zephyrine" not in pages.pop()


@pytest.mark.parametrize("ended", ["before hello", "taken back", "erased"])
def test_there_is_no_card_before_hello_or_after_the_end(client: httpx.Client, house: House, ended: str) -> None:
    token = house.introduce()
    path, one = card_path(house), introduction(house)
    if ended != "before hello":
        house.room.open_link(token)
        house.room.say_hello(token, **HELLO)
    if ended == "taken back":
        house.room.withdraw(one.id, by="person", reason="", key="k")
    elif ended == "erased":
        house.room.erase(one.person_id)
    page = client.post(path)
    assert page.status_code == 410
    assert "Zephyrine" not in page.text


def test_a_card_s_link_ends(client: httpx.Client, house: House, path: str) -> None:
    house.clock.move(LIFE + timedelta(seconds=1))
    assert client.post(path).status_code == 410


def test_other_links_of_ours_and_guesses_open_no_card(client: httpx.Client, house: House, path: str) -> None:
    token = house.introduce("person-2")
    for wrong in (f"/card/{token}", "/card/forged", f"{path[:-1]}", "/card/card..ffff.x"):
        assert client.post(wrong).status_code == 404
    assert client.post("/i/" + path.rpartition("/")[2], data={}).status_code == 200  # its door, which opens nothing
    codes = [client.post("/card/guess").status_code for _ in range(20)]
    assert codes[-1] == 429
