"""A person's own words for what they enjoy, met with what services say of themselves.

Codes are coarse: sewing and pottery share one. Words tell them apart, misspelt or not, and reach what no code names
("dominoes"). A vocabulary is made once for a directory; a look-up of twenty words in a hundred services takes
about a millisecond.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from knowledge.language.english import english_words
from knowledge.language.stems import stem
from knowledge.language.words import tokens as words_of
from knowledge.lexicon import lexicon
from knowledge.listing import Service
from knowledge.yaml_files import read_yaml

_DATA = Path(__file__).parent / "data" / "plain_words.yaml"
_CLOSE = 86.0
"""RapidFuzz ratio, of 100, from which two stems are one word misspelt; short words have to be equal."""
_SHORT = 5
_IN_NAME, _IN_ABOUT = 1.0, 0.6
_COMMON = 0.12
"""A free word that more than this share of services uses says little, and is left out."""
_RARE = 700
"""Rank among English words from which a word may name a liking; more frequent ones are in every sentence."""

_ALIKE = 0.7
"""Of the strength of the very word."""
_CLAUSE = re.compile(r"[.,;:!?\n]|\b(?:but|and|now|till|until|though)\b")
_DENIED = re.compile(r"\b(?:can'?t|cannot|not?|never|don'?t|won'?t|without|lost|hate|cyaan|nuh)\b|\b\w+n't\b")

Hits = Mapping[int, tuple[tuple[str, float], ...]]
"""By a service's position: the person's words found there, each with its strength from 0 to 1."""


class Vocabulary:
    """The stems of every service's name, summary and description."""

    def __init__(self, services: Sequence[Service]) -> None:
        self._uses: dict[str, dict[int, float]] = defaultdict(dict)
        for position, service in enumerate(services):
            for text, strength in ((service.about, _IN_ABOUT), (f"{service.name} {service.summary}", _IN_NAME)):
                for token in tokens(text):
                    self._uses[token][position] = strength
        self._words = list(self._uses)
        self._size = max(len(services), 1)

    def find(self, spoken: Iterable[str], *, free: bool = False) -> Hits:
        """Where each spoken phrase's words occur; ``free`` leaves out words that many services use."""
        found: dict[int, dict[str, float]] = defaultdict(dict)
        pairs = [(phrase, token) for phrase in spoken for token in _telling(phrase)]
        for phrase, position, strength in self._matches(pairs, free=free):
            found[position][phrase] = max(strength, found[position].get(phrase, 0.0))
        return {position: tuple(words.items()) for position, words in found.items()}

    def alike(self, spoken: Iterable[str]) -> Hits:
        """Where another word for the same thing occurs: "plant" for "growing tomatoes", at less than its own words."""
        same = {
            phrase: {one for token in _telling(phrase) for one in _same_things().get(token, ())} for phrase in spoken
        }
        found: dict[int, dict[str, float]] = defaultdict(dict)
        for phrase, others in same.items():
            for other in sorted(others & self._uses.keys()):
                for position, strength in self._uses[other].items():
                    found[position][phrase] = max(strength * _ALIKE, found[position].get(phrase, 0.0))
        return {position: tuple(words.items()) for position, words in found.items()}

    def _matches(self, pairs: list[tuple[str, str]], *, free: bool) -> Iterable[tuple[str, int, float]]:
        if not pairs or not self._words:
            return
        stems = [token for _, token in pairs]
        scores = process.cdist(stems, self._words, scorer=fuzz.ratio, score_cutoff=_CLOSE)
        for row, column in np.argwhere(scores):
            phrase, token = pairs[row]
            word = self._words[column]
            uses = self._uses[word]
            if word != token and min(len(word), len(token)) < _SHORT:
                continue
            if free and len(uses) > max(1, _COMMON * self._size):
                continue
            for position, strength in uses.items():
                yield phrase, position, strength * float(scores[row, column]) / 100


def named(service: Service, phrase: str) -> bool:
    """Whether the listing's own words hold a telling word of the phrase; a phrase without one is named nowhere."""
    return bool(_telling(phrase)) and bool(Vocabulary([service]).find([phrase]))


def same_thing(words: Iterable[str]) -> frozenset[str]:
    """The stems of other words for the things that ``words`` name: for "garden" also "plant"."""
    return frozenset(one for word in words for one in _same_things().get(stem(word), ()))


def speaks_of(service: Service, phrase: str) -> bool:
    """Whether the listing's own words name what the phrase names; words that say nothing by themselves name all."""
    named = tokens(phrase)
    return not named or bool(Vocabulary([service]).find([phrase])) or not _telling(phrase)


def free_words(text: str, taken: Iterable[str]) -> tuple[str, ...]:
    """The words of a message that may name an interest no code caught; ``taken`` are words that one did.

    What somebody cannot do, or has not, is no interest: "can't lift now".
    """
    plain, ranks = _plain_stems(), english_words()
    spoken_for = {token for phrase in taken for token in tokens(phrase)}
    told = (clause for clause in _CLAUSE.split(text.lower().replace("’", "'")) if not _DENIED.search(clause))
    found = [word for clause in told for word in re.findall(r"[a-z]{4,}", clause)]
    kept = [word for word in found if ranks.get(word, _RARE) >= _RARE]
    return tuple(dict.fromkeys(word for word in kept if stem(word) not in spoken_for | plain))


def still_liked(text: str, codes: Collection[str]) -> str:
    """``text`` without words that the lists know for a liking that stands no more: denied since, or taken off."""
    message = words_of(text)
    named = [one for one in lexicon().find(message) if one.label.startswith("interest.")]
    kept = {at for one in named if one.label in codes for at in range(one.start, one.end)}
    gone = [message[at] for one in named for at in range(one.start, one.end) if at not in kept]
    for token in sorted(set(gone), key=lambda token: -token.start):
        text = f"{text[: token.start]} {text[token.end :]}"
    return text


def tokens(text: str) -> tuple[str, ...]:
    """Stems of the words of three letters and more that carry meaning, each once."""
    found = re.findall(r"[a-z]{3,}", text.lower().replace("’", "").replace("'", ""))
    stems = [stem(word) for word in found if word not in _listed("little")]
    return tuple(dict.fromkeys(word for word in stems if len(word) > 2))


def _telling(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase without words of everyday life: "care home nights" tells of no liking, "care" included."""
    return tuple(token for token in tokens(phrase) if token not in _plain_stems())


@cache
def _same_things() -> Mapping[str, frozenset[str]]:
    """By a word's stem, the stems of those that mean the same thing."""
    lines = [frozenset(map(stem, line.split())) for line in read_yaml(_DATA.with_name("same_things.yaml"))["things"]]
    return {word: line - {word} for line in lines for word in line}


@cache
def _plain_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _listed("words"))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(read_yaml(_DATA)[name].split())
