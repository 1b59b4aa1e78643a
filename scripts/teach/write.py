"""Writes the student as the network's files: whole numbers of eight bits, with a scale a row or block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from torch import Tensor

from knowledge.understanding.network import LAYERS, WEIGHTS
from knowledge.understanding.pieces import FIRST, LAST, UNKNOWN
from scripts.teach.graph import write_layers
from scripts.teach.student import Student, base_model

_LARGEST = 127


def base_vocabulary() -> list[str]:
    """The base model's pieces, in the order of its rows."""
    return (base_model() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def write(student: Student, labels: Mapping[str, Sequence[str]], folder: Path) -> None:
    """Pieces that our messages cannot have (other alphabets, unused rows) are left out."""
    words = base_vocabulary()
    kept = [at for at, word in enumerate(words) if word in (FIRST, LAST, UNKNOWN) or _typed(word)]
    arrays: dict[str, Any] = {
        "vocabulary": np.frombuffer("\n".join(words[at] for at in kept).encode(), dtype=np.uint8),
        "places": _half(student.places),
        "first_scale": _half(student.first.weight),
        "first_shift": _half(student.first.bias),
    }
    arrays |= _eighths("words", _numbers(student.words.weight)[kept], axis=1)
    for name, head in student.heads().items():
        arrays[f"head_{name}"], arrays[f"head_{name}_bias"] = _half(head.weight.T), _half(head.bias)
    for name, columns in labels.items():
        arrays[f"name_{name}"] = np.array(columns)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / WEIGHTS, **arrays)
    write_layers(student, folder / LAYERS)


def _typed(word: str) -> bool:
    return word.isascii() and not (word.startswith("[") and len(word) > 1)


def _numbers(tensor: Tensor) -> Any:
    return tensor.detach().numpy()


def _half(tensor: Tensor) -> Any:
    return _numbers(tensor).astype(np.float16)


def _eighths(name: str, matrix: Any, *, axis: int) -> dict[str, Any]:
    scales = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), 1e-6) / _LARGEST
    whole = np.clip(np.round(matrix / scales), -_LARGEST, _LARGEST).astype(np.int8)
    return {name: whole, f"{name}_scales": scales.squeeze(axis).astype(np.float32)}
