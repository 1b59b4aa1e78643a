"""Threats against whoever reads a message: for what a place writes to somebody, never for what a resident tells us."""

from __future__ import annotations

from functools import lru_cache

from knowledge.language.phrases import PhraseBook, split_phrases
from knowledge.language.usage import DATA, language
from knowledge.language.words import tokens
from knowledge.yaml_files import read_yaml


def threatens(text: str) -> bool:
    """Whether the reviewed phrases of ``threats.yaml`` find a threat that no everyday meaning takes away."""
    found = _book().find(tokens(" ".join(text.split())))
    harmless = [one.mask for one in found if one.label == "none"]
    return any(
        one.label == "threat" and not any((one.mask & other).bit_count() > 1 for other in harmless) for one in found
    )


@lru_cache(maxsize=1)
def _book() -> PhraseBook:
    """Spelling is not taught its words: how residents are read stays as it is."""
    data = read_yaml(DATA / "threats.yaml")
    phrases = ((label, phrase) for label, block in data["phrases"].items() for phrase in split_phrases(block))
    return PhraseBook(phrases, {**language().groups, **data["groups"]})
