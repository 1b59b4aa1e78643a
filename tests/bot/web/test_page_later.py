"""The provider's page after its first answer: what may still be said, what happened, and when it shows no words."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest

from bot.channels.contract import Inbound
from bot.store.model import Outcome, Said
from tests.bot.web.house import House
from tests.bot.web.test_page_letter import HELLO, holds, introduction, post


def summaries(page: str) -> list[str]:
    return [unescape(found).strip() for found in re.findall(r"<summary>(.*?)</summary>", page)]


def taps(page: str) -> list[str]:
    return re.findall(r'name="do" value="(came|started|stopped)"', page)


def news(house: House) -> list[str]:
    return [one.name for one in house.room.pending_news()]


@pytest.fixture
def token(client: httpx.Client, house: House) -> str:
    """A letter whose place has said hello."""
    token = house.introduce()
    post(client, token, "open")
    post(client, token, "hello", **HELLO)
    return token


def test_before_the_first_answer_only_words_and_another_place_stand_below_the_four(
    client: httpx.Client, house: House
) -> None:
    page = post(client, house.introduce(), "open").text
    assert summaries(page)[:4] == ["Say hello", "Ask something", "Not yet", "Not for us"]
    assert summaries(page)[4:] == [
        "Write to Zephyrine",
        "Suggest another place as well",
        "Your working days, new people, and when you are away",
        "This letter is not meant for me",
    ]
    assert taps(page) == []


def test_after_hello_the_later_answers_take_the_place_of_the_four(client: httpx.Client, token: str) -> None:
    page = post(client, token, "open").text
    assert summaries(page) == [
        "Write to Zephyrine",
        "We cannot reach Zephyrine",
        "Also: suggest a place alongside",
        "Finished here",
        "This cannot go ahead",
        "Your working days, new people, and when you are away",
    ]
    assert taps(page) == ["came", "started"]


def test_what_happened_so_far_is_told_in_plain_words(client: httpx.Client, house: House, token: str) -> None:
    page = post(client, token, "open").text
    told = re.findall(r"<dd>(.*?)</dd>", page.partition("What happened so far")[2])
    assert told == ["They agreed to this letter", "We sent it to you", "You opened it", "You said hello"]


def test_words_pass_both_ways_and_each_side_s_are_labelled(client: httpx.Client, house: House, token: str) -> None:
    house.room.say_to_provider(introduction(house).id, "Is there a lift?", "turn:say")
    page = post(client, token, "write", text="There is one,\nby the green door.")
    assert page.status_code == 200
    assert "Passed on, in your words." in page.text
    said = re.findall(r'small">(.*?) wrote, .*?words">(.*?)</p>', page.text, re.DOTALL)
    assert said == [("Zephyrine", "Is there a lift?"), ("You", "There is one,\nby the green door.")]
    assert house.room.pending_news()[-1].data["text"] == "There is one,\nby the green door."


def test_a_place_that_spoke_sees_that_it_has_not_arrived(client: httpx.Client, house: House) -> None:
    store = house.bot.store
    person = store.claims.claim(Inbound("telegram", "update:1", "31", text="hello")).conversation
    run = store.turns.begin(person, house.bot.gateway._choose)
    assert run
    store.turns.finish(run, Outcome((Said("Thread & Kettle would like to meet you."),), "open", None, None))
    token = house.introduce(person)
    (message,) = store.delivery.due()
    store.delivery.failed(message.n, next_try=None)
    assert "has not reached" not in post(client, token, "open").text
    post(client, token, "hello", **HELLO)
    assert "What you wrote has not reached Zephyrine yet." in post(client, token, "open").text
    assert store.delivery.resend(message.n)
    store.delivery.sent(message.n, "1")
    assert "has not reached" not in post(client, token, "open").text


def test_the_same_words_sent_again_by_a_reload_pass_once(client: httpx.Client, house: House, token: str) -> None:
    for _ in range(2):
        assert post(client, token, "write", text="See you then").status_code == 200
    assert news(house).count("relayed") == 1


def test_words_too_long_or_empty_come_back_in_their_box(client: httpx.Client, house: House, token: str) -> None:
    long = "word " * 300
    for text, problem in ((long, "shorter"), (" ", "still empty")):
        page = post(client, token, "write", text=text)
        assert page.status_code == 422
        assert problem in page.text
    assert "word word" in post(client, token, "write", text=long).text
    assert "relayed" not in news(house)


def test_after_stop_no_words_pass_and_the_meeting_stands(client: httpx.Client, house: House, token: str) -> None:
    post(client, token, "write", text="See you then")
    page = post(client, token, "stop_writing").text
    assert "Writing here is stopped" in page
    assert "Write to Zephyrine" not in summaries(page)
    assert news(house)[-1] == "relay_stopped"
    refused = post(client, token, "write", text="One more thing")
    assert refused.status_code == 409
    assert "not passed on" in refused.text
    assert introduction(house).state == "accepted"


@pytest.mark.parametrize(
    ("do", "fields", "told"),
    [
        ("cannot_reach", {}, "provider_cannot_reach"),
        ("also", {"suggest": "zaytun-stitch"}, "provider_suggests"),
        ("finished", {}, "provider_finished"),
    ],
)
def test_each_remark_reaches_the_person_once_a_day(
    client: httpx.Client, house: House, token: str, do: str, fields: dict[str, str], told: str
) -> None:
    for _ in range(2):
        page = post(client, token, do, **fields)
        assert page.status_code == 200
        assert 'role="status"' in page.text
    assert news(house).count(told) == 1
    assert introduction(house).state == "accepted"


def test_a_place_alongside_has_to_be_picked(client: httpx.Client, house: House, token: str) -> None:
    page = post(client, token, "also", suggest="")
    assert page.status_code == 422
    assert "provider_suggests" not in news(house)


@pytest.mark.parametrize("tap", ["came", "started"])
def test_one_tap_says_that_there_was_contact(client: httpx.Client, house: House, token: str, tap: str) -> None:
    page = post(client, token, tap).text
    assert introduction(house).state == "contact_made"
    assert "You were in touch" in page
    assert taps(page) == ["came", "started", "stopped"]


def test_a_tap_before_hello_changes_nothing(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    assert post(client, token, "came").status_code == 409
    assert introduction(house).state == "sent"


@pytest.mark.parametrize("do", ["write", "stop_writing", "also", "finished", "cannot_reach", "came"])
def test_nothing_later_works_or_shows_words_after_it_was_taken_back(
    client: httpx.Client, house: House, token: str, do: str
) -> None:
    house.room.withdraw(introduction(house).id, by="person", reason="", key="take back")
    page = post(client, token, do, text="hello", suggest="zaytun-stitch")
    assert page.status_code == 409
    assert holds(page.text) == []
    assert "It was taken back" in page.text
    assert introduction(house).state == "withdrawn"


@pytest.mark.parametrize("do", ["write", "finished", "came"])
def test_nothing_later_works_before_open(client: httpx.Client, house: House, do: str) -> None:
    page = post(client, house.introduce(), do, text="hello")
    assert holds(page.text) == []
    assert "relayed" not in news(house)
