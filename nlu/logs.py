"""Logs on standard error that cannot quote anybody.

Rasa and what it stands on put messages, slots and responses in their log lines and exceptions. So of their lines only
the place in the source is kept; our own lines carry ids.
"""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Any, MutableMapping

import structlog

OURS = "nlu"


class PlacesOnly(logging.Formatter):
    """Our lines as they are; of others the logger and line; of exceptions the class and where it was raised."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.partition(".")[0] == OURS
        said = record.getMessage() if ours else f"line {record.lineno} (see the source; details are left out)"
        return f"{record.levelname.lower()} {record.name} {said}{_raised(record)}"


def _raised(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return ""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f" [{type(error).__name__}{where}]"


def _name_only(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> str:
    """Rasa's structured lines: their names are constants of its source, everything else may be a person's."""
    return f"{event.get('level', 'error')} rasa {event.get('event', '')}"


def configure() -> None:
    """Call before Rasa is used. Its structured logger prints every message at debug level if nobody sets it up."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlacesOnly())
    logging.basicConfig(handlers=[handler], level=logging.ERROR, force=True)
    logging.getLogger(OURS).setLevel(logging.INFO)
    logging.captureWarnings(True)  # they arrive below the level, whatever filters Rasa sets
    structlog.configure(
        processors=[structlog.processors.add_log_level, _name_only],
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
