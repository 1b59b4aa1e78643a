"""The pages in Debian's Chromium: accessible, at any size, by keyboard alone, live and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Engine

from bot.web import card_url
from tests.bot.web.browsing import IN_CHROMIUM, NeverOutside, faults, follow
from tests.bot.web.house import PLANTED, House

pytestmark = IN_CHROMIUM


def open_letter(page: Page, token: str) -> None:
    page.goto(f"/i/{token}")
    follow(page, "Open")


def talk(page: Page) -> None:
    page.get_by_role("button", name="Say hello").click()
    page.get_by_role("button", name="18+").click()
    expect(page.get_by_text("Tell me a bit about you")).to_be_visible()
    page.get_by_label("Write here").fill("i like sewing")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="Mend and Make Stockwell: Repair evenings")).to_be_visible()


def every_page(page: Page, house: House) -> Iterator[str]:
    """Walk through every page and state, giving each one's name while it is shown."""
    for path in (
        "/",
        "/places",
        "/places?q=sewing",
        "/places?q=zzz",
        "/places/thread-kettle-circle",
        "/places/none",
        "/nowhere",
        "/local/inbox",
    ):
        page.goto(path)
        yield path
    page.goto("/chat")
    yield "the first chat page"
    talk(page)
    page.locator("summary").click()
    yield "a conversation"
    token = house.introduce(house.bot.store.claims.conversation_of("web", sender_of(page, house)) or "")
    for path in ("/local/inbox", "/local/system"):
        page.goto(path)
        yield f"{path} with a letter"
    page.goto("/local/inbox")
    with page.expect_navigation():
        page.locator(".mails a").first.click()
    yield "a mail"
    page.goto("/i/forged")
    yield "a refused link"
    page.goto(f"/i/{token}")
    yield "the door of a letter"
    open_letter(page, token)
    yield "a letter"
    for answer in ("Say hello", "Ask something", "Not yet", "Not for us"):
        page.locator("summary", has_text=answer).click()
        yield f"a letter at {answer}"
    page.locator("summary", has_text="Say hello").click()
    page.get_by_label("When?").fill("Thursday at 11")
    follow(page, "Send hello")
    yield "thanks for hello"
    follow(page, "Back to the letter")
    for answer in ("Write to", "We cannot reach", "Also: suggest", "Finished here", "This cannot go ahead"):
        page.locator("summary", has_text=answer).click()
        yield f"after hello at {answer}"
    page.get_by_role("textbox", name="What would you like to say?").fill("There is a lift\nby the green door.")
    follow(page, "Send it to")
    follow(page, "has started")
    yield "after hello, words and a tap"
    card = card_url(house.cipher, "", house.room.list_introductions()[0]["id"], house.clock.now())
    page.goto(card)
    yield "the door of a card"
    follow(page, "Show my card")
    page.get_by_label("I read slowly.").check()
    follow(page, "Show it like this")
    yield "a door card"
    page.goto("/card/forged")
    follow(page, "Show my card")
    yield "no card"
    house.room.withdraw(house.room.list_introductions()[0]["id"], by="person", reason="", key="withdraw")
    open_letter(page, token)
    yield "a letter taken back"


def sender_of(page: Page, house: House) -> str:
    cookie = next(c["value"] for c in page.context.cookies() if c["name"] == "nwd_person")
    return (house.cipher.unsign(cookie) or "").partition(":")[2]


def test_nothing_keeps_anybody_out_of_any_page(visit: NeverOutside, house: House) -> None:
    page = visit(width=1100)
    assert {name: found for name in every_page(page, house) if (found := faults(page))} == {}


@pytest.mark.parametrize("long", [False, True])
def test_every_line_of_the_letter_stands_above_the_four_answers(visit: NeverOutside, house: House, long: bool) -> None:
    page = visit(width=320, height=640)
    open_letter(page, house.introduce(long=long))
    top = page.locator(".answers").bounding_box()
    lines = [line.bounding_box() for line in page.locator(".letter p, .letter dd").all()]
    assert top
    assert len(lines) >= len(PLANTED)
    assert all(box and box["y"] + box["height"] <= top["y"] + 1 for box in lines)
    expect(page.locator(".answers summary")).to_have_text(["Say hello", "Ask something", "Not yet", "Not for us"])


@pytest.mark.parametrize("scripts", [True, False])
def test_a_provider_answers_by_keyboard_alone(visit: NeverOutside, house: House, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    page.goto(f"/i/{house.introduce()}")
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text("Zephyrine would like to meet you.")
    for key in ("Tab", "Enter", "Tab", "Tab", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Thursday at 11")
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Zephyrine will hear from you.")
    assert house.room.list_introductions()[0]["state"] == "accepted"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_provider_goes_on_by_keyboard_alone(visit: NeverOutside, house: House, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    token = house.introduce()
    house.room.open_link(token)
    house.room.say_hello(token, "Ade", "I meet you at the door.", "Thursday at 11")
    page.goto(f"/i/{token}")
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_text("You said hello:")).to_be_visible()
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("There is a lift.")
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("status")).to_have_text("Passed on, in your words.")
    page.get_by_role("button", name="We spoke or met").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Thank you. That is noted.")
    assert house.room.list_introductions()[0]["state"] == "contact_made"


def test_a_resident_chats_by_keyboard_alone(visit: NeverOutside) -> None:
    page = visit(width=360, height=740)
    page.goto("/chat")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to writing")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("hello")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Just look")).to_be_visible()
    page.keyboard.type("i like sewing")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Change something")).to_be_visible()
    expect(page.get_by_label("Write here")).to_be_focused()


def test_the_chat_is_live_and_its_buttons_are_numbered(visit: NeverOutside) -> None:
    page = visit()
    page.goto("/chat")
    talk(page)
    numbers = page.locator(".taps .n").all_inner_texts()
    assert numbers == [str(n) for n in range(1, 8)]
    expect(page.locator("#typing")).to_be_hidden()
    before = page.locator("#talk").inner_text()
    page.reload()
    assert [line for line in page.locator("#talk li > p").all_inner_texts() if line not in before] == []
    assert page.locator(".taps .n").all_inner_texts() == numbers


def test_while_the_navigator_writes_a_sentence_says_so(visit: NeverOutside, house: House) -> None:
    page = visit()
    page.goto("/chat")
    page.get_by_role("button", name="Say hello").click()
    page.get_by_role("button", name="18+").wait_for()
    page.route("**/web/messages", lambda route: None)
    page.get_by_label("Write here").fill("sewing")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The navigator is writing.")).to_be_visible()


def test_a_busy_store_shows_a_kind_line_and_the_words_arrive_once(
    visit: NeverOutside, house: House, engine: Engine
) -> None:
    page = visit()
    page.goto("/chat")
    talk(page)
    with engine.begin():
        page.get_by_label("Write here").fill("my back hurts")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Your words have not arrived yet.")).to_be_visible()
    expect(page.get_by_text("Your words have not arrived yet.")).to_be_hidden()
    expect(page.get_by_role("button", name="Just look")).to_be_visible()
    assert [body["text"] for body in house.stub.asked].count("my back hurts") == 1
    expect(page.get_by_text("my back hurts")).to_have_count(1)


def test_news_arrives_unasked_and_is_labelled(visit: NeverOutside, house: House) -> None:
    page = visit()
    page.goto("/chat")
    talk(page)
    person = house.bot.store.claims.conversation_of("web", sender_of(page, house))
    assert person
    house.bot.store.claims.claim_event(person, "news:1", "introduction_sent", {})
    page.get_by_label("Write here").fill("thanks")
    page.keyboard.press("Enter")
    expect(page.locator("li.notice").first).to_contain_text("News")


def test_leaving_quickly_puts_another_page_in_place_of_the_chat(
    visit: NeverOutside, browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    neutral = "<title>Weather</title>Sunny spells"
    context.route(re.compile("^https:"), lambda route: route.fulfill(body=neutral, content_type="text/html"))
    page.goto("/places")
    page.goto("/chat")
    page.get_by_role("link", name="Leave quickly").click()
    page.wait_for_url(re.compile("^https:"))
    expect(page).to_have_title("Weather")
    page.go_back()
    assert page.url.endswith("/places")
    context.close()


def test_the_chat_and_the_letter_work_without_scripts(visit: NeverOutside, house: House) -> None:
    page = visit(java_script_enabled=False, width=360)
    page.goto("/chat")
    talk(page)
    open_letter(page, house.introduce())
    page.locator("summary", has_text="Not yet").click()
    page.get_by_label("From which day").fill("2026-11-26")
    page.get_by_role("button", name="Say not yet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Not yet is fine.")


def test_the_whole_loop_on_the_local_page(visit: NeverOutside, house: House) -> None:
    house.clock.set(datetime(2026, 11, 2, 22, tzinfo=UTC))
    page = visit(width=1400, height=900)
    page.goto("/")
    phone = page.frame_locator("iframe[title='The resident’s chat']")
    phone.get_by_role("button", name="Say hello").click()
    phone.get_by_role("button", name="18+").wait_for()
    person = house.bot.store.claims.conversation_of("web", sender_of(page, house))
    assert person
    with pytest.raises(IndexError):  # agreed at night: nothing was sent, so there is no link yet
        house.introduce(person)
    place, system = page.frame_locator("iframe[name=place]"), page.frame_locator("iframe[title^='What the system did']")
    expect(place.get_by_text("A letter is agreed and waits")).to_be_visible()
    system.get_by_role("button", name="To 09:00").click()
    expect(system.locator("#now")).to_have_text("09:00 Tuesday 3 November")
    place.get_by_text("Someone would like to meet you").click()
    place.get_by_role("link", name="Open the private page").click()
    place.get_by_role("button", name="Open").click()
    place.locator("summary", has_text="Say hello").click()
    place.get_by_label("When?").fill("Thursday at 11")
    place.get_by_role("button", name="Send hello").click()
    expect(system.get_by_text("The place said hello, by name.")).to_be_visible()


def test_on_a_phone_the_parts_are_tabs_without_scripts(visit: NeverOutside) -> None:
    page = visit(width=360, height=740, java_script_enabled=False)
    page.goto("/")
    for name, shown in (
        ("Resident", "The resident’s phone"),
        ("Place", "The place’s inbox"),
        ("System", "What the system did"),
    ):
        page.get_by_label(name, exact=True).check(force=True)
        visible = [h for h in page.locator(".part h2").all() if h.is_visible()]
        assert [h.inner_text() for h in visible] == [shown]


def test_printed_a_letter_keeps_its_words_and_drops_the_forms(visit: NeverOutside, house: House) -> None:
    page = visit()
    open_letter(page, house.introduce())
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert [b.inner_text() for b in page.get_by_role("button").all() if b.is_visible()] == []
