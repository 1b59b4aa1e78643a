"""Conditions in a spelling of somebody's own: "anxiaty" is heard as anxiety is, before the network guesses at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.language.usage import language
from knowledge.language.words import Token
from knowledge.understanding.concepts import of_nothing
from knowledge.understanding.model import Concept
from knowledge.understanding.sensing import Hint, Sensed, sense

_LONG_ENOUGH = 5
"""Letters of a word that is surely one thing misspelt, and not another."""
RARE = frozenset(
    f"health.{name}"
    for name in "epilepsy psychosis neurodivergence personality bipolar cancer diabetes learning_disability".split()
)
"""Conditions that nobody wants to be told they have: where no list names one, the network has to be very sure."""
_SURE = 0.97


def hinted(text: str, message: Sequence[Token], listed: Sequence[Concept], sensed: Sensed) -> list[Hint]:
    """What the network hears, with the names of conditions spelt as everybody spells them."""
    hints = _spelt(text, _misspelt(text, message, listed)) or list(sensed.hints)
    named, empty = {one.code for one in listed}, of_nothing(message)
    said = [one for one in hints if one.code in named or one.chance > _SURE or not _is_guessed(one, empty)]
    return said + [one for one in hints if one not in said and one.code not in RARE and _is_beside(one, listed)]


def _is_beside(hint: Hint, listed: Sequence[Concept]) -> bool:
    """Whether the same words are listed as telling something else of its kind: "evenings are no good" of days."""
    group = hint.code.partition(".")[0]
    return any(one.code.startswith(f"{group}.") and one.start <= hint.start < one.end for one in listed)


def _is_guessed(hint: Hint, empty: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    """A rare condition, and what stands in words that are listed as telling nothing."""
    spans = empty.get(hint.code.partition(".")[0], ())
    return hint.code in RARE or any(start <= hint.start and hint.end <= end for start, end in spans)


def _misspelt(text: str, message: Sequence[Token], listed: Sequence[Concept]) -> list[Token]:
    """The words of a condition's name that nobody knows as they were typed."""
    spans = [(one.start, one.end) for one in listed if one.code.startswith("health.")]
    inside = [token for token in message if any(a <= token.start and token.end <= b for a, b in spans)]
    return [token for token in inside if _was_mended(text[token.start : token.end].casefold(), token.word)]


def _was_mended(typed: str, word: str) -> bool:
    known = language()
    unknown = typed not in known.known and typed not in known.written_out
    return unknown and typed.isalpha() and len(typed) >= _LONG_ENOUGH and word != typed and typed[0] == word[0]


def _spelt(text: str, words: Sequence[Token]) -> list[Hint]:
    """The hints of the mended text, each at its place in the text as it was typed."""
    if not words:
        return []
    mended, moved = "", list[int]()
    at = 0
    for token in words:
        mended += text[at : token.start]
        moved += range(at, token.start)
        mended += token.word
        moved += [token.start] * len(token.word)
        at = token.end
    mended += text[at:]
    moved += range(at, len(text) + 1)
    ends = {token.start: token.end for token in words}
    return [
        Hint(one.code, one.chance, one.polarities, moved[one.start], _end(moved, one.end, ends))
        for one in sense(mended).hints
    ]


def _end(moved: Sequence[int], end: int, ends: dict[int, int]) -> int:
    last = moved[end - 1]
    return ends.get(last, last + 1)
