"""The chat without scripts: plain posts, one cookie, nothing lost when the store is busy."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import httpx
import pytest
from markupsafe import escape
from sqlalchemy import Engine

from bot.channels.contract import OfferedButton
from bot.channels.web_chat import ChatLine
from bot.web.chat import card, show
from tests.bot.stub_rasa import reply, turn_of
from tests.bot.web.house import House

LARGEST_BYTES = 30 * 1024


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def say(client: httpx.Client, page: str, **fields: str) -> httpx.Response:
    data = {"key": hidden(page, "key"), "id": hidden(page, "id"), **fields}
    return client.post("/chat", data=data, follow_redirects=True)


def buttons(page: str) -> dict[str, str]:
    found = re.findall(r'name="button" value="([^"]+)">(.*?)</button>', page)
    return {unescape(re.sub(r"<[^>]+>", "", title)).strip(): button for button, title in found}


def test_a_shared_computer_is_left_with_an_empty_page(client: httpx.Client) -> None:
    page = say(client, client.get("/chat").text, quick="Hello").text
    assert "Leave this chat here" in page
    page = say(client, page, leave="yes").text
    assert "computer program" in page
    assert "I&#39;m a computer program" not in page


def test_a_conversation_by_plain_posts(client: httpx.Client) -> None:
    page = say(client, client.get("/chat").text, quick="Hello").text
    assert "I&#39;m a computer program" in page
    assert list(buttons(page)) == ["1 I'm 18+ and I agree", "2 I'm under 18", "3 Just look", "4 More"]
    page = say(client, page, button=buttons(page)["1 I'm 18+ and I agree"]).text
    page = say(client, page, text="i like sewing").text
    assert "Thread &amp; Kettle: Thursday sewing circle</h2>" in page
    assert "i like sewing" in page
    numbers = [title.split()[0] for title in buttons(page)]
    assert numbers == [str(n) for n in range(1, 8)]


def test_a_button_that_answers_no_question_can_be_pressed_when_the_talk_has_gone_on(
    client: httpx.Client, house: House
) -> None:
    house.stub.answer = lambda body: turn_of(reply("On its way.", "Take it back"))
    page = say(client, client.get("/chat").text, text="i agree").text
    back = buttons(page)["1 Take it back"]
    house.stub.answer = lambda body: turn_of(reply("Still here."))
    page = say(client, page, text="hello?").text
    assert buttons(page)["Take it back"] == back
    say(client, page, button=back)
    assert house.stub.asked[-1]["entities"] == {"answer": "take it back"}


def test_the_same_form_sent_twice_is_one_message(client: httpx.Client, house: House) -> None:
    page = client.get("/chat").text
    for _ in range(2):
        say(client, page, text="hello there")
    assert [body["text"] for body in house.stub.asked] == ["hello there"]


def test_an_empty_message_is_no_message(client: httpx.Client, house: House) -> None:
    assert say(client, client.get("/chat").text, text="  ").status_code == 200
    assert house.stub.asked == []


@pytest.mark.parametrize("key", ["", "form-x.y"])
def test_a_form_that_is_not_ours_says_nothing_for_the_person(client: httpx.Client, house: House, key: str) -> None:
    page = client.get("/chat").text
    answer = say(client, page, text="hello", key=key)
    assert answer.status_code == 403
    assert "write it once more" in answer.text
    assert house.stub.asked == []


def test_a_form_from_another_site_says_nothing_for_the_person(client: httpx.Client, house: House) -> None:
    data = {"key": hidden(client.get("/chat").text, "key"), "text": "hello"}
    assert client.post("/chat", data=data, headers={"origin": "https://evil.example"}).status_code == 403
    assert house.stub.asked == []


def test_while_the_store_is_busy_the_page_keeps_the_words_and_their_id(
    client: httpx.Client, house: House, engine: Engine
) -> None:
    page = say(client, client.get("/chat").text, text="hello").text
    with engine.begin():
        busy = say(client, page, text="it hurts & I'm tired")
    assert busy.status_code == 503
    assert "nothing is sent twice" in busy.text
    assert hidden(busy.text, "id") == hidden(page, "id")
    assert unescape(hidden(busy.text, "quick")) != ""
    again = say(client, busy.text, quick="it hurts & I'm tired")
    assert again.status_code == 200
    assert [body["text"] for body in house.stub.asked] == ["hello", "it hurts & I'm tired"]


def test_what_people_write_is_text_and_never_markup(client: httpx.Client) -> None:
    page = say(client, client.get("/chat").text, text="<script>alert(1)</script>").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def weight(client: httpx.Client, page: str) -> int:
    parts = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(parts) == 3
    return len(page.encode()) + sum(len(client.get(part).content) for part in parts)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("i like sewing", id="few"),
        pytest.param("I don't know, it's & was \"a lot\" ' < > " * 60, id="long"),
        pytest.param("আমি সেলাই ভালোবাসি " * 300, id="letters of three bytes"),
        pytest.param("অ" * 6000, id="one word"),
    ],
)
def test_the_residents_page_is_thirty_kilobytes_at_most(client: httpx.Client, house: House, words: str) -> None:
    long = reply("It's here & there. " * 50, *(f"It's a button, and it's long {n}" for n in range(8)))
    house.stub.answer = lambda body: turn_of(*[long] * 2)
    page = client.get("/chat").text
    for n in range(12):
        house.clock.move(timedelta(minutes=1))
        page = say(client, page, text=f"{n} {words}").text
    assert weight(client, page) <= LARGEST_BYTES
    assert page.count('<li class="mine"') >= 1
    assert ["long 0" in page, "long 7" in page] == [True, True]
    assert ("Show all of this" in page) == (words != "i like sewing")
    everything = client.get(unescape(re.findall(r'href="(/chat\?earlier[^"]*)"', page)[0])).text
    assert [f"<p>{n} {escape(words)[:20]}" in everything for n in range(12)] == [True] * 12
    assert everything.count(str(escape(words.strip()))) == 12


@pytest.mark.parametrize("words", ["it's & \" < " * 1800, "অ" * 20_000, "I'm so tired of it. " * 40])
def test_the_page_of_a_busy_store_is_thirty_kilobytes_at_most(
    client: httpx.Client, house: House, engine: Engine, words: str
) -> None:
    house.stub.answer = lambda body: turn_of(reply("It's here & there. " * 50, "Yes"))
    page = say(client, client.get("/chat").text, text="hello").text
    with engine.begin():
        busy = say(client, page, text=words)
    assert busy.status_code == 503
    assert weight(client, busy.text) <= LARGEST_BYTES
    is_here = str(escape(words.strip())) in busy.text
    assert is_here == ('id="again"' in busy.text) == (len(words) < 1000)
    assert ("Load this page again" in busy.text) != is_here
    assert client.send(busy.request).status_code == 303
    assert [body["text"][:9] for body in house.stub.asked] == ["hello", words[:9]]
    assert str(escape(words.strip())) in client.get("/chat?earlier=1").text


def test_a_letter_is_shown_whole_however_long_it_is(client: httpx.Client, house: House) -> None:
    letter = "Dear Thread & Kettle, it's me. " * 120
    house.stub.answer = lambda body: turn_of(reply(letter, "Send it"))
    page = say(client, client.get("/chat").text, text="show me").text
    assert unescape(page).count(letter.strip()) == 1
    assert "Show all of this" not in page


def test_nothing_on_any_page_comes_from_outside() -> None:
    folder = Path(__file__).parents[3] / "bot" / "web"
    for path in [*folder.glob("templates/*.html"), *folder.glob("static/*")]:
        loads = re.findall(
            r"""(?:src|srcset|url\(|@import|<link[^>]*href)\s*=?\s*["'(]?(https?:|//)""", path.read_text()
        )
        assert loads == [], path.name


def said(turn: str, kind: str, *ids: str, lasts: bool = False) -> ChatLine:
    buttons = tuple(OfferedButton(i, i) for i in ids)
    return ChatLine("navigator", "A: B.\nWords.", turn, kind=kind, buttons=buttons, lasts=lasts)


def test_numbers_run_over_the_latest_turn_and_older_buttons_stay_where_they_answer_no_question() -> None:
    lines = [
        said("t1", "text", "a"),
        said("t1", "options", "b", lasts=True),
        said("t2", "text", "c"),
        said("t2", "options", "d", "e"),
    ]
    shown = [[(b.id, b.number) for b in line.buttons] for line in show(lines)]
    assert shown == [[], [("b", None)], [("c", 1)], [("d", 2), ("e", 3)]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A & B: sewing.\nCome in.\nFree.", ("A & B: sewing", "Come in.\nFree.")),
        ("No number here.", ("", "No number here.")),
    ],
)
def test_a_card_has_its_place_as_heading(text: str, expected: tuple[str, str]) -> None:
    assert card(text) == expected
