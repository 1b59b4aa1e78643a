"""Letters that say nothing in any language we know: keys struck at random, or a phone in a pocket."""

from __future__ import annotations

from knowledge.language.english import english_words
from knowledge.language.words import as_typed

_COMMON = 20_000
"""Rarer entries of the list are mostly names and scraps of subtitles."""


def is_gibberish(text: str) -> bool:
    """No word of it, mended, is a common English one. Text in other alphabets is never gibberish."""
    if not text.strip() or not text.isascii():
        return False
    ranks = english_words()
    return not any(len(word) > 1 and ranks.get(word, _COMMON) < _COMMON for word in as_typed(text))
