"""New messages out of labelled ones: two joined into one, and words of one code in the place of another's."""

from __future__ import annotations

import itertools
import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Row = dict[str, Any]
_BETWEEN = (
    ". ",
    ". ",
    ", ",
    ", ",
    " ",
    " and ",
    " but ",
    " also ",
    "; ",
    " - ",
    "... ",
    " n ",
    "! ",
    " tho ",
    " anyway ",
)
_LONGEST = 260
_LEVELS = ("none", "ask", "act")
_SMALL_TALK = frozenset(
    "affirm deny skip unsure greet thank goodbye back repeat language pause decline_match correct crisis".split()
)
"""Intents that do not survive beside another message: which of the two is meant is not told."""
_SWAPPED = frozenset(("interest", "health"))
_UNTRUE = re.compile(
    r"\b(no|not|never|don'?t|cant|can'?t|hate|used|was|were|ex|former|stopped|gave|without)\b", re.IGNORECASE
)


def placed(row: Row) -> Row:
    """The row with ``start`` and ``end`` of each concept's words, -1 where they are not told."""
    concepts = []
    for concept in row.get("concepts") or ():
        words = concept.get("words")
        start = concept.get("start", row["text"].casefold().find(words.casefold()) if words else -1)
        concepts.append({**concept, "start": start, "end": start + len(words or "") if start >= 0 else -1})
    return {**row, "concepts": concepts} if row.get("concepts") is not None else row


def joined(first: Row, second: Row, chance: random.Random) -> Row | None:
    """Both messages in one, where both have all labels and the two together are short enough to be one."""
    if any(row.get("concepts") is None or row.get("asked") for row in (first, second)):
        return None
    text = first["text"].rstrip(" .") + chance.choice(_BETWEEN)
    if len(text) + len(second["text"]) > _LONGEST:
        return None
    moved = [
        {**c, "start": c["start"] + len(text), "end": c["end"] + len(text)} if c["start"] >= 0 else c
        for c in second["concepts"]
    ]
    row: Row = {"text": text + second["text"], "concepts": [*first["concepts"], *moved]}
    if "crisis" in first and "crisis" in second:
        row["crisis"] = max(first["crisis"], second["crisis"], key=_LEVELS.index)
        row["crisis_kinds"] = [*first.get("crisis_kinds", ()), *second.get("crisis_kinds", ())]
        row |= _intent(first, second, row["crisis"])
    return row


def _intent(first: Row, second: Row, level: str) -> Row:
    meant = {first.get("intent"), second.get("intent")}
    if level == "act":
        return {"intent": "crisis"}
    asked = meant - {"inform"}
    if len(asked) > 1 or asked & _SMALL_TALK or None in meant:
        return {}
    return {"intent": asked.pop() if asked else "inform"}


class Swaps:
    """Words that are known to say a code plainly, to stand in another message where a code of the group stood."""

    def __init__(self, rows: Sequence[Row], more: Sequence[tuple[str, str]]) -> None:
        words: dict[str, set[str]] = defaultdict(set)
        said = [(c["code"], c["words"]) for row in rows for c in row.get("concepts") or () if c.get("words")]
        for code, phrase in [*said, *more]:
            small = phrase.casefold().strip(" .,!?")
            if code.partition(".")[0] in _SWAPPED and len(small.split()) <= 2 and not _UNTRUE.search(small):
                words[code].add(small)
        self._words: Mapping[str, list[str]] = {code: sorted(ones) for code, ones in words.items()}
        self._codes = {group: [c for c in self._words if c.startswith(group + ".")] for group in _SWAPPED}

    def swapped(self, row: Row, chance: random.Random) -> Row:
        """The same message of other things, where its words are short and stand apart; else the row as it is."""
        concepts = sorted(row.get("concepts") or (), key=lambda c: c["start"])
        spans = [(c["start"], c["end"]) for c in concepts]
        if not concepts or spans[0][0] < 0 or any(a[1] > b[0] for a, b in itertools.pairwise(spans)):
            return row
        text, at, moved = "", 0, []
        for concept in concepts:
            text += row["text"][at : concept["start"]]
            code, words = self._other(concept, chance)
            moved.append({"code": code, "polarity": concept["polarity"], "words": words, "start": len(text)})
            text += words
            moved[-1]["end"], at = len(text), concept["end"]
        return {**row, "text": text + row["text"][at:], "concepts": moved}

    def _other(self, concept: Row, chance: random.Random) -> tuple[str, str]:
        group, words = concept["code"].partition(".")[0], concept["words"]
        if group not in _SWAPPED or len(words.split()) > 2 or _UNTRUE.search(words) or chance.random() < 0.3:
            return concept["code"], words
        code = chance.choice(self._codes[group])
        return code, chance.choice(self._words[code])


class Composer:
    """Composes messages out of labelled ones, by chance."""

    def __init__(self, rows: Sequence[Row], more: Sequence[tuple[str, str]], seed: int) -> None:
        self.chance, self._swaps = random.Random(seed), Swaps(rows, more)  # noqa: S311 - no secret
        self._whole = [row for row in rows if row.get("concepts") is not None and not row.get("asked")]

    def varied(self, rows: Sequence[Row]) -> list[Row]:
        """The same messages, speaking of other things where that can be."""
        return [self._swaps.swapped(row, self.chance) for row in rows]

    def pairs(self, count: int) -> list[Row]:
        drawn = (self.chance.sample(self._whole, 2) for _ in range(count))
        found = (joined(first, second, self.chance) for first, second in drawn)
        return [row for row in found if row]
