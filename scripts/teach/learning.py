"""How the network learns from batches: what counts as wrong, and the steps that make it less so."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from scripts.teach.lessons import UNTOLD, Batch, Lessons
from scripts.teach.student import Student

WARMING, LEAST = 0.06, 0.02
_LEAD = 8.0
HALVED = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # noqa: SLF001 - torch says it nowhere else
"""Whether this processor multiplies numbers of sixteen bits; one that does not takes sixty times as long with them."""

_unsure = functional.binary_cross_entropy_with_logits


def loss_of(student: Student, batch: Batch) -> torch.Tensor:
    """Codes of the message and of each piece, their polarity, the intent, danger and its kinds, weighed together."""
    with torch.autocast("cpu", torch.bfloat16, enabled=HALVED):
        answers = {name: scores.float() for name, scores in student(batch.numbers, batch.mask).items()}
    said, sides = student.said(answers, batch.places * _LEAD)
    codes = (_unsure(said, batch.codes, reduction="none") * (1 + batch.codes)).sum(1) * batch.taught
    pieces = _unsure(answers["codes"], batch.places, reduction="none") * batch.mask[..., None]
    pieces = pieces.sum((1, 2)) / batch.mask.sum(1) * batch.placed
    polarity = (_unsure(sides, batch.sides, reduction="none").sum(2) * batch.codes).sum(1) * batch.taught
    kinds = _unsure(answers["kinds"], batch.kinds, reduction="none").sum(1) * (batch.levels > 0)
    total = codes.mean() + 2 * pieces.mean() + polarity.mean() + 0.3 * kinds.mean()
    for head, wanted, weight, smoothed in (
        ("dangers", batch.levels, 1.2, 0.02),
        ("intents", batch.intents, 0.8, 0.05),
    ):
        if bool((wanted != UNTOLD).any()):
            total = total + weight * functional.cross_entropy(
                answers[head], wanted, ignore_index=UNTOLD, label_smoothing=smoothed
            )
    return total


def learn(
    student: Student,
    lessons: Lessons,
    epochs: Sequence[Callable[[], Sequence[dict[str, Any]]]],
    groups: Sequence[dict[str, Any]],
    *,
    size: int,
    steps: int,
) -> None:
    """Each of ``epochs`` gives the rows to show; ``groups`` say how fast what learns, ``steps`` about how many."""
    learning = [p for group in groups for p in group["params"]]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARMING * steps)) * max(LEAST, 1 - step / steps)
    )
    started = time.monotonic()
    for number, rows in enumerate(epochs, 1):
        student.train()
        losses = []
        for batch in lessons.epoch(rows(), size):
            loss = loss_of(student, batch)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            clip_grad_norm_(learning, 1.0)
            optimiser.step()
            rate.step()
            losses.append(float(loss.detach()))
        shown = f"loss {sum(losses) / len(losses):.3f}, {time.monotonic() - started:.0f} s"
        print(f"{number}/{len(epochs)} {shown}", flush=True)
    student.eval()
