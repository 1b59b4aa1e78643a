"""Standard output carries one JSON document, or plain lines, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

EVERY_SECONDS = 5.0


def print_json(document: Any, *, indent: int | None = 2) -> None:
    json.dump(document, sys.stdout, ensure_ascii=False, indent=indent, default=str)
    sys.stdout.write("\n")


def print_line(document: Any) -> None:
    """One document on one line, written at once."""
    print(json.dumps(document, ensure_ascii=False, default=str), flush=True)


def say(text: str) -> None:
    """A line for the person at the keyboard, on standard error."""
    print(text, file=sys.stderr, flush=True)


class Passing:
    """Says every few seconds that something goes on which takes its time."""

    def __init__(self, every: float = EVERY_SECONDS) -> None:
        self.every, self._begun, self._said = every, time.monotonic(), 0

    def look(self) -> None:
        passed = time.monotonic() - self._begun
        if passed >= self.every * (self._said + 1):
            self._said = int(passed / self.every)
            say(f"  still at it, {passed:.0f} s so far")


def waited_for(command: Sequence[str], folder: Path, *, every: float = EVERY_SECONDS) -> int:
    """The command's exit code; its standard output is dropped."""
    passing = Passing(every)
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as process:
        while True:
            try:
                return process.wait(every)
            except subprocess.TimeoutExpired:
                passing.look()
