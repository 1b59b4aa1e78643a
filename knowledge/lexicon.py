"""The words people use for each code: data files read into one phrase book.

A file of ``data/lexicon`` maps a code to a block of phrases (their language: ``language/phrases.py``). A polarity
may follow the code ("constraint.no_groups no"); ``none`` holds phrases that mean no code and hide what is inside
them, for the groups of that file alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from knowledge.language.phrases import PhraseBook, split_phrases
from knowledge.language.spelling import learn_joined
from knowledge.language.usage import DATA, language
from knowledge.typology import typology
from knowledge.yaml_files import read_yaml

NOTHING = "none"
_FOLDER = DATA / "lexicon"


def entries() -> Iterator[tuple[str, str]]:
    """Every (label, phrase); a label is a code, a code with a polarity, or ``none`` with
    the groups it hides. Raises ``ValueError`` on others.
    """
    allowed = typology().codes | {NOTHING}
    for path in sorted(_FOLDER.glob("*.yaml")):
        blocks = read_yaml(path)
        nothing = " ".join([NOTHING, *sorted({label.partition(".")[0] for label in blocks if label != NOTHING})])
        for label, block in blocks.items():
            code, _, polarity = label.partition(" ")
            if code not in allowed or polarity not in ("", "yes", "no", "past"):
                raise ValueError(f"{path.name}: {label!r} is no code of the typology; mend the key")
            for phrase in split_phrases(block):
                yield nothing if code == NOTHING else label, phrase


@lru_cache(maxsize=1)
def lexicon() -> PhraseBook:
    """The phrase book of all codes. Its words become the first targets when spelling is mended."""
    book = PhraseBook(entries(), language().groups)
    language().learn(book.words)
    learn_joined(book.neighbours)
    return book
