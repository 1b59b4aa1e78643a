"""The network that reads a message: a few layers of a small open language model, taught by labelled messages.

Its weights are made offline by ``scripts/teach/`` and kept in numbers of eight bits: ``layers.onnx`` is run by ONNX
Runtime on one thread; the rows that words begin as and what is asked of the layers' answers are in ``weights.npz``.
Nothing is downloaded, and the same text always gives the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from onnxruntime import ExecutionMode, InferenceSession, SessionOptions

from knowledge.language.usage import DATA
from knowledge.understanding.pieces import FIRST, LAST

FOLDER = DATA / "network"
WEIGHTS, LAYERS = "weights.npz", "layers.onnx"
HEADS_OF_ATTENTION = 12
_TINY = np.float32(1e-12)


@dataclass(frozen=True)
class Network:
    """``words`` are rows of eight-bit numbers, ``word_scales`` one float each; ``layers`` turn the rows of pieces into
    states; ``heads`` are what is asked of the states, ``labels`` what the answers' columns stand for.
    """

    vocabulary: Mapping[str, int]
    words: Any
    word_scales: Any
    places: Any
    first_scale: Any
    first_shift: Any
    layers: Any
    heads: Mapping[str, Any]
    labels: Mapping[str, tuple[str, ...]]

    @property
    def longest(self) -> int:
        """How many pieces it reads at once, beside the two that mark the ends."""
        return len(self.places) - 2

    def head(self, name: str, states: Any) -> Any:
        """What one head answers to states: a column for each of its ``names``."""
        return states @ self.heads[name] + self.heads[f"{name}_bias"]

    def names(self, what: str) -> tuple[str, ...]:
        """What the columns of ``codes``, ``intents``, ``kinds`` or the polarities' ``groups`` stand for."""
        return self.labels[what]

    def states(self, numbers: Sequence[int]) -> Any:
        """What the network makes of each piece: a row each, the first for the message's beginning, the last its end."""
        ids = [self.vocabulary[FIRST], *numbers, self.vocabulary[LAST]]
        rows = self.words[ids].astype(np.float32) * self.word_scales[ids, None] + self.places[: len(ids)]
        rows -= rows.mean(axis=-1, keepdims=True)
        rows /= np.sqrt((rows * rows).mean(axis=-1, keepdims=True) + _TINY)
        (states,) = self.layers.run(None, {"rows": rows * self.first_scale + self.first_shift})
        return states


@lru_cache(maxsize=1)
def network() -> Network:
    """Read once in a process, in about a tenth of a second."""
    with np.load(FOLDER / WEIGHTS, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    words = bytes(arrays["vocabulary"]).decode("utf-8").split("\n")
    return Network(
        vocabulary={word: number for number, word in enumerate(words)},
        words=arrays["words"],
        word_scales=arrays["words_scales"].astype(np.float32),
        places=arrays["places"].astype(np.float32),
        first_scale=arrays["first_scale"].astype(np.float32),
        first_shift=arrays["first_shift"].astype(np.float32),
        layers=_session(FOLDER / LAYERS),
        heads={name[5:]: arrays[name].astype(np.float32) for name in arrays if name.startswith("head_")},
        labels={name[5:]: tuple(map(str, arrays[name])) for name in arrays if name.startswith("name_")},
    )


def _session(file: Path) -> InferenceSession:
    """One thread: a message is read quickest so, and several are read beside each other."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = ExecutionMode.ORT_SEQUENTIAL
    return InferenceSession(file, options, providers=["CPUExecutionProvider"])
