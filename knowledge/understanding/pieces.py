"""A message as the numbered pieces of words that the network reads (WordPiece, as its language model was trained)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"'})
_LONGEST_WORD = 40
UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"


class Piece(NamedTuple):
    """One piece: its number in the vocabulary, and the whole word's place in the text."""

    number: int
    start: int
    end: int


def pieces(text: str, vocabulary: Mapping[str, int]) -> list[Piece]:
    """Every word in pieces, in order. A word that has none is one unknown piece."""
    return [
        Piece(number, match.start(), match.end())
        for match in _WORD.finditer(text.translate(_STRAIGHT))
        for number in _numbers(match.group(), vocabulary)
    ]


def _numbers(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    return _cached(_plain(word), _Known(vocabulary))


def _plain(word: str) -> str:
    """In small letters and without accents."""
    small = word.lower()
    if small.isascii():
        return small
    return "".join(c for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))


class _Known:
    """A vocabulary that a cache may take for the same one again."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers

    def __hash__(self) -> int:
        return id(self.numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.numbers is self.numbers


@lru_cache(maxsize=20000)
def _cached(word: str, known: _Known) -> tuple[int, ...]:
    numbers: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST_WORD:
        lead = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if lead + word[start:e] in known.numbers), start)
        if end == start:
            break
        numbers.append(known.numbers[lead + word[start:end]])
        start = end
    return tuple(numbers) if numbers and start == len(word) else (known.numbers[UNKNOWN],)
