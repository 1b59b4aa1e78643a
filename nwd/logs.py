"""Structured logs on standard error: ids, never people. Library logs are held to warnings and stripped of payloads."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# What a log line may carry. Anything else is dropped, so that no call can put a person's words in a log by mistake.
ALLOWED = frozenset(
    "event level timestamp logger turn conversation inbound outbox introduction draft service provider channel kind "
    "state action attempt attempts status code count seconds milliseconds name step error host port pid path "
    "reason version news".split()
)


def _only_allowed(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: value for key, value in event.items() if key in ALLOWED}


def _exception_name(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep an exception's class and the place it was raised; its message may quote a person."""
    info = event.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
        event["error"] = f"{type(error).__name__} at {where}"
    return event


# Libraries whose lines are about addresses, requests and revisions, never about what somebody wrote.
SPEAKING = frozenset({"uvicorn", "alembic"})


class _Foreign(logging.Formatter):
    """Lines of libraries: the logger's name, its level, the place and the exception's class.

    The message itself only of those that are SPEAKING: others put together what they log, people's words included.
    """

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        speaks = record.name.partition(".")[0] in SPEAKING
        said = record.getMessage() if speaks else f"{record.module}:{record.lineno} (details left out)"
        return f"{record.levelname.lower()} {record.name} {said} {error}".rstrip()


def configure(*, json: bool = False, level: int = logging.INFO) -> None:
    """Set up structlog and the standard library's root logger, both on standard error."""
    configure_ours(json=json, level=level)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Foreign())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in SPEAKING:  # whatever such a library set up for itself would write past us
        speaking = logging.getLogger(name)
        speaking.handlers[:], speaking.propagate = [], True


def configure_ours(*, json: bool = False, level: int = logging.INFO) -> None:
    """Set up structlog alone: the lines that our own rooms write."""
    renderer: Any = (
        structlog.processors.JSONRenderer() if json else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _exception_name,
            _only_allowed,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
