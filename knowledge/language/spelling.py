"""Mends spelling with RapidFuzz: only words nobody knows, only towards near words, and short words hardly at all."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.english import english_words
from knowledge.language.stems import stem
from knowledge.language.usage import language

COMMON = 6000
"""How many of the most frequent English words a misspelling may also be, beside the words of our own phrases."""


def _edits_allowed(length: int) -> int:
    """None under 4 letters, one up to 6, two up to 10, then three."""
    return 0 if length < 4 else 1 if length < 7 else 2 if length < 11 else 3


def mend(word: str) -> str:
    """The plain word or words that a typed word most likely is; the word itself when nothing is near."""
    return _mend(word, len(language().vocabulary))


@lru_cache(maxsize=20000)
def _mend(word: str, words_known: int) -> str:
    """What was made of a word holds until more words are learned."""
    known, vocabulary = language().known, language().vocabulary
    if word in known or not word.isalpha() or stem(word) in known:
        return word
    if word.endswith("in") and word + "g" in known:
        return word + "g"
    run_together = joined_words().get(word)
    if run_together:
        return run_together
    limit = _edits_allowed(len(word))
    if not limit:
        return word
    best, best_cost = word, 99.0
    for candidate, distance in _near(word, limit, words_known):
        cost = distance + _doubt(word, candidate, candidate in vocabulary)
        if cost < best_cost and cost <= limit + 0.5:
            best, best_cost = candidate, cost
    return best


def _doubt(word: str, candidate: str, ours: bool) -> float:
    """What is added to the edits: a changed first letter, a lost consonant order, a word that is not one of ours."""
    doubt = 0.0 if ours else 0.3 + english_words().get(candidate, COMMON) / COMMON / 2
    if candidate[0] != word[0]:
        doubt += 1.0 if len(word) < 6 else 0.6
    if sorted(candidate) == sorted(word) or _bones(candidate) == _bones(word):
        doubt -= 0.7
    return doubt


def _bones(word: str) -> str:
    """Consonants only, doubles made single: what misspellings mostly keep."""
    kept = ""
    for letter in word:
        if letter not in "aeiou" and letter != kept[-1:]:
            kept += letter
    return kept


def _near(word: str, limit: int, words_known: int) -> list[tuple[str, int]]:
    table = _by_length(words_known)
    candidates = [w for length in range(len(word) - limit, len(word) + limit + 1) for w in table.get(length, ())]
    found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=limit, limit=8)
    return [(candidate, int(distance)) for candidate, distance, _ in found]


@lru_cache(maxsize=1)
def _by_length(words_known: int) -> dict[int, list[str]]:  # noqa: ARG001 - what the table was made of
    words = sorted(language().vocabulary | {w for w, rank in english_words().items() if rank < COMMON})
    table: dict[int, list[str]] = {}
    for word in words:
        if len(word) > 3:
            table.setdefault(len(word), []).append(word)
    return table


_JOINED: dict[str, str] = {}


def joined_words() -> dict[str, str]:
    """Words that stand side by side in our phrases, run together: "parttime" to "part time"."""
    return _JOINED


def learn_joined(pairs: set[tuple[str, str]]) -> None:
    """Adds neighbours from a phrase book; short joins are left out, since they look like other words."""
    known = language().known
    for first, second in pairs:
        if len(first) + len(second) > 6 and first + second not in known:
            _JOINED[first + second] = f"{first} {second}"
