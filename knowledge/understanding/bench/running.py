"""The benchmark itself: score, compare, print, and log each scoring of the sealed half."""

from __future__ import annotations

import json
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from knowledge.typology import typology
from knowledge.understanding.bench.diet import diet_reader
from knowledge.understanding.bench.keywords import keyword_reader
from knowledge.understanding.bench.messages import Labelled, read_half
from knowledge.understanding.bench.scores import (
    Found,
    Rates,
    bootstrap,
    false_yes,
    intents_right,
    rates,
    safety_rates,
)
from knowledge.understanding.reading import understand

_GROUPS = ("support", "stage", "health", "constraint", "identity", "interest")
_EXAMPLES = 12


def run(
    which: str,
    *,
    folder: Path,
    at: datetime,
    log: Path | None = None,
    rasa_python: Path | None = None,
    say: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Scores the ``open`` or the ``sealed`` half in ``folder`` and returns the totals.

    Both baselines are trained on the open half in the same call; on the open half itself they are therefore scored on
    what they have seen, and so are our intents. DIET is left out without ``rasa_python``. Of the sealed half only
    totals are said, and each scoring is appended to ``log`` with ``at`` and the commit.
    """
    if which not in ("open", "sealed"):
        raise ValueError(f"Say open or sealed, not {which!r}")
    messages, train = read_half(folder, which), read_half(folder, "open")
    ours, times = _ours(messages)
    totals = _totals(which, messages, ours, times)
    for name, theirs in _baselines(train, messages, rasa_python):
        totals[name] = _compared(messages, ours, theirs)
    _print(totals, say)
    if which == "open":
        _print_examples(messages, ours, say)
    elif log is not None:
        _append(log, totals, at)
    return totals


def _ours(messages: Sequence[Labelled]) -> tuple[list[Found], list[float]]:
    understand("hello")
    found, times = [], []
    for message in messages:
        started = time.perf_counter()
        heard = understand(message.text, message.asked)
        times.append((time.perf_counter() - started) * 1000)
        facts = frozenset((c["code"], c["polarity"]) for c in heard.as_json()["concepts"])
        found.append(Found(facts, heard.intent, heard.crisis))
    return found, times


def _baselines(
    train: Sequence[Labelled], test: Sequence[Labelled], python: Path | None
) -> list[tuple[str, list[Found]]]:
    found = [("keywords", keyword_reader(train, test))]
    if python is not None:
        found.append(("diet", diet_reader(train, test, python=python)))
    return found


def _totals(which: str, messages: Sequence[Labelled], ours: Sequence[Found], times: Sequence[float]) -> dict[str, Any]:
    wrong, denied = false_yes(messages, ours)
    safety = safety_rates(messages, ours)
    return {
        "which": which,
        "messages": len(messages),
        "concepts": _shown(rates(messages, ours)),
        "groups": {g: _shown(rates(messages, ours, _within(g))) for g in _GROUPS},
        "codes": _codes(messages, ours),
        "slices": {s: _shown(_of_slice(messages, ours, s)) for s in sorted({m.slice for m in messages})},
        "false_yes": {"wrong": wrong, "denied": denied, "share": round(wrong / denied, 4) if denied else 0.0},
        "intents": round(intents_right(messages, ours), 4),
        "safety": {name: round(value, 4) for name, value in vars(safety).items()},
        "median_ms": round(statistics.median(times), 3),
    }


def _within(group: str) -> Callable[[str], bool]:
    return lambda code: code.startswith(group + ".")


def _of_slice(messages: Sequence[Labelled], found: Sequence[Found], name: str) -> Rates:
    pairs = [(m, f) for m, f in zip(messages, found, strict=True) if m.slice == name]
    return rates([m for m, _ in pairs], [f for _, f in pairs])


def _codes(messages: Sequence[Labelled], found: Sequence[Found]) -> dict[str, Any]:
    codes = {code for message in messages for code, _ in message.facts} | {code for f in found for code, _ in f.facts}
    return {c: _shown(rates(messages, found, c.__eq__)) for c in sorted(codes & typology().codes)}


def _shown(found: Rates) -> dict[str, float]:
    return {
        "precision": round(found.precision, 4),
        "recall": round(found.recall, 4),
        "f1": round(found.f1, 4),
        "labelled": found.labelled,
    }


def _compared(messages: Sequence[Labelled], ours: Sequence[Found], theirs: Sequence[Found]) -> dict[str, Any]:
    low, high = bootstrap(messages, ours, theirs)
    return {
        **_shown(rates(messages, theirs)),
        "intents": round(intents_right(messages, theirs), 4),
        "we_lead_by": [round(low, 4), round(high, 4)],
    }


def _print(totals: dict[str, Any], say: Callable[[str], None]) -> None:
    say(f"{totals['which']}: {totals['messages']} messages, median {totals['median_ms']} ms each")
    say(f"{'':34}{'precision':>10}{'recall':>10}{'F1':>10}{'labelled':>10}")
    rows = [("all concepts", totals["concepts"])]
    for part in ("groups", "slices", "codes"):
        rows += [(f"{part[:-1]} {name}", row) for name, row in totals[part].items()]
    for name, row in rows:
        say(f"{name:34}{row['precision']:10.3f}{row['recall']:10.3f}{row['f1']:10.3f}{row['labelled']:10}")
    denied, safety = totals["false_yes"], totals["safety"]
    say(f"denied facts heard as said: {denied['wrong']} of {denied['denied']} ({denied['share']:.1%})")
    say(f"intents right: {totals['intents']:.1%}")
    say(
        f"safety: act or ask on {safety['caught']:.1%} of {safety['crisis']} crisis messages; "
        f"of {safety['harmless']} harmless ones act on {safety['act_on_harmless']:.1%}, "
        f"ask on {safety['ask_on_harmless']:.1%}"
    )
    for name in ("keywords", "diet"):
        if name in totals:
            row = totals[name]
            low, high = row["we_lead_by"]
            say(
                f"baseline {name}: F1 {row['f1']:.3f}, intents {row['intents']:.1%}; "
                f"we lead by {low:.3f} to {high:.3f} (95 %)"
            )


def _print_examples(messages: Sequence[Labelled], ours: Sequence[Found], say: Callable[[str], None]) -> None:
    missed = [(m, f) for m, f in zip(messages, ours, strict=True) if m.facts != f.facts]
    for message, found in missed[:_EXAMPLES]:
        extra = " ".join(f"+{c}:{p}" for c, p in sorted(found.facts - message.facts))
        lacking = " ".join(f"-{c}:{p}" for c, p in sorted(message.facts - found.facts))
        say(f"  {message.id} {message.text!r} {extra} {lacking}")


def _append(log: Path, totals: dict[str, Any], at: datetime) -> None:
    git = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(git, capture_output=True, text=True, check=False)
    row = {"at": at.isoformat(timespec="seconds"), "commit": done.stdout.strip() or "unknown", **totals}
    del row["codes"]
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
