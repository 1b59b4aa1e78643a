"""Reads the network's weights file back into a student, so that it learns on from what it knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from scripts.teach.lessons import labels
from scripts.teach.student import Student

_MATRICES = ("ask", "join", "widen", "narrow")


def resume(student: Student, words: Sequence[str], file: Path) -> None:
    """``words`` are the base model's pieces; those that the file left out stay the base model's."""
    with np.load(file, allow_pickle=False) as read:
        arrays = {name: read[name] for name in read.files}
    places = {word: place for place, word in enumerate(words)}
    kept = [places[word] for word in bytes(arrays["vocabulary"]).decode("utf-8").split("\n")]
    with torch.no_grad():
        student.words.weight[kept] = _tensor(arrays["words"] * arrays["words_scales"][:, None])
        _set(student.places, arrays["places"])
        _set(student.first.weight, arrays["first_scale"])
        _set(student.first.bias, arrays["first_shift"])
        for number, layer in enumerate(student.layers):
            root = f"layer{number}_"
            for name in _MATRICES:
                _set(getattr(layer, name).weight, (arrays[root + name] * arrays[f"{root}{name}_scales"]).T)
                _set(getattr(layer, name).bias, arrays[f"{root}{name}_bias"])
            for name, part in (("joined_", layer.joined), ("", layer.out)):
                _set(part.weight, arrays[f"{root}{name}scale"])
                _set(part.bias, arrays[f"{root}{name}shift"])
        for name, head in student.heads().items():
            _set(head.weight, arrays[f"head_{name}"].T)
            _set(head.bias, arrays[f"head_{name}_bias"])


def _tensor(array: Any) -> torch.Tensor:
    return torch.tensor(np.ascontiguousarray(array), dtype=torch.float32)


def _set(to: Any, array: Any) -> None:
    to.copy_(_tensor(array))


def blend(student: Student, words: Sequence[str], file: Path, share: float) -> None:
    """Moves what was learned back towards the weights of ``file`` by ``share``, so that little is forgotten."""
    before = Student(range(len(student.layers)), labels())
    resume(before, words, file)
    with torch.no_grad():
        for ours, theirs in zip(student.parameters(), before.parameters(), strict=True):
            ours.lerp_(theirs, share)
