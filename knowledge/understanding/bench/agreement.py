"""How far two people who labelled the same messages agree; scores above that say little."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def agreement(path: Path) -> dict[str, float] | None:
    """F1 between the two sets of facts, the shares of equal intents and safety levels; None without second labels."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    twice = [row for row in rows if "second" in row]
    if not twice:
        return None
    both = sum(len(_facts(row) & _facts(row["second"])) for row in twice)
    either = sum(len(_facts(row)) + len(_facts(row["second"])) for row in twice)
    return {
        "messages": len(twice),
        "facts_f1": round(2 * both / either, 3),
        "intents": round(sum(row["intent"] == row["second"]["intent"] for row in twice) / len(twice), 3),
        "safety": round(sum(row["crisis"] == row["second"]["crisis"] for row in twice) / len(twice), 3),
    }


def _facts(row: dict[str, Any]) -> set[tuple[str, str]]:
    return {(fact["code"], fact["polarity"]) for fact in row["concepts"]}
