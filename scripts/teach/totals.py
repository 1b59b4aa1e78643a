"""How the network alone reads held-out messages, in one line of totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from knowledge.understanding.model import POLARITIES
from knowledge.understanding.sensing import Sensed, sense

_SAID = 0.5


def totals(rows: Sequence[dict[str, Any]]) -> str:
    """F1 of concepts, intents right, and danger caught and wrongly raised, each at a half."""
    counts: Counter[str] = Counter()
    for row in rows:
        sensed = sense(row["text"])
        counts.update(_facts(row, sensed))
        if row.get("intent") and not row.get("asked"):
            counts["intents"] += 1
            counts["intents right"] += sensed.intents[0][0] == row["intent"] if sensed.intents else 0
        danger = row["crisis"] != "none"
        counts[f"{danger} all"] += 1
        counts[f"{danger} any"] += sensed.ask + sensed.act > _SAID
        counts[f"{danger} act"] += sensed.act > _SAID
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    return (
        f"concepts F1 {2 * right / max(1, 2 * right + wrong + missed):.3f} "
        f"(precision {right / max(1, right + wrong):.3f}, recall {right / max(1, right + missed):.3f}); "
        f"intents {counts['intents right'] / max(1, counts['intents']):.3f} of {counts['intents']}; "
        f"danger caught {counts['True any'] / max(1, counts['True all']):.3f} of {counts['True all']}, "
        f"wrongly {counts['False any'] / max(1, counts['False all']):.3f}, "
        f"acted on wrongly {counts['False act'] / max(1, counts['False all']):.3f} of {counts['False all']}"
    )


def _facts(row: dict[str, Any], sensed: Sensed) -> dict[str, int]:
    if row.get("concepts") is None:
        return {}
    gold = {(concept["code"], concept["polarity"]) for concept in row["concepts"]}
    said = {
        (hint.code, max(zip(hint.polarities, POLARITIES, strict=True))[1])
        for hint in sensed.hints
        if hint.chance > _SAID
    }
    return {"right": len(gold & said), "wrong": len(said - gold), "missed": len(gold - said)}
