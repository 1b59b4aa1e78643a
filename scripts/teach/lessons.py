"""Labelled messages as numbers to learn from, typed worse than they were written half of the time."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

from knowledge.typology import typology
from knowledge.understanding.model import BESIDE_THE_TYPOLOGY, POLARITIES
from knowledge.understanding.pieces import FIRST, LAST, pieces
from scripts.teach.joined import placed
from scripts.teach.student import LONGEST
from scripts.teach.thumbs import typed

LEVELS = ("none", "ask", "act")
KINDS = (
    "suicide",
    "self_harm",
    "violence",
    "control",
    "child_risk",
    "harm_others",
    "medical",
    "exploitation",
    "no_food",
    "no_shelter",
)
UNTOLD = -100
"""Stands for an intent or a level of danger that a row does not label."""


def labels() -> dict[str, tuple[str, ...]]:
    """What the columns of each head stand for, in an order that stays the same."""
    ours = typology().codes - BESIDE_THE_TYPOLOGY
    codes = tuple(sorted(code for code in ours if not code.startswith("intent.")))
    intents = tuple(sorted(code.partition(".")[2] for code in typology().codes if code.startswith("intent.")))
    groups = tuple(sorted({code.partition(".")[0] for code in codes}))
    return {"codes": codes, "intents": intents, "groups": groups, "kinds": KINDS}


def read_lessons(files: Sequence[Path]) -> list[dict[str, Any]]:
    """Rows of the open half; a row without ``concepts`` or ``intent`` teaches danger alone. No text comes twice."""
    rows: dict[str, dict[str, Any]] = {}
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.setdefault(row["text"].casefold(), placed(row))
    return list(rows.values())


class Batch(NamedTuple):
    """Tensors of one step, messages first; ``taught`` is 1 for messages with labelled concepts, ``placed`` for those
    whose concepts all have a place among the pieces.
    """

    numbers: Tensor
    mask: Tensor
    places: Tensor
    codes: Tensor
    sides: Tensor
    placed: Tensor
    taught: Tensor
    intents: Tensor
    levels: Tensor
    kinds: Tensor


class Lessons:
    """Makes batches, with the vocabulary and the labels' order in mind."""

    def __init__(self, vocabulary: Mapping[str, int], seed: int) -> None:
        self.vocabulary, self.labels, self.chance = vocabulary, labels(), random.Random(seed)  # noqa: S311 - no secret
        self.column = {code: place for place, code in enumerate(self.labels["codes"])}

    def epoch(self, rows: Sequence[dict[str, Any]], size: int) -> Iterator[Batch]:
        """Every row once, rows of like length together, the batches in chance order."""
        order = list(rows)
        self.chance.shuffle(order)
        block = size * 20
        batches = []
        for start in range(0, len(order), block):
            alike = sorted(order[start : start + block], key=lambda row: len(row["text"]))
            batches += [alike[at : at + size] for at in range(0, len(alike), size)]
        self.chance.shuffle(batches)
        for batch in batches:
            yield self.batch(batch, worse=True)

    def batch(self, rows: Sequence[dict[str, Any]], *, worse: bool = False) -> Batch:
        read = [self._read(row, worse=worse) for row in rows]
        length, count = max(len(numbers) for numbers, _ in read), len(self.column)
        numbers, mask = torch.zeros(len(rows), length, dtype=torch.long), torch.zeros(len(rows), length)
        places, codes = torch.zeros(len(rows), length, count), torch.zeros(len(rows), count)
        sides, placed = torch.zeros(len(rows), count, len(POLARITIES)), torch.zeros(len(rows))
        for at, (found, said) in enumerate(read):
            numbers[at, : len(found)], mask[at, : len(found)] = torch.tensor(found), 1
            placed[at] = all(where for _, _, where in said)
            for code, side, where in said:
                codes[at, code] = sides[at, code, side] = 1
                places[at, where, code] = 1
        taught = torch.tensor([float(row.get("concepts") is not None) for row in rows])
        levels = torch.tensor([LEVELS.index(row["crisis"]) if "crisis" in row else UNTOLD for row in rows])
        kinds = torch.tensor([[float(kind in row.get("crisis_kinds", ())) for kind in KINDS] for row in rows])
        intents = torch.tensor([self._intent(row) for row in rows])
        return Batch(numbers, mask, places, codes, sides, placed * taught, taught, intents, levels, kinds)

    def _intent(self, row: dict[str, Any]) -> int:
        """An answer to a question that was asked says nothing of what the words mean without it."""
        known = row.get("intent") and not row.get("asked")
        return self.labels["intents"].index(row["intent"]) if known else UNTOLD

    def _read(self, row: dict[str, Any], *, worse: bool) -> tuple[list[int], list[tuple[int, int, list[int]]]]:
        letters = typed(row["text"], self.chance) if worse else [(letter, at) for at, letter in enumerate(row["text"])]
        found = pieces("".join(letter for letter, _ in letters), self.vocabulary)[: LONGEST - 2]
        spans = [(letters[piece.start][1], letters[piece.end - 1][1] + 1) for piece in found]
        said = []
        for concept in row.get("concepts") or ():
            start, end = concept["start"], concept["end"]
            where = [at + 1 for at, (first, last) in enumerate(spans) if start >= 0 and first < end and last > start]
            said.append((self.column[concept["code"]], POLARITIES.index(concept["polarity"]), where))
        numbers = [self.vocabulary[FIRST], *(piece.number for piece in found), self.vocabulary[LAST]]
        return numbers, said
