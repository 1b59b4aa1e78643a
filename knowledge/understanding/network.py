"""The network that reads a message: a few layers of a small open language model, taught by labelled messages.

Its weights are made offline by ``scripts/teach/`` and kept as whole numbers of eight bits with a scale for each row;
here they are only multiplied, with numpy. Nothing is downloaded, and the same text always gives the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from knowledge.language.usage import DATA
from knowledge.understanding.pieces import FIRST, LAST

WEIGHTS = DATA / "network" / "weights.npz"
HEADS_OF_ATTENTION = 12
_TINY = np.float32(1e-12)


@dataclass(frozen=True)
class Layer:
    """One layer's matrices (inputs by outputs) and biases, 32-bit floats."""

    ask: Any
    ask_bias: Any
    join: Any
    join_bias: Any
    joined_scale: Any
    joined_shift: Any
    widen: Any
    widen_bias: Any
    narrow: Any
    narrow_bias: Any
    scale: Any
    shift: Any


@dataclass(frozen=True)
class Network:
    """``words`` are rows of eight-bit numbers, ``word_scales`` one float each; ``heads`` what is asked of the
    states, ``labels`` what the answers' columns stand for.
    """

    vocabulary: Mapping[str, int]
    words: Any
    word_scales: Any
    places: Any
    first_scale: Any
    first_shift: Any
    layers: tuple[Layer, ...]
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
        states = _even(rows, self.first_scale, self.first_shift)
        for layer in self.layers:
            states = _through(layer, states)
        return states


def _through(layer: Layer, states: Any) -> Any:
    count, width = states.shape
    parts = (states @ layer.ask + layer.ask_bias).reshape(count, 3, HEADS_OF_ATTENTION, width // HEADS_OF_ATTENTION)
    query, key, value = parts.transpose(1, 2, 0, 3)
    heed = query @ key.transpose(0, 2, 1) * np.float32((width // HEADS_OF_ATTENTION) ** -0.5)
    heed = np.exp(heed - heed.max(axis=-1, keepdims=True))
    heed /= heed.sum(axis=-1, keepdims=True)
    joined = (heed @ value).transpose(1, 0, 2).reshape(count, width)
    states = _even(states + joined @ layer.join + layer.join_bias, layer.joined_scale, layer.joined_shift)
    wide = _bent(states @ layer.widen + layer.widen_bias)
    return _even(states + wide @ layer.narrow + layer.narrow_bias, layer.scale, layer.shift)


def _even(rows: Any, scale: Any, shift: Any) -> Any:
    """Each row with mean 0 and length 1 a number, then stretched and moved (layer normalisation)."""
    rows = rows - rows.mean(axis=-1, keepdims=True)
    spread = np.sqrt((rows * rows).mean(axis=-1, keepdims=True) + _TINY)
    return rows / spread * scale + shift


def _bent(rows: Any) -> Any:
    """The Gaussian error linear unit, in its tanh form."""
    inner = rows * rows
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= rows
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= rows
    inner *= np.float32(0.5)
    return inner


@lru_cache(maxsize=1)
def network() -> Network:
    """Read once in a process, in about a tenth of a second."""
    with np.load(WEIGHTS, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    words = bytes(arrays["vocabulary"]).decode("utf-8").split("\n")
    return Network(
        vocabulary={word: number for number, word in enumerate(words)},
        words=arrays["words"],
        word_scales=arrays["words_scales"].astype(np.float32),
        places=arrays["places"].astype(np.float32),
        first_scale=arrays["first_scale"].astype(np.float32),
        first_shift=arrays["first_shift"].astype(np.float32),
        layers=tuple(_layer(arrays, number) for number in range(int(arrays["layers"]))),
        heads={name[5:]: arrays[name].astype(np.float32) for name in arrays if name.startswith("head_")},
        labels={name[5:]: tuple(map(str, arrays[name])) for name in arrays if name.startswith("name_")},
    )


def _layer(arrays: Mapping[str, Any], number: int) -> Layer:
    return Layer(**{name: _whole(arrays, f"layer{number}_{name}") for name in Layer.__dataclass_fields__})


def _whole(arrays: Mapping[str, Any], name: str) -> Any:
    """A matrix in 32-bit floats: eight-bit columns are multiplied by their scales."""
    array = arrays[name].astype(np.float32)
    scales = arrays.get(f"{name}_scales")
    return array if scales is None else np.ascontiguousarray(array * scales.astype(np.float32))
