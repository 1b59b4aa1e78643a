"""All the phrase books, read once together, since their words are what spelling is mended towards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from knowledge.language.phrases import PhraseBook, split_phrases
from knowledge.language.spelling import learn_joined
from knowledge.language.stems import stem
from knowledge.language.usage import DATA, language
from knowledge.lexicon import lexicon
from knowledge.yaml_files import read_yaml


@dataclass(frozen=True)
class Books:
    """Labels: ``answers`` "slot answer", ``safety`` "level kind" or "none", ``rules`` intents, ``scope`` cues."""

    concepts: PhraseBook
    safety: PhraseBook
    answers: PhraseBook
    rules: PhraseBook
    scope: PhraseBook
    answer_codes: dict[tuple[str, str], tuple[tuple[str, str], ...]]
    answer_words: dict[str, dict[str, frozenset[str]]]
    skippable: frozenset[str]


@lru_cache(maxsize=1)
def books() -> Books:
    """Reads every data file; takes a third of a second, once in a process."""
    answers = read_yaml(DATA / "answers.yaml")
    return Books(
        concepts=lexicon(),
        safety=_book(_safety_phrases()),
        answers=_book(
            (f"{slot} {answer}", phrase)
            for slot, options in answers.items()
            for answer, option in options.items()
            for phrase in split_phrases(option["phrases"])
        ),
        rules=_book(_labelled(DATA / "intents" / "rules.yaml")),
        scope=_book(_labelled(DATA / "scope.yaml")),
        answer_codes={
            (slot, answer): tuple(
                [(code, "yes") for code in option.get("codes", ())] + [(code, "no") for code in option.get("not", ())]
            )
            for slot, options in answers.items()
            for answer, option in options.items()
        },
        answer_words={
            slot: {answer: _stems(option["phrases"]) for answer, option in options.items()}
            for slot, options in answers.items()
        },
        skippable=frozenset(answers["every"]["skipped"]["questions"].split()),
    )


def _stems(block: str) -> frozenset[str]:
    """Every word of an option's wordings, whatever stands beside it."""
    return frozenset(stem(word) for word in re.findall(r"[^\W\d_]+", block.casefold()))


def _book(phrases: Iterator[tuple[str, str]]) -> PhraseBook:
    book = PhraseBook(phrases, language().groups)
    language().learn(book.words)
    learn_joined(book.neighbours)
    return book


def _labelled(path: Path) -> Iterator[tuple[str, str]]:
    for label, block in read_yaml(path).items():
        for phrase in split_phrases(block):
            yield label, phrase


def _safety_phrases() -> Iterator[tuple[str, str]]:
    for path in sorted((DATA / "safety").glob("*.yaml")):
        for label, block in read_yaml(path)["phrases"].items():
            for phrase in split_phrases(block):
                yield label, phrase
