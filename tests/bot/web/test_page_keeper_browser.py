"""A keeper's page in Debian's Chromium: accessible, at any size, by keyboard alone, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.browsing import IN_CHROMIUM, NeverOutside, faults
from tests.bot.web.house import House

pytestmark = IN_CHROMIUM
SHOP, GARDEN = "The hall shop", "Roof garden evenings"
BOTH = "Are these still right? 2 listings of Windrow Hall"


def every_state(page: Page, house: House) -> Iterator[str]:
    token = house.ask_keepers()[BOTH]
    page.goto(f"/k/{token}")
    yield "two are asked about"
    shop, garden = (page.get_by_role("region", name=name, exact=True) for name in (SHOP, GARDEN))
    for answer in ("Full until", "Something changed", "We have closed"):
        shop.locator("summary", has_text=answer).click()
        yield f"at {answer}"
    shop.locator("summary", has_text="Full until").click()
    shop.get_by_label("Or another day").fill("2026-12-01")
    with page.expect_navigation():
        shop.get_by_role("button", name="Full until this day").click()
    yield "one is full"
    shop.locator("summary", has_text="See it, or say something else").click()
    yield "one that is full, opened again"
    page.locator("summary", has_text="Form and CV clinic").first.click()
    yield "another listing"
    garden.locator("summary", has_text="Something changed").click()
    garden.get_by_label("What has changed?").fill("A-very-long-word-" * 12)
    garden.get_by_role("button", name="Tell ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. That is all we asked.")
    yield "all are answered"
    page.goto("/k/forged")
    yield "a refused link"
    page.goto("/local/inbox")
    yield "the inbox"


def test_nothing_keeps_anybody_out(visit: NeverOutside, house: House) -> None:
    page = visit(width=375)
    assert {name: found for name in every_state(page, house) if (found := faults(page))} == {}


@pytest.mark.parametrize("scripts", [True, False])
def test_a_keeper_says_yes_by_keyboard_alone(visit: NeverOutside, house: House, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts, width=360)
    page.goto(f"/k/{house.ask_keepers()[BOTH]}")
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("status")).to_contain_text("still right")
    yes = page.get_by_role("button", name=re.compile(f"Yes, still right ({SHOP}|{GARDEN})"))
    expect(yes).to_have_count(1)
    yes.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. That is all we asked.")


def test_each_button_says_of_which_listing_it_is(visit: NeverOutside, house: House) -> None:
    page = visit()
    page.goto(f"/k/{house.ask_keepers()[BOTH]}")
    for name in (SHOP, GARDEN):
        expect(page.get_by_role("button", name=f"Yes, still right {name}", exact=True)).to_have_count(1)
    expect(page.get_by_role("button", name="Yes, both are still right")).to_be_visible()
