"""Everyday questions that want a plain answer first: forms, an ill day, whether this is real, who is told, the sack."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.language.phrases import PhraseBook, split_phrases, strongest
from knowledge.language.usage import DATA, language
from knowledge.language.words import tokens
from knowledge.yaml_files import read_yaml

_UNLESS, _GROUPS = "unless", "groups"


def plain_question(text: str) -> str | None:
    """The dialogue's own intent of the question that is asked; None where it is none of these."""
    found = [one.label for one in strongest(_book().find(tokens(text)))]
    return None if _UNLESS in found else next(iter(found), None)


@lru_cache(maxsize=1)
def _book() -> PhraseBook:
    """Spelling is not taught its words: how everything else is read stays as it is."""
    data = read_yaml(DATA / "intents" / "plain_questions.yaml")
    kinds = {label: block for label, block in data.items() if label != _GROUPS}
    phrases = ((label, phrase) for label, block in kinds.items() for phrase in split_phrases(block))
    return PhraseBook(phrases, {**language().groups, **data[_GROUPS]})


_LONG_WAIT = re.compile(
    r"^\W*(?:\w+\?\W*)?(?:oh\W+)?"
    r"(?:(?:that'?s|that is|it'?s|is) (?:ages|(?:way )?too long|so long|months|forever)|(?:total |a )?waste of time"
    r"|knew it|too long to wait|can'?t wait that long)\b(?!\s+(?:since|ago))",
    re.IGNORECASE,
)
_FEW = 14


def fed_up_of_waiting(text: str) -> bool:
    """As in "january? thats ages. knew it, waste of time"; in a longer message more is told than that."""
    return len(text.split()) <= _FEW and _LONG_WAIT.search(text) is not None


def answered_plainly(text: str) -> bool:
    """Whether the question, or the weariness, has an answer of its own, and wants no kind line besides."""
    return fed_up_of_waiting(text) or (plain_question(text) is not None and not is_a_story(text))


def is_a_story(text: str) -> bool:
    """Whether so much is told that a question in it is answered beside what was heard."""
    return len(text.split()) > _FEW
