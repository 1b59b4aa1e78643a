"""Labelled messages: their shape and their files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Facts = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Labelled:
    """One message with its labels; ``facts`` holds (code, polarity) pairs."""

    id: str
    text: str
    asked: str | None
    slice: str
    facts: Facts
    intent: str
    crisis: str


def read_messages(path: Path) -> list[Labelled]:
    """The messages of a JSON Lines file. Raises ``ValueError`` naming the line that cannot be read."""
    found = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    row = json.loads(line)
                    if "concepts" in row:
                        found.append(_labelled(row))
                except (ValueError, KeyError, TypeError) as error:
                    raise ValueError(f"{path.name}, line {number}: mend {error!r}") from error
    return found


def read_half(folder: Path, half: str) -> list[Labelled]:
    """All messages of ``open`` or ``sealed`` that are labelled whole, from every file whose name begins with it.

    Rows that teach danger or an intent alone have no concepts, and are passed over.
    """
    files = sorted(folder.glob(f"{half}*.jsonl"))
    if not files:
        raise ValueError(f"There is no {half}*.jsonl in {folder.name}")
    return [message for path in files for message in read_messages(path)]


def _labelled(row: dict[str, Any]) -> Labelled:
    return Labelled(
        id=str(row["id"]),
        text=str(row["text"]),
        asked=row.get("asked"),
        slice=str(row["slice"]),
        facts=frozenset((concept["code"], concept["polarity"]) for concept in row["concepts"]),
        intent=str(row["intent"]),
        crisis=str(row["crisis"]),
    )
