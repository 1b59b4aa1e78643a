"""Whole messages that stand for an intent, as they are listed, some of them only beside one question."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from knowledge.language.phrases import Found, PhraseBook, split_phrases
from knowledge.language.usage import DATA, language
from knowledge.language.words import tokens
from knowledge.yaml_files import read_yaml

ANYWHERE, UNASKED, AS_READ, AND_MORE = "anywhere", "unasked", "as_read", "..."


def listed(text: str, asked: str | None) -> str | None:
    """The intent that the whole message stands for, or ``AS_READ`` where it is heard as any other message, or None;
    words for the question that is open come first.
    """
    message = [replace(token, pause="") for token in tokens(text)]
    said = [one.label.split() for one in _commands().find(message) if one.start == 0 and _all(one, len(message))]
    for where in (asked or UNASKED, ANYWHERE):
        named = sorted(intent for intent, slot, *_ in said if slot == where)
        if named:
            return AS_READ if AS_READ in named else named[0]
    return None


def _all(found: Found, words: int) -> bool:
    return found.label.endswith(AND_MORE) or found.mask.bit_count() == words


@lru_cache(maxsize=1)
def _commands() -> PhraseBook:
    """A phrase that ends in "..." may be followed by more words."""
    table = read_yaml(DATA / "intents" / "commands.yaml")
    phrases = [
        (
            f"{intent} {slot} {AND_MORE if phrase.endswith(AND_MORE) else ''}".strip(),
            phrase.removesuffix(AND_MORE).strip(),
        )
        for slot, intents in table.items()
        for intent, block in intents.items()
        for phrase in split_phrases(block)
    ]
    book = PhraseBook(phrases, language().groups)
    language().learn(book.words)
    return book
