"""Whole messages that the gateway itself understands: stop, and the answers to its own safety question."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from knowledge.yaml_files import read_yaml

_WORDS = Path(__file__).with_name("words.yml")
_APART = re.compile(r"[^\w]+")
_APOSTROPHES = re.compile(r"['’‘`´]")


def plain(text: str) -> str:
    """Case, punctuation, apostrophes and repeated spaces taken away: "I'm  FINE." becomes "im fine"."""
    return _APART.sub(" ", _APOSTROPHES.sub("", text.casefold())).strip()


@cache
def _table() -> dict[str, frozenset[str]]:
    read = read_yaml(_WORDS)
    return {name: frozenset(plain(str(words)) for words in listed) for name, listed in read.items()}


def says(text: str, what: str) -> bool:
    """Whether the whole message is one of the words for ``what``, a key of the table (stop, safe, do_it …)."""
    return plain(text) in _table()[what]
