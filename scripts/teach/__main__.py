"""Teaches the network that reads messages, offline, and writes its weights: ``python -m scripts.teach``.

Needs an environment of its own with ``scripts/teach/requirements.in``; the base model comes from a package, so nothing
else is downloaded. About twenty minutes on two cores. One part in ``--parts`` of the messages is held out to print
totals and to fit how far the network is believed beside the word lists; ``--all`` teaches with every message, and
leaves the mixing alone.

``--learn-on FOLDER --fresh FILES`` goes on from weights that know all messages but those of FILES, which are shown
twice in each epoch, once speaking of other things, beside half of the others in turn: a few minutes. Only fresh
messages are held out then, since the others have been seen.
"""

from __future__ import annotations

import argparse
import random
from functools import partial
from pathlib import Path
from typing import Any

import torch

from knowledge.understanding.network import FOLDER
from knowledge.understanding.weighing import MIXING
from scripts.teach.joined import Composer
from scripts.teach.learning import learn
from scripts.teach.lessons import Lessons, read_lessons
from scripts.teach.mix import fit, seen
from scripts.teach.phrases import phrase_messages, short_words
from scripts.teach.resume import blend, resume
from scripts.teach.student import Student
from scripts.teach.totals import totals
from scripts.teach.write import base_vocabulary, write

Rows = list[dict[str, Any]]
LAYERS = (0, 1, 2)
OPEN = Path(__file__).parents[2] / "tests" / "data" / "understanding"
KEPT_BACK = OPEN / "open-kept-back.jsonl"
"""What no network is taught, so that a change of weights can be judged on it."""
SIZE, RATE, RATE_ON, HEADS_FASTER, HEADS_FASTER_ON = 48, 2e-4, 1.2e-4, 8, 4
OPENING, FIRST_EPOCHS, LATER = 3000, 3, 500
"""How many messages are strung together from the word lists' phrases in each of the first epochs, and when it learns
on."""
VARIED, PAIRS = 1200, 1000
"""How many messages of an epoch speak of other things, and how many are two in one."""


def main() -> None:
    chosen = _options()
    torch.manual_seed(chosen.seed)
    known, fresh = read_lessons(chosen.messages), read_lessons(chosen.fresh)
    shuffled = fresh or known
    random.Random(5).shuffle(shuffled)  # noqa: S311 - the same part is held out each time
    held = [] if chosen.all else shuffled[:: chosen.parts]
    taught = shuffled if chosen.all else [row for at, row in enumerate(shuffled) if at % chosen.parts]
    known, fresh = (known, taught) if fresh else (taught, [])
    print(f"{len(known) + len(fresh)} messages to learn from, {len(held)} held out", flush=True)
    lessons = Lessons({word: at for at, word in enumerate(base_vocabulary())}, chosen.seed)
    student = Student(chosen.layers, lessons.labels)
    if chosen.learn_on:
        resume(student, base_vocabulary(), chosen.learn_on)
        student.words.requires_grad_(requires_grad=False)
    teach(student, lessons, known, fresh, chosen)
    if chosen.learn_on and chosen.keep:
        blend(student, base_vocabulary(), chosen.learn_on, chosen.keep)
    write(student, lessons.labels, FOLDER)
    if held:
        print(totals(held))
        print(fit(seen(held), MIXING))


def teach(student: Student, lessons: Lessons, known: Rows, fresh: Rows, chosen: argparse.Namespace) -> None:
    """What an epoch shows, and how fast what learns."""
    heads = [p for head in student.heads().values() for p in head.parameters()]
    ours = {id(p) for p in heads}
    body = [p for p in student.parameters() if id(p) not in ours and p.requires_grad]
    rate, faster = (RATE_ON, HEADS_FASTER_ON) if chosen.learn_on else (RATE, HEADS_FASTER)
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": rate * faster}]
    composer, chance = Composer([*known, *fresh], short_words(), chosen.seed + 1), lessons.chance
    chance.shuffle(known)

    def shown(epoch: int) -> Rows:
        beside = chance.sample(known, chosen.beside) if chosen.beside else known[epoch % 2 :: 2]
        plain = [*beside, *fresh, *composer.varied(fresh)] if fresh else known
        share = len(beside) / len(known[::2]) if fresh else 1.0
        varied = composer.varied(chance.sample(known, int(share * VARIED)))
        opening = int(share * LATER) if chosen.learn_on else OPENING if epoch < FIRST_EPOCHS else 0
        return [*plain, *varied, *composer.pairs(int(share * PAIRS)), *phrase_messages(chance, opening)]

    steps = sum(-(-len(shown(epoch)) // SIZE) for epoch in range(chosen.epochs))
    learn(student, lessons, [partial(shown, epoch) for epoch in range(chosen.epochs)], groups, size=SIZE, steps=steps)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="scripts.teach", description=__doc__)
    taught = sorted(set(OPEN.glob("open*.jsonl")) - {KEPT_BACK})
    options.add_argument("--messages", type=Path, nargs="+", default=taught)
    options.add_argument("--fresh", type=Path, nargs="+", default=[], help="files that the weights do not know yet")
    options.add_argument("--learn-on", type=Path, help="a folder with weights to begin from, not the base model")
    options.add_argument("--beside", type=int, help="how many others an epoch shows beside the fresh, if not half")
    options.add_argument("--keep", type=float, default=0.0, help="the share of the weights before that is kept")
    options.add_argument("--layers", type=int, nargs="+", default=LAYERS, help="which of the base model's layers")
    options.add_argument("--epochs", type=int, default=14)
    options.add_argument("--parts", type=int, default=8)
    options.add_argument("--all", action="store_true")
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    chosen.messages = [path for path in chosen.messages if path.resolve() not in {p.resolve() for p in chosen.fresh}]
    return chosen


if __name__ == "__main__":
    main()
