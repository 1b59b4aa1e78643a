"""Whether a person's own words about their heritage meet the words of a listing; read generously.

Identity is only ever what somebody says of themselves. What cannot be placed decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from knowledge.yaml_files import read_yaml

_DATA = Path(__file__).parent / "data" / "heritage.yaml"
_CLOSE = 88.0
"""RapidFuzz ratio, of 100, from which two words are one word misspelt ("carribean")."""


@dataclass(frozen=True)
class _Words:
    """The file's lists: ``families`` by wider word, ``open`` words, ``umbrella`` words over families."""

    families: Mapping[str, frozenset[str]]
    open: frozenset[str]
    umbrella: Mapping[str, tuple[str, ...]]
    plausible: tuple[str, ...]


@cache
def _words() -> _Words:
    data = read_yaml(_DATA)
    return _Words(
        families={name: frozenset(words) | {name} for name, words in data["families"].items()},
        open=frozenset(data["open"]),
        umbrella={name: tuple(members) for name, members in data["umbrella"].items()},
        plausible=tuple(data["plausible"]),
    )


def plausible() -> tuple[str, ...]:
    """Descriptions to try when it is weighed whether asking would change anything."""
    return _words().plausible


@lru_cache(maxsize=2000)
def names_a_people(word: str) -> bool:
    """Whether people call themselves so, whatever else it names: "somali", "portuguese"."""
    return any(word in family for family in _words().families.values())


@lru_cache(maxsize=2000)
def meets(own_words: str, asked: tuple[str, ...]) -> bool | None:
    """True when they meet, False when the words name another heritage alone, None when that cannot be told.

    A wider word than the listing's ("African" for a Somali group) leaves it open.
    """
    said = _plain(own_words)
    families = _words().families
    wanted = frozenset().union(*(_spread(_plain(name)) for name in asked))
    if _holds(said, wanted):
        return True
    broader = frozenset(name for name, words in families.items() if words & wanted)
    if _holds(said, _words().open | broader):
        return None
    every_word = frozenset().union(*families.values())
    return False if _holds(said, every_word) else None


def _spread(name: str) -> frozenset[str]:
    """A listing's word with every narrower word for the same people."""
    families = _words().families
    members = _words().umbrella.get(name, (name,))
    return frozenset({name}).union(*(families.get(member, frozenset()) for member in members))


def _holds(said: str, words: frozenset[str]) -> bool:
    padded = f" {said} "
    if any(f" {word} " in padded for word in words):
        return True
    long_words = [word for word in words if len(word) > 5]
    return any(
        process.extractOne(token, long_words, scorer=fuzz.ratio, score_cutoff=_CLOSE) is not None
        for token in said.split()
        if len(token) > 5
    )


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z ]", " ", text.lower()).split())
