"""The first baseline: a code is said when a word of its label is in the message, denied when "no" or "not" is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.typology import typology
from knowledge.understanding.bench.messages import Labelled
from knowledge.understanding.bench.scores import Found

_WORD = re.compile(r"[a-z]{3,}")
_COMMON = frozenset(
    "and the for with not you what that this who has from one get can any other without people out".split()
)
_DENIES = re.compile(r"\b(no|not|never|don'?t|hate)\b")
_LEAST_SEEN = 3


def keyword_reader(train: Sequence[Labelled], test: Sequence[Labelled]) -> list[Found]:
    """Words of the labels, and for intents the labelled message that shares most words, from the same training half."""
    words = _label_words()
    seen = [(set(_WORD.findall(m.text.lower())), m.intent) for m in train]
    usual = Counter(m.intent for m in train).most_common(1)[0][0]
    return [_read(message.text.lower(), words, seen, usual) for message in test]


def _label_words() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for code in typology().codes:
        if not code.startswith("intent."):
            found[code] = set(_WORD.findall((typology().label(code) + " " + code.replace("_", " ")).lower())) - _COMMON
            counts.update(found[code])
    return {code: {word for word in words if counts[word] <= _LEAST_SEEN} for code, words in found.items()}


def _read(text: str, words: dict[str, set[str]], seen: list[tuple[set[str], str]], usual: str) -> Found:
    said = set(_WORD.findall(text))
    polarity = "no" if _DENIES.search(text) else "yes"
    facts = frozenset((code, polarity) for code, own in words.items() if own & said)
    nearest = max(seen, key=lambda row: len(row[0] & said) / (len(row[0] | said) or 1))
    return Found(facts, nearest[1] if nearest[0] & said else usual)
