"""Debian's Chromium, and what is asked of every page in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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
NeverOutside = Callable[..., Page]


def follow(page: Page, button: str) -> None:
    """Press a button that leads to another page, and wait until that one is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def serious(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds that keeps somebody out."""
    violations = Axe().run(page).response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:120]) for v in violations if v["impact"] in SERIOUS]


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
