"""Takes docs/screenshot.png anew, of the local page with a real conversation: start one on a new data folder,
in the middle of a working day (``NWD_DATA_DIR=… NWD_CLOCK=2026-11-24T10:30 nwd run``), then give this its address.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import FrameLocator, Page, ViewportSize, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE: ViewportSize = {"width": 1440, "height": 900}
PATIENCE = 20_000
"""Milliseconds a turn may take."""
NO_DOUBLE_TAP = 600
"""Milliseconds before a tap: the page takes one that comes sooner after another for the same."""
TYPED = (
    "Hello",
    "[I'm 18+ and I agree]",
    "I used to sew. Since my panic attacks I hardly see anyone. I'm in SW9",
    "[Some company]",
    "[Mornings]",
)
THEN = ("[Introduce me]", "Marcia", "[I agree, send it]")


def chat_of(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title^='The resident']")


def say(chat: FrameLocator, words: str) -> None:
    """One message, or a tap where it stands in brackets; waits until the answer is there."""
    said = chat.locator("#talk > li")
    before = said.count()
    if words.startswith("["):
        chat.locator("#talk").page.wait_for_timeout(NO_DOUBLE_TAP)
        chat.locator(".taps:not(.older) button", has_text=words.strip("[]")).first.click()
    else:
        chat.locator("#text").fill(words)
        chat.locator("#send").click()
    expect(chat.locator("#talk > li:not(.mine)").last).to_be_visible(timeout=PATIENCE)
    chat.locator(f"#talk > li:nth-child({before + 2})").wait_for(timeout=PATIENCE)
    expect(chat.locator("#typing")).to_be_hidden(timeout=PATIENCE)


def main(url: str) -> None:
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS).new_page(viewport=WIDE)
        page.goto(url)
        chat = chat_of(page)
        page.set_default_timeout(PATIENCE)
        for words in TYPED:
            say(chat, words)
        while not chat.get_by_role("button", name="Introduce me").count():
            say(chat, "[Skip]")
        for words in THEN:
            say(chat, words)
        place = page.frame_locator("iframe[name=place]")
        place.locator(".mails a", has_text="would like to meet you").first.click(timeout=PATIENCE)
        place.locator("a[href*='/i/']").first.click()
        place.get_by_role("button", name="Open").click()
        place.get_by_text("Marcia").first.wait_for()
        page.screenshot(path=Path(__file__).parent.parent / "docs" / "screenshot.png")


if __name__ == "__main__":
    main(sys.argv[1])
