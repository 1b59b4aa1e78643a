"""One message in words, with its cues, and where its sentences and clauses begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.language.phrases import Found
from knowledge.language.words import Token
from knowledge.understanding.books import books

if TYPE_CHECKING:
    from typing import Self  # not in Python 3.10, which reads messages beside Rasa

_NEW_CLAUSE = frozenset(
    "but although though however because so then while whereas instead just only yet otherwise apart since unless if "
    "which except now cause also plus where when".split()
)
_NEW_SUBJECT = frozenset(
    "i we he she they my it there that you your would am have want love like enjoy need look use was got can could "
    "prefer good interested happy more give put let find send "
    "show too rather hope yes no not never hate do did is are only used been".split()
)
_LIST_WORDS = frozenset(("or", "nor", "and"))
_VERBS = frozenset(
    "is are was were keep keeps kept make makes made has have had do does did am need needs go goes went get gets got "
    "give gives gave help helps feel feels set sets set scare scares work works stop stops take takes start "
    "starts".split()
)


@dataclass(frozen=True)
class Clauses:
    """The cues of one message, by name, and where its clauses begin."""

    message: Sequence[Token]
    cues: dict[str, list[Found]]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, message: Sequence[Token]) -> Self:
        cues: dict[str, list[Found]] = {}
        for cue in books().scope.find(message):
            cues.setdefault(cue.label, []).append(cue)
        starts = [i for i in range(len(message)) if i == 0 or _begins_clause(message, i)]
        return cls(message, cues, tuple(starts))

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The first word of the clause that holds ``start`` and the word after its last."""
        first = max(s for s in self.starts if s <= start)
        last = min((s for s in self.starts if s >= end), default=len(self.message))
        return first, last

    def inside(self, name: str, start: int, end: int) -> list[Found]:
        return [cue for cue in self.cues.get(name, ()) if cue.start >= start and cue.end <= end]

    def is_listed(self, start: int, end: int) -> bool:
        """A list of denied nouns goes on where "or", "nor" or "and" says so, at its end too."""
        stop = min(self.sentence_end(end), end + 6)
        return any(self.message[i].word in _LIST_WORDS for i in range(start, stop))

    def is_only_list(self, start: int, end: int) -> bool:
        if start == end:
            return end < len(self.message) and self.message[end].pause == ","
        words = self.message[start:end]
        joined = any(w.word in _LIST_WORDS or w.pause for w in words)
        return joined and len(words) <= 6 and not any(w.word in _NEW_SUBJECT for w in words)

    def words(self, cue: Found) -> list[str]:
        return [t.word for t in self.message[cue.start : cue.end]]

    def sentence_start(self, at: int) -> int:
        return max(i for i in range(at + 1) if i == 0 or self.message[i].pause == ".")

    def sentence_end(self, at: int) -> int:
        return next((i for i in range(at, len(self.message)) if self.message[i].pause == "."), len(self.message))

    def pause_between(self, start: int, end: int) -> bool:
        return any(self.message[i].pause for i in range(start, min(end, len(self.message))))


def _begins_clause(message: Sequence[Token], at: int) -> bool:
    token = message[at]
    before = message[at - 1].word if at else ""
    if token.pause == "." or (token.word in _NEW_CLAUSE and before not in {"anything", "everything"}):
        return True
    subject = token.word in _NEW_SUBJECT
    if token.pause == "," and subject:
        return True
    if at and (token.pause or before == "and") and _has_verb(message, at):
        return True
    if before == "and":
        return token.word in {"i", "my", "he", "she", "we", "am", "have", "love", "want", "would", "it", "no", "need"}
    return token.word == "i" and at > 1 and before not in {"that", "if", "when", "what", "things", "and"}


def _has_verb(message: Sequence[Token], at: int) -> bool:
    """Whether the words from here to the next pause, four at most, hold a verb after their first word."""
    for index in range(at + 1, min(at + 4, len(message))):
        if message[index].pause:
            return False
        if message[index].word in _VERBS:
            return True
    return False
