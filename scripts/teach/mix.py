"""Fits how far word lists and network are believed, on messages that the network has not seen; writes mixing.yaml."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
import yaml
from torch.nn import functional

from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.model import POLARITIES
from knowledge.understanding.scope import Scope
from knowledge.understanding.sensing import Hint, sense
from knowledge.understanding.weighing import log_odds

_LEAST = [step / 8 for step in range(-12, 9)]
_AGREEING = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9)
_DENIED = (0.0, 0.1, 0.2, 0.3, 0.4)
_BOTH = (0.7, 0.9, 2.0)
_STEPS = 60
_GROUPS_ALIKE, _CODES_ALIKE = 1.0, 1.5
"""How strongly groups are held to what holds for all, and codes to what holds for their group: so many messages'
worth of doubt, since most codes are said a dozen times in what is held out."""
_WORTH_SAYING = 0.1
_AS_GOOD = 0.004
_WORST = 1.0
"""How much a denied fact that is heard as said counts beside other mistakes of polarity, more than they do."""
_HEAD = """# How far network and word lists are believed, by group of codes: see knowledge/understanding/weighing.py.
# Fitted by scripts/teach/mix.py on messages that the network had not seen; not to be set by hand.
"""


class Seen(NamedTuple):
    """One held-out message: what is right, what the word lists say, what the network hints at."""

    facts: frozenset[tuple[str, str]]
    listed: Mapping[str, frozenset[str]]
    hints: Mapping[str, Hint]


class Case(NamedTuple):
    """One code that may be said in one message."""

    code: str
    odds: float
    listed: bool
    said: bool


def seen(rows: Sequence[dict[str, Any]]) -> list[Seen]:
    found = []
    for row in rows:
        if row.get("concepts") is None:
            continue
        listed: dict[str, set[str]] = {}
        for concept in listed_concepts(row["text"], Scope.of(tokens(row["text"]))):
            listed.setdefault(concept.code, set()).add(concept.polarity)
        facts = frozenset((c["code"], c["polarity"]) for c in row["concepts"])
        hints = {hint.code: hint for hint in sense(row["text"]).hints}
        found.append(Seen(facts, {code: frozenset(sides) for code, sides in listed.items()}, hints))
    return found


def fit(held: Sequence[Seen], to: Path) -> dict[str, Any]:
    """Writes and returns what is believed: chances by group and code, the least chance worth saying, polarity."""
    cases = [case for one in held for case in _cases(one)]
    missed = sum(len({code for code, _ in one.facts} - one.hints.keys() - one.listed.keys()) for one in held)
    mixing = _with_least(_believed(cases), cases, missed)
    mixing |= _sides(held)
    to.write_text(_HEAD + yaml.safe_dump(mixing, sort_keys=False), encoding="utf-8")
    return mixing


def _cases(one: Seen) -> list[Case]:
    gold = {code for code, _ in one.facts}
    codes = sorted(one.hints.keys() | one.listed.keys())
    return [Case(code, log_odds(one.hints.get(code)), code in one.listed, code in gold) for code in codes]


def _believed(cases: Sequence[Case]) -> dict[str, Any]:
    """Logistic regression on the network's odds and on being listed, with groups and codes held to be alike."""
    codes = sorted({case.code for case in cases})
    groups = sorted({code.partition(".")[0] for code in codes})
    group = torch.tensor([groups.index(case.code.partition(".")[0]) for case in cases])
    code = torch.tensor([codes.index(case.code) for case in cases])
    odds = torch.tensor([case.odds for case in cases])
    listed, said = (torch.tensor([float(case[at]) for case in cases]) for at in (2, 3))
    shared = torch.tensor([1.0, 1.0, 0.0], requires_grad=True)
    of_group = torch.zeros(len(groups), 2, requires_grad=True)
    of_code = torch.zeros(len(codes), requires_grad=True)
    optimiser = torch.optim.LBFGS([shared, of_group, of_code], max_iter=_STEPS, line_search_fn="strong_wolfe")

    def wrong() -> torch.Tensor:
        optimiser.zero_grad()
        scores = shared[0] * odds + (shared[1] + of_group[group, 0]) * listed
        scores = scores + shared[2] + of_group[group, 1] + of_code[code]
        loss = functional.binary_cross_entropy_with_logits(scores, said, reduction="sum")
        loss = loss + _GROUPS_ALIKE * (of_group**2).sum() + _CODES_ALIKE * (of_code**2).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(wrong)  # type: ignore[arg-type, no-untyped-call]
    network, lists, rest = (round(float(value), 3) for value in shared)
    fitted = {
        name: {
            "network": network,
            "listed": round(lists + float(of_group[at, 0]), 3),
            "least": -rest - float(of_group[at, 1]),
        }
        for at, name in enumerate(groups)
    }
    return {"groups": fitted, "codes": {name: round(-float(of_code[at]), 3) for at, name in enumerate(codes)}}


def _with_least(mixing: dict[str, Any], cases: Sequence[Case], missed: int) -> dict[str, Any]:
    """Moves every ``least`` to the lowest odds from which saying a code makes the F1 of all of them as good as best:
    of two that are alike, the one that hears more, since what is missed is asked for again.
    """
    scored = []
    for case in cases:
        belief = mixing["groups"][case.code.partition(".")[0]]
        scored.append((_score(belief, case) - belief["least"] - mixing["codes"][case.code], case.said))

    def f1(least: float) -> float:
        right = sum(said for score, said in scored if score > least)
        either = sum((score > least) + said for score, said in scored) + missed
        return float(2 * right / max(1, either))

    scores = {least: f1(least) for least in _LEAST}
    best = min(least for least, score in scores.items() if score > max(scores.values()) - _AS_GOOD)
    for belief in mixing["groups"].values():
        belief["least"] = round(belief["least"] + best, 3)
    mixing["codes"] = {code: apart for code, apart in mixing["codes"].items() if abs(apart) > _WORTH_SAYING}
    return mixing


def _score(belief: Mapping[str, float], case: Case) -> float:
    return belief["network"] * case.odds + belief["listed"] * case.listed


def _sides(held: Sequence[Seen]) -> dict[str, Any]:
    choices = itertools.product(_AGREEING, _AGREEING, _AGREEING, _DENIED, _BOTH)
    pairs = [(one, code) for one in held for code in {code for code, _ in one.facts} & one.hints.keys()]
    *agreeing, denied, both = max(choices, key=lambda choice: _sides_right(pairs, *choice))
    return {"agreeing": dict(zip(POLARITIES, agreeing, strict=True)), "denied": denied, "both": both}


def _sides_right(
    pairs: Sequence[tuple[Seen, str]], yes: float, no: float, past: float, denied: float, both: float
) -> float:
    right = wrong = missed = worst = 0
    for one, code in pairs:
        listed, (said_yes, said_no, said_past) = one.listed.get(code, frozenset()), one.hints[code].polarities
        chances = {
            "yes": said_yes + yes * ("yes" in listed),
            "no": said_no + no * ("no" in listed) + denied,
            "past": said_past + past * ("past" in listed),
        }
        least = min(max(chances.values()), both)
        said = {side for side, chance in chances.items() if chance >= least}
        gold = {side for other, side in one.facts if other == code}
        right, wrong, missed = right + len(gold & said), wrong + len(said - gold), missed + len(gold - said)
        worst += "yes" in said and "no" in gold and "yes" not in gold
    return 2 * right / max(1, 2 * right + wrong + missed + _WORST * worst)
