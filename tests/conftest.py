from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import pytest
import structlog

from nwd import logs, memory
from tests.contracts.manner import ARI, READING_AGE

TESTS = Path(__file__).parent

LONGEST_FIRST = (
    "conversations/test_scripts.py",
    "conversations/test_scripts_too.py",
    "integration/test_always_available.py",
    "bot/web/test_page_browser.py",
    "integration/test_erased.py",
    "integration/test_killed.py",
    "conversations/test_loop_in_browser.py",
    "introductions/test_asking_keepers.py",
    "bot/web/test_page_keeper_browser.py",
    "integration/test_starting.py",
)
"""Files of a minute and more: begun first, so that no worker is left alone with one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(item.path.relative_to(TESTS).as_posix(), len(places)))


def pytest_collection_finish() -> None:
    """As a program of ours does once it has started."""
    memory.settle()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """How easily each file of words reads, as the contract tests noted it."""
    noted = [
        f"{report.nodeid.rpartition('[')[2].removesuffix(']')} {value}"
        for report in [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
        for name, value in report.user_properties
        if name == ARI
    ]
    if noted:
        terminalreporter.write_line(f"Reading scores (ARI, {READING_AGE:g} at most): {', '.join(sorted(noted))}")


class _Standard:
    """Standard error as it is at the moment of writing: a test may have put its own in place."""

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.stderr, name)


@pytest.fixture(autouse=True)
def our_logs() -> None:
    """Lines as a program of ours writes them; what structlog does by itself takes a second for each exception."""
    logs.configure_ours(json=True, level=logging.DEBUG)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(_Standard()))  # type: ignore[arg-type]
