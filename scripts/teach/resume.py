"""Reads the network's files back into a student, so that it learns on from what it knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from knowledge.understanding.network import LAYERS, WEIGHTS
from scripts.teach.graph import read_layers
from scripts.teach.lessons import labels
from scripts.teach.student import Student

_MATRICES, _EVENED = ("ask", "join", "widen", "narrow"), ("joined", "out")


def resume(student: Student, words: Sequence[str], folder: Path) -> None:
    """``words`` are the base model's pieces; those that the files left out stay the base model's."""
    with np.load(folder / WEIGHTS, allow_pickle=False) as read:
        arrays = {name: read[name] for name in read.files}
    places = {word: place for place, word in enumerate(words)}
    kept = [places[word] for word in bytes(arrays["vocabulary"]).decode("utf-8").split("\n")]
    with torch.no_grad():
        student.words.weight[kept] = _tensor(arrays["words"] * arrays["words_scales"][:, None])
        _set(student.places, arrays["places"])
        _set(student.first.weight, arrays["first_scale"])
        _set(student.first.bias, arrays["first_shift"])
        drawn = read_layers(folder / LAYERS)
        for number, layer in enumerate(student.layers):
            root = f"layer{number}_"
            for name in _MATRICES:
                _set(getattr(layer, name).weight, drawn[f"{root}{name}"].T)
                _set(getattr(layer, name).bias, drawn[f"{root}{name}_bias"])
            for name in _EVENED:
                _set(getattr(layer, name).weight, drawn[f"{root}{name}_scale"])
                _set(getattr(layer, name).bias, drawn[f"{root}{name}_shift"])
        for name, head in student.heads().items():
            _set(head.weight, arrays[f"head_{name}"].T)
            _set(head.bias, arrays[f"head_{name}_bias"])


def _tensor(array: Any) -> torch.Tensor:
    return torch.tensor(np.ascontiguousarray(array), dtype=torch.float32)


def _set(to: Any, array: Any) -> None:
    to.copy_(_tensor(array))


def blend(student: Student, words: Sequence[str], folder: Path, share: float) -> None:
    """Moves what was learned back towards the weights in ``folder`` by ``share``, so that little is forgotten."""
    before = Student(range(len(student.layers)), labels())
    resume(before, words, folder)
    with torch.no_grad():
        for ours, theirs in zip(student.parameters(), before.parameters(), strict=True):
            ours.lerp_(theirs, share)
