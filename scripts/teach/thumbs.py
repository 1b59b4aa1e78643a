"""Messages typed worse than they were written, as a tired thumb types them, with every letter's origin kept."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

Letters = list[tuple[str, int]]
"""Each letter with its place in the text as it was written."""

_AS_WRITTEN, _WORST, _SHORTENED, _LEFT_OUT = 0.4, 0.12, 0.35, 0.3
_NEIGHBOURS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        "s v x s w d f g u h j k n b i o a e a r y c q z t x".split(),
        strict=True,
    )
)
_SHORT = {
    "you": "u", "your": "ur", "are": "r", "and": "n", "because": "cos", "with": "wiv", "for": "4", "to": "2",
    "the": "da", "please": "pls", "thanks": "thx", "people": "ppl", "really": "rly", "about": "bout", "though": "tho",
    "something": "smth", "anything": "anythin", "nothing": "nuffin", "going": "goin", "working": "workin",
    "looking": "lookin", "that": "dat", "this": "dis", "them": "dem", "what": "wot", "want": "wanna", "before": "b4",
    "tomorrow": "2moro", "be": "b", "see": "c", "why": "y", "okay": "k", "know": "kno", "my": "me", "just": "jus",
}  # fmt: skip
_SMALL = frozenset("a an the am is was i to of it im".split())


def typed(text: str, chance: random.Random) -> Letters:
    """Apostrophes and stops dropped, words shortened or left out, letters swapped, dropped, doubled or missed; as
    written two times in five.
    """
    letters = [(letter, at) for at, letter in enumerate(text)]
    if chance.random() < _AS_WRITTEN:
        return letters
    if chance.random() < 0.3:
        letters = [one for one in letters if one[0] not in "'’"]
    if chance.random() < 0.2:
        letters = [one for one in letters if one[0] not in ".,;"]
    slips = _WORST * chance.random()
    shortened = 0.3 if chance.random() < _SHORTENED else 0.0
    left_out = 0.25 if chance.random() < _LEFT_OUT else 0.0
    worse: Letters = []
    for word in _words(letters):
        small = "".join(letter for letter, _ in word).lower()
        if small in _SMALL and chance.random() < left_out:
            continue
        if small in _SHORT and chance.random() < shortened:
            worse += [(letter, word[0][1]) for letter in _SHORT[small]]
        else:
            worse += _slipped(word, chance) if chance.random() < slips else word
    return worse or letters


def _words(letters: Letters) -> Iterator[Letters]:
    text = "".join(letter for letter, _ in letters)
    for match in re.finditer(r"\w+|\W+", text):
        yield letters[match.start() : match.end()]


def _slipped(word: Letters, chance: random.Random) -> Letters:
    small = "".join(letter for letter, _ in word).lower()
    if len(word) < 4 or len(small) != len(word) or not (small.isalpha() and small.isascii()):
        return word
    at = chance.randrange(len(word) - 1)
    return chance.choice(
        (
            [*word[:at], word[at + 1], word[at], *word[at + 2 :]],
            [*word[:at], *word[at + 1 :]],
            [*word[:at], word[at], *word[at:]],
            [*word[:at], (_NEIGHBOURS[small[at]], word[at][1]), *word[at + 1 :]],
        )
    )
