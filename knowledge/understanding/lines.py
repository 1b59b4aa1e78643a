"""Many messages, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.understanding.reading import understand


def understand_lines(path: Path) -> Iterator[dict[str, Any]]:
    """One JSON-ready object for each line of a UTF-8 text file, in order; an empty line is an empty message."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield understand(line.rstrip("\r\n")).as_json()
