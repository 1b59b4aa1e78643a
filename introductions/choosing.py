"""Which of several named things a few typed words mean: "the sewing one", "second", "Thread and Kettle"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from knowledge.language.stems import stem
from knowledge.own_words import same_thing

T = TypeVar("T")

ALIKE = 85
"""RapidFuzz ratio (0 to 100) from which two words count as the same, slips of the finger included."""
ORDINALS = {
    "first": 0, "second": 1, "third": 2, "last": -1, "1st": 0, "2nd": 1, "3rd": 2, "1": 0, "2": 1, "3": 2,
    "one": 0, "two": 1, "three": 2,
}  # fmt: skip
_NO_NAMES = frozenset(
    "the a an and to me my of for in on at it its that this with is not no one place introduce introduction more tell "
    "about like want dont please show back take number yes i you them they".split()
)


def choose(text: str, named: Mapping[str, T]) -> T | None:
    """The one of ``named`` (in the order shown) that ``text`` means; None when none or more than one fits."""
    values = list(named.values())
    if len(values) == 1:
        return values[0]
    words = _words(text)
    at = _by_name(words, [_words(name) for name in named])
    return values[at] if at is not None else next(iter(numbered(text, values)), None)


def numbered(text: str, values: Sequence[T]) -> list[T]:
    """Those of ``values`` (in the order shown) that are named by their numbers: "the first and second"."""
    words = _words(text)
    places = dict.fromkeys(ORDINALS[word] for word in words if word in ORDINALS and not _is_one(word, words))
    return [values[at] for at in places if -len(values) <= at < len(values)]


def best_by_words(text: str, named: Mapping[T, str], *, alike_too: bool = False) -> list[T]:
    """Those of ``named`` (words by what they mean) that share most words with ``text``; empty where none shares any.

    ``alike_too``: where none does, other words for the same thing count: "the garden one".
    """
    telling = [word for word in _words(text) if word not in _NO_NAMES and word not in ORDINALS]
    shared = {
        one: len({w for w in telling if any(alike(w, o) or stem(w) == stem(o) for o in _words(card))})
        for one, card in named.items()
    }
    if alike_too and not any(shared.values()):
        shared = {one: _of_the_same_thing(telling, _words(card)) for one, card in named.items()}
    most = max(shared.values(), default=0)
    return [one for one, hits in shared.items() if most and hits == most]


def _of_the_same_thing(telling: Sequence[str], card: Sequence[str]) -> int:
    """How many of a card's words mean the same thing in another word: "sow" and "pot" for "the garden one"."""
    return len(same_thing(telling) & {stem(word) for word in card})


def refuses_all(text: str) -> bool:
    """As in "none of these" and "not any of them"."""
    return _NONE.search(text) is not None


def means_another(text: str) -> bool:
    """As in "the other one": not the place that was read about last."""
    return _ANOTHER.search(text) is not None


_ANOTHER = re.compile(r"\b(other|others|another|else|both|all|different)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(none|neither|nothing|(not|don.?t want) any|not interested in any)\b", re.IGNORECASE)


def _is_one(word: str, words: list[str]) -> bool:
    """The word "one" stands for a number only after that word: "number one", never "the sewing one"."""
    return word == "one" and "number" not in words


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold().replace("'", ""))


def _by_name(words: list[str], names: list[list[str]]) -> int | None:
    """The name that shares most words with the text, those left out that every name has."""
    telling = [word for word in words if word not in _NO_NAMES and word not in ORDINALS]
    shared: list[set[str]] = [{word for word in telling if any(alike(word, other) for other in name)} for name in names]
    everywhere = shared[0].intersection(*shared)
    told = [len(one - everywhere) for one in shared]
    if not max(told):
        told = [_of_the_same_thing(telling, name) for name in names]
    best = max(told)
    return told.index(best) if best and told.count(best) == 1 else None


def alike(word: str, other: str, *, whole: bool = False) -> bool:
    """Slips of the finger included, and, unless the ``whole`` word is asked for, how a longer one begins."""
    begins = not whole and other.startswith(word)
    return word == other or (len(word) > 3 and (begins or fuzz.ratio(word, other) >= ALIKE))
