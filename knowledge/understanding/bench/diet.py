"""The second baseline: stock Rasa DIET, trained and run in Rasa's own environment by a subprocess.

DIET needs places for entities, which the labels do not have: they are taken from our own reading wherever it agrees
with the label, and else from the whole message, so its training is helped rather than hindered. Polarity is the
entity's role. Tags are not split by position (BILOU), since with a hundred codes that alone costs an hour.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from knowledge.understanding.bench.messages import Labelled
from knowledge.understanding.bench.scores import Found
from knowledge.understanding.reading import understand

_SCRIPT = Path(__file__).with_name("diet_in_rasa.py")
_TIME_LIMIT = 1500
_JOIN = "~"


def diet_reader(train: Sequence[Labelled], test: Sequence[Labelled], *, python: Path, epochs: int = 50) -> list[Found]:
    """What DIET makes of ``test`` after training on ``train``; ``python`` is the interpreter that has Rasa.

    Raises ``RuntimeError`` with the last lines of its output when the training fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "train.json").write_text(json.dumps({"epochs": epochs, "rows": list(_rows(train))}), encoding="utf-8")
        (place / "test.json").write_text(json.dumps([m.text for m in test]), encoding="utf-8")
        done = subprocess.run(
            [str(python), str(_SCRIPT), folder], capture_output=True, text=True, timeout=_TIME_LIMIT, check=False
        )
        if done.returncode:
            raise RuntimeError(f"DIET did not train with {python}: {done.stderr[-600:]}")
        return [_found(row) for row in json.loads((place / "found.json").read_text(encoding="utf-8"))]


def _rows(messages: Sequence[Labelled]) -> Iterator[dict[str, Any]]:
    for message in messages:
        entities, taken = [], 0
        said = {(c.code, c.polarity): c for c in understand(message.text, message.asked).concepts}
        placed = sorted((said[fact].start, said[fact].end, fact) for fact in message.facts if fact in said)
        for start, end, fact in placed:
            if start >= taken:
                entities.append({"start": start, "end": end, "entity": fact[0], "role": fact[1]})
                taken = end
        missing = [fact for fact in sorted(message.facts) if fact not in said]
        if missing and not entities and message.text:
            entities.append({"start": 0, "end": len(message.text), "entity": missing[0][0], "role": missing[0][1]})
        yield {"text": message.text, "intent": message.intent, "entities": entities}


def _found(row: dict[str, Any]) -> Found:
    facts = frozenset(tuple(name.split(_JOIN)) for name in row["entities"])
    return Found(facts, row["intent"])
