from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import Engine

from bot.wiring import Bot
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from nwd.settings import Settings
from tests.bot.loopback import LOOPBACK
from tests.bot.stub_rasa import StubRasa
from tests.bot.web.browsing import ARGUMENTS, CHROMIUM, NeverOutside
from tests.bot.web.house import House, build, served


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path)


@pytest.fixture
def house(
    settings: Settings, engine: Engine, clock: FrozenClock, cipher: Cipher, rebuild: Callable[..., Bot], stub: StubRasa
) -> House:
    return build(settings, engine, clock, cipher, rebuild(), stub)


@pytest.fixture
def address(house: House) -> Iterator[str]:
    with served(house.app()) as address:
        yield address


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, **LOOPBACK) as client:
        yield client


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[NeverOutside]:
    """A new visitor's page; at the end no request may have left this machine and no script may have failed."""
    outside: list[str] = []
    failed: list[str] = []
    contexts = []

    def new(*, width: int = 1280, height: int = 800, **more: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, base_url=address, **more)
        contexts.append(context)
        context.set_default_timeout(8000)
        page = context.new_page()
        page.on(
            "request",
            lambda request: None if request.url.startswith((address, "data:")) else outside.append(request.url),
        )
        page.on("pageerror", lambda error: failed.append(str(error)))
        return page

    yield new
    for context in contexts:
        context.close()
    assert outside == []
    assert failed == []
