"""Small words that add nothing beside a core: what a whole message of a few words says."""

from __future__ import annotations

from knowledge.language.words import tokens

_SMALL = frozenset(
    "no yes ok okay please thanks thank you i me my we it that this one them him her a an the then so just now "
    "for to do does be is am are will would can could may want like need have has get got actually really at all "
    "mate bro love darling dear sorry well oh alright right fine good go on ahead and there here of with in sure "
    "from maybe rather anything something must let us lord god sir miss sis luv make worry".split()
)
NOT = frozenset("not never no none without".split())
LONGEST = 12
"""Words; longer than that a message says more than its core."""


def words_of(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def is_small(words: list[str], besides: str = "") -> bool:
    return all(word in _SMALL or word in besides.split() for word in words)
