"""The provider's page: what a fetch shows, what each answer does, and what closed doors say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import httpx
import pytest
import structlog

from bot.web.letter import FEW, lay_out
from introductions.model import Introduction
from introductions.ways import Chat
from introductions.week import Week
from tests.bot.loopback import LOOPBACK
from tests.bot.web.house import PLANTED, House, served

PRIVATE = ("Zephyrine", "wobblequilting", "Ondine", "back door", "school run", "small room")


def form_key(page: str) -> str:
    found = re.search(r'name="form" value="([^"]+)"', page)
    assert found
    return found[1]


def post(client: httpx.Client, token: str, do: str, **fields: str) -> httpx.Response:
    key = form_key(client.get(f"/i/{token}").text)
    return client.post(f"/i/{token}", data={"form": key, "do": do, **fields})


def holds(page: str) -> list[str]:
    return [word for word in PRIVATE if word in unescape(page)]


def introduction(house: House, person: str = "person-1") -> Introduction:
    return house.room.of_person(person)[0]


def kinds(house: House) -> list[str]:
    return [event.kind for event in introduction(house).events]


HELLO = {"contact": "Ade", "first_step": "I meet you at the door.", "when": "Thursday at 11"}


def test_a_fetch_shows_the_same_page_for_live_ended_and_revoked_links(client: httpx.Client, house: House) -> None:
    live = house.introduce()
    revoked = house.introduce("person-2")
    post(client, revoked, "not_me")
    pages = [client.get(f"/i/{token}") for token in (live, revoked)]
    house.clock.move(timedelta(days=400))
    pages.append(client.get(f"/i/{live}"))
    assert {page.status_code for page in pages} == {200}
    assert len({re.sub(r'name="form" value="[^"]+"', "", page.text) for page in pages}) == 1


def test_a_hello_by_phone_says_that_there_is_no_number_until_they_give_one(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    assert "on which number? We gave you none" in post(client, token, "open").text
    thanks = post(client, token, "hello", **{**HELLO, "first_step": "A chat on the phone."})
    letter = post(client, token, "open")
    assert "It is a call, and we gave you no number" in thanks.text
    assert "It is a call, and you have no number" in letter.text
    house.room.say_to_provider(introduction(house).id, "07700 900123", "t1")
    assert "you have no number" not in post(client, token, "open").text


def test_a_hello_at_the_door_says_nothing_of_numbers(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    assert "It is a call" not in post(client, token, "hello", **HELLO).text + post(client, token, "open").text


@pytest.mark.parametrize("is_sample", [True, False])
def test_every_page_of_an_invented_place_s_letter_says_that_it_is_invented(house: House, is_sample: bool) -> None:
    token, known = house.introduce(), house.directory.providers
    providers = {name: replace(one, sample=is_sample) for name, one in known.items()}
    house.said = lambda: replace(house.directory, providers=providers)
    with served(house.app()) as url, httpx.Client(base_url=url, **LOOPBACK) as client:
        pages = [post(client, token, "open"), post(client, token, "hello", **HELLO), post(client, token, "open")]
        house.clock.move(timedelta(days=40))
        pages.append(post(client, token, "open"))
    said = ["Thread &amp; Kettle is invented, to try this out." in page.text for page in pages]
    assert said == [is_sample] * 4


@pytest.mark.parametrize("token", ["forged.1.2", "x" * 300])
def test_a_link_that_is_not_whole_says_so_before_it_is_opened(client: httpx.Client, token: str) -> None:
    page = client.get(f"/i/{token}")
    assert "This link is not whole" in page.text
    assert "would like to meet you" not in page.text


def test_a_no_from_a_page_that_was_opened_before_the_hello_is_asked_about(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    post(client, token, "hello", **HELLO)
    page = post(client, token, "no", why="full", seen="sent")
    assert page.status_code == 409
    assert introduction(house).state == "accepted"
    assert "This cannot go ahead" in page.text
    assert post(client, token, "no", why="full", seen="accepted").status_code == 200
    assert introduction(house).state == "declined"


def test_another_day_that_was_agreed_stands_on_the_page(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    post(client, token, "hello", **HELLO)
    house.room.say_to_provider(introduction(house).id, "could it be 24 december instead?", "key")
    assert "asked for another day: Thursday 24 December" in post(client, token, "open").text
    page = post(client, token, "write", text="Yes, that is fine").text
    assert "Since then you agreed on Thursday 24 December" in page
    assert "You expect them: Thursday 24 December" in page


def test_who_opens_it_too_late_may_still_write(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    house.clock.move(timedelta(days=30))
    house.room.tick()
    assert "Reply to our email" in post(client, token, "open").text


def test_a_fetch_of_a_live_link_holds_nothing_about_anyone_and_changes_nothing(
    client: httpx.Client, house: House
) -> None:
    token = house.introduce()
    before = kinds(house)
    for method in ("GET", "HEAD"):
        assert holds(client.request(method, f"/i/{token}").text) == []
    assert kinds(house) == before


def test_no_page_of_a_letter_is_kept_found_framed_or_named_elsewhere(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    for page in (client.get(f"/i/{token}"), post(client, token, "open"), post(client, "forged", "open")):
        assert page.headers["cache-control"] == "no-store"
        assert "noindex" in page.headers["x-robots-tag"]
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["x-frame-options"] in ("DENY", "SAMEORIGIN")
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "<script" not in page.text
        assert " style=" not in page.text
        assert not re.search(r" on\w+=", page.text)


def test_open_shows_the_whole_letter_and_is_noted_as_seen(client: httpx.Client, house: House) -> None:
    page = post(client, house.introduce(), "open")
    assert all(text in unescape(page.text) for text in PLANTED.values())
    assert "seen" in kinds(house)
    for words in ("Say hello", "Ask something", "Not yet", "Not for us", "What happens next", "This link lives until"):
        assert words in page.text


def test_hello_names_a_person_a_step_and_a_time(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    page = post(client, token, "hello", **HELLO)
    assert page.status_code == 200
    assert introduction(house).state == "accepted"
    assert (introduction(house).contact, introduction(house).when) == ("Ade", "Thursday at 11")
    assert "I meet you at the door." in page.text
    assert house.room.pending_news()[-1].name == "provider_accepted"


def test_a_question_goes_to_the_person_and_the_answer_comes_back(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    assert post(client, token, "ask", text="Do you have a machine?").status_code == 200
    assert "We write to you when" in post(client, token, "open").text
    house.room.answer_question(introduction(house).id, "No, I sew by hand.", "key")
    assert "No, I sew by hand." in post(client, token, "open").text


def test_not_yet_takes_a_day_within_three_months(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    for wrong in ("", "someday", "2026-11-02", "2027-11-02"):
        page = post(client, token, "not_yet", from_date=wrong)
        assert page.status_code == 422
        assert "Please pick" in page.text
    assert introduction(house).state == "sent"
    assert "Thursday 26 November" in post(client, token, "not_yet", from_date="2026-11-26").text
    assert introduction(house).state == "on_hold"


def test_not_for_us_may_suggest_another_place_and_then_shows_states_only(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    assert "zaytun-stitch" in post(client, token, "open").text
    page = post(client, token, "no", why="full", suggest="zaytun-stitch")
    assert "Stitch and chat for women at Zaytun Prayer House" in page.text
    assert house.room.pending_news()[-1].data["suggest_service"] == "zaytun-stitch"
    assert holds(page.text) == []
    after = post(client, token, "open").text
    assert holds(after) == []
    assert "You said not for us" in after


def test_a_few_places_like_this_one_are_picked_from_and_any_other_is_written(
    client: httpx.Client, house: House
) -> None:
    token = house.introduce()
    page = unescape(post(client, token, "open").text)
    picks = set(re.findall(r'<option value="([^"]+)"', page))
    assert 3 <= len(picks) <= FEW
    assert "zaytun-stitch" in picks
    page = post(client, token, "no", why="full", suggest="zaytun-stitch", other="viaduct voices").text
    assert "viaduct voices" in page
    assert house.room.pending_news()[-1].data["suggest_provider"] == "viaduct-choir"


def test_not_meant_for_me_closes_the_link_for_good(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    assert holds(post(client, token, "not_me").text) == []
    page = post(client, token, "open")
    assert page.status_code == 410
    assert holds(page.text) == []
    assert introduction(house).state == "failed"


def test_a_form_with_something_empty_comes_back_with_what_was_written(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    page = post(client, token, "hello", contact="Ade", first_step="The green door", when=" ")
    assert page.status_code == 422
    assert "still empty" in page.text
    assert "The green door" in page.text
    assert introduction(house).state == "sent"


def test_words_too_long_come_back_and_change_nothing(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    page = post(client, token, "ask", text="why " * 1000)
    assert page.status_code == 422
    assert "shorter" in page.text
    assert introduction(house).state == "sent"


def test_the_same_answer_twice_counts_once_and_another_one_is_refused(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    assert [post(client, token, "hello", **HELLO).status_code for _ in range(2)] == [200, 200]
    assert [news.name for news in house.room.pending_news()].count("provider_accepted") == 1
    page = post(client, token, "not_yet", from_date="2026-11-26")
    assert page.status_code == 409
    assert "nothing was sent" in page.text
    assert introduction(house).state == "accepted"


def test_an_answer_before_open_only_shows_the_door(client: httpx.Client, house: House) -> None:
    page = post(client, house.introduce(), "hello", **HELLO)
    assert holds(page.text) == []
    assert introduction(house).state == "sent"


@pytest.mark.parametrize("state", ["withdrawn", "quiet"])
def test_after_withdrawal_or_thirty_days_the_page_shows_states_only(
    client: httpx.Client, house: House, state: str
) -> None:
    token = house.introduce()
    post(client, token, "open")
    if state == "withdrawn":
        house.room.withdraw(introduction(house).id, by="person", reason="", key="key")
    else:
        house.clock.move(timedelta(days=31))
    page = post(client, token, "open").text
    assert holds(page) == []
    assert "We sent it to you" in page


def test_an_ended_link_says_so(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    house.clock.move(timedelta(days=181))
    page = post(client, token, "open")
    assert (page.status_code, holds(page.text)) == (410, [])
    assert "This link has ended" in page.text


@pytest.mark.parametrize("token", ["forged", "a.b.c", "%00", "é", "x" * 400])
def test_a_forged_link_says_so(client: httpx.Client, token: str) -> None:
    page = post(client, token, "open")
    assert page.status_code == 404
    assert "opens nothing" in page.text


def test_guessing_links_is_stopped_after_twenty_tries_for_ten_minutes(client: httpx.Client, house: House) -> None:
    codes = [post(client, f"guess-{n}", "open").status_code for n in range(30)]
    assert codes == [404] * 20 + [429] * 10
    token = house.introduce()
    assert post(client, token, "open").status_code == 429
    house.clock.move(timedelta(minutes=11))
    assert post(client, token, "open").status_code == 200


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_an_answer_from_another_site_does_nothing(client: httpx.Client, house: House, headers: dict[str, str]) -> None:
    token = house.introduce()
    post(client, token, "open")
    key = form_key(client.get(f"/i/{token}").text)
    page = client.post(f"/i/{token}", data={"form": key, "do": "hello", **HELLO}, headers=headers)
    assert page.status_code == 403
    assert introduction(house).state == "sent"


def test_a_form_that_is_not_ours_for_this_link_or_too_old_does_nothing(client: httpx.Client, house: House) -> None:
    token, other = house.introduce(), house.introduce("person-2")
    post(client, token, "open")
    old = form_key(client.get(f"/i/{token}").text)
    wrong = ["", "x.y", form_key(client.get(f"/i/{other}").text)]
    for key in wrong:
        client.post(f"/i/{token}", data={"form": key, "do": "hello", **HELLO})
    house.clock.move(timedelta(hours=13))
    page = client.post(f"/i/{token}", data={"form": old, "do": "hello", **HELLO})
    assert "Press Open once more" in page.text
    assert introduction(house).state == "sent"


def test_no_log_line_carries_a_token_or_a_word_of_a_letter(client: httpx.Client, house: House) -> None:
    with structlog.testing.capture_logs() as logs:
        token = house.introduce()
        for do in ("open", "hello", "ask", "no"):
            post(client, token, do, text="wobblequilting", why="full", **HELLO)
        post(client, token[:-2] + "xx", "open")
    written = repr(logs)
    assert "link_refused" in written
    assert holds(written) == []
    assert token[:12] not in written


def test_every_line_of_a_letter_stands_once_and_in_order() -> None:
    lines = [
        "Ade would like to meet you.",
        "Ade enjoys: tea",
        f"Ade hopes for: {'much ' * 60}",
        "Times: noon",
        "The last.",
    ]
    letter = lay_out("\n".join(lines))
    shown = [letter.title, *(f"{x.label}: {x.text}" for x in letter.lines), letter.last]
    assert [line.split() for line in shown] == [line.split() for line in lines]


def test_the_whole_letter_stands_before_anything_is_answered(client: httpx.Client, house: House) -> None:
    page = post(client, house.introduce(long=True), "open").text
    before, _, _ = page.partition("<form")
    assert [words for words in PLANTED.values() if words not in before] == []


def test_letters_move_to_telegram_by_a_link_that_works_once(
    client: httpx.Client, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = house.introduce()
    opened = post(client, token, "open")
    assert "Get these on Telegram" not in opened.text
    monkeypatch.setattr(house, "telegram_name", "navigator_test_bot")
    assert "Get these on Telegram" in post(client, token, "open").text
    shown = post(client, token, "telegram")
    found = re.search(r"https://t\.me/navigator_test_bot\?start=(p-[\w-]{39})\"", shown.text)
    assert found
    assert house.room.link_chat(Chat("telegram", "1001"), found[1], "start") == "linked"
    assert "go to a Telegram chat now" in post(client, token, "open").text
    assert "by email again" in post(client, token, "by_mail").text
    assert not house.room.is_on_chat(introduction(house).provider_id)


def test_a_place_sets_its_week_on_the_page(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    post(client, token, "open")
    fields = {"people": "2", "away_from": "2026-11-09", "away_until": "2026-11-20"}
    key = form_key(client.get(f"/i/{token}").text)
    kept = client.post(f"/i/{token}", data={"form": key, "do": "week", "days": ["1", "3"], **fields})
    assert "Kept. We write to you" in kept.text
    assert house.room.week_of(introduction(house).provider_id) == Week(
        (1, 3), 2, (date(2026, 11, 9), date(2026, 11, 20))
    )
    assert 'value="2026-11-20"' in kept.text
    wrong = post(client, token, "week", days="1", people="many")
    assert (wrong.status_code, "whole number" in wrong.text) == (422, True)
    assert "tick at least one day" in post(client, token, "week", people="2").text
