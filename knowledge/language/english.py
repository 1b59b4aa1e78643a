"""The list of everyday English words that spelling and stemming lean on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).parent.parent / "data" / "words" / "english.txt"


@lru_cache(maxsize=1)
def english_words() -> MappingProxyType[str, int]:
    """Lower-case word to its rank, 0 the most frequent. The list's sources stand in its first lines."""
    lines = _FILE.read_text(encoding="utf-8").split("\n")
    return MappingProxyType({word: rank for rank, word in enumerate(w for w in lines if w and w[0] != "#")})
