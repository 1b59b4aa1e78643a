"""Standard output carries one JSON document, or plain lines, and nothing else."""

from __future__ import annotations

import json
import sys
from typing import Any


def print_json(document: Any, *, indent: int | None = 2) -> None:
    json.dump(document, sys.stdout, ensure_ascii=False, indent=indent, default=str)
    sys.stdout.write("\n")


def print_line(document: Any) -> None:
    """One document on one line, written at once."""
    print(json.dumps(document, ensure_ascii=False, default=str), flush=True)


def say(text: str) -> None:
    """A line for the person at the keyboard, on standard error."""
    print(text, file=sys.stderr, flush=True)
