from __future__ import annotations

import logging
import sys
from typing import Any

import pytest
import structlog

from nwd import logs


class _Standard:
    """Standard error as it is at the moment of writing: a test may have put its own in place."""

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.stderr, name)


@pytest.fixture(autouse=True)
def our_logs() -> None:
    """Lines as a program of ours writes them; what structlog does by itself takes a second for each exception."""
    logs.configure_ours(json=True, level=logging.DEBUG)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(_Standard()))  # type: ignore[arg-type]
