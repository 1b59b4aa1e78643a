"""How people write: txt-speak, dropped apostrophes, dialect words, and the named groups of words that phrases use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from knowledge.language.english import english_words
from knowledge.yaml_files import read_yaml

DATA = Path(__file__).parent.parent / "data"


@dataclass
class Language:
    """``written_out`` maps one typed word to its plain words; ``pairs`` two words to theirs.

    ``groups`` are named phrases.

    ``fillers`` are passed over.

    ``vocabulary`` holds the words of our own phrases, best first targets when spelling is mended; it is filled
    when the phrase books are read. ``known`` holds every word that is left as it is.
    """

    written_out: Mapping[str, str]
    pairs: Mapping[tuple[str, str], str]
    groups: Mapping[str, str]
    fillers: frozenset[str]
    vocabulary: set[str]
    known: set[str]

    def learn(self, words: set[str]) -> None:
        """Adds words of a phrase book; called before the first message is read."""
        self.vocabulary |= words
        self.known |= words


@lru_cache(maxsize=1)
def language() -> Language:
    data = read_yaml(DATA / "language.yaml")
    written = {typed: plain for plain, forms in data["written_out"].items() for typed in str(forms).split()}
    pairs = {}
    for typed, plain in data["pairs"].items():
        first, second = typed.split()
        pairs[first, second] = plain
    everyday = set(data["everyday"].split()) | set(data["fillers"].split())
    known = set(english_words()) | everyday | set(written)
    return Language(
        written,
        pairs,
        data["groups"],
        frozenset(data["fillers"].split()),
        set(everyday),
        known - set(data["not_words"].split()),
    )
