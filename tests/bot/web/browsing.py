"""Debian's Chromium, and what is asked of every page in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
IN_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not installed: apt-get install chromium"),
]
SERIOUS = ("serious", "critical")
PATIENCE = 15_000
"""Milliseconds that a page on a busy machine may take to show what is waited for."""
expect.set_options(timeout=PATIENCE)
NeverOutside = Callable[..., Page]


def follow(page: Page, button: str) -> None:
    """Press a button that leads to another page, and wait until that one is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


AXE = Axe().axe_script
RUN = """rules => axe.run({resultTypes: ["violations"], ...rules}).then(found => found.violations.map(
  one => [one.id, one.impact, one.nodes[0].html.slice(0, 120)]))"""
ONLY_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
SIZES = [(320, 100), (640, 200)]
"""Widths in pixels, each with a text size in per cent."""


def faults(page: Page) -> dict[str, list[Any]]:
    """What would keep somebody out of the page as it is shown now, by what it is; ``{}`` where nothing does.

    Looked at in light and dark, narrow, with large text, and left as it was. The dark differs by its colours alone.
    """
    size = page.viewport_size
    assert size is not None
    found = {"light": serious(page, {})}
    page.emulate_media(color_scheme="dark")
    found["dark"] = serious(page, ONLY_COLOURS)
    page.emulate_media(color_scheme="light")
    for width, text_size in SIZES:
        page.set_viewport_size({"width": width, "height": 640})
        found[f"{width} wide, text of {text_size} %"] = sideways(page, text_size)
    page.set_viewport_size({"width": 360, "height": 740})
    found["too small"] = too_small(page)
    page.set_viewport_size(size)
    return {what: bad for what, bad in found.items() if bad}


def serious(page: Page, rules: dict[str, Any]) -> list[Any]:
    """What axe-core finds that keeps somebody out; ``rules`` are its own options, ``{}`` for all it knows."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE)
    return [(rule, html) for rule, impact, html in page.evaluate(RUN, rules) if impact in SERIOUS]


def sideways(page: Page, text_size: int) -> list[Any]:
    """What is cut off, or makes the page scroll sideways, with text of so many per cent."""
    page.evaluate(f"document.documentElement.style.fontSize = '{18 * text_size / 100}px'")
    over = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter((e) => {
             const box = e.getBoundingClientRect();
             return box.width > 1 && getComputedStyle(e).position !== 'absolute' && box.right > innerWidth + 1;
           }).map((e) => e.outerHTML.slice(0, 80))"""
    )
    if page.evaluate("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"):
        over.append("the page scrolls sideways")
    page.evaluate("document.documentElement.style.fontSize = ''")
    return list(over[:3])


def too_small(page: Page) -> list[Any]:
    """Text under eighteen pixels, and targets less than forty-four high."""
    found = page.evaluate(
        """() => {
          const seen = (e) => e.checkVisibility() && e.getBoundingClientRect().height > 1;
          const text = [...document.querySelectorAll('body *')].filter((e) => seen(e)
            && parseFloat(getComputedStyle(e).fontSize) < 18
            && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()));
          const targets = 'button, .button, summary, input:not([type=radio], [type=checkbox]), textarea, '
            + 'select, .pick, .tabs label';
          const isLow = (e) => seen(e) && e.getBoundingClientRect().height < 44;
          const low = [...document.querySelectorAll(targets)].filter(isLow);
          return [...text, ...low].map((e) => e.outerHTML.slice(0, 80));
        }"""
    )
    return list(found[:3])
