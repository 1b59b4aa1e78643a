"""Danger that only the network hears, said in other words and heard once more.

Somebody who writes beside another says "she has a bad back and likes sewing"; said of oneself the same words are
harmless, and so they are of her. Only what one person says, has or likes is turned so, and plain wishes: "he wants to
learn". "He shouts" and "he wants the money" stay as they are, and so does every message in which the writer, or another
beside that person, is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language.phrases import Found, PhraseBook, split_phrases, strongest
from knowledge.language.usage import DATA, language
from knowledge.language.words import Token
from knowledge.understanding.sensing import Sensed, sense
from knowledge.yaml_files import read_yaml

_OWN = frozenset("i me my mine myself we us our ours ourselves".split())
_SUBJECTS = frozenset(("he", "she"))
_AS_SELF = {"he": "I", "she": "I", "him": "me", "his": "my", "her": "my", "himself": "myself", "herself": "myself"}
_VERBS = {"has": "have", "is": "am", "does": "do", "was": "was", "says": "say"}


_HERS, _HIS = frozenset(("she", "her", "hers", "herself")), frozenset(("he", "him", "his", "himself"))
HARMLESS, SURE, AGREED, CERTAIN = 0.1, 0.9, 0.6, 0.7
"""Chances by the network: of danger in the second hearing, under which there is none; of a kind of danger in the first,
and of a fact in the second, from which it is sure; of a greeting or an agreement; of danger in the first hearing, from
which no other words lift it."""
_SMALL_TALK = frozenset(("affirm", "deny", "greet", "thank"))
_FACTS = ("health.", "interest.")


def has_other_words(message: Sequence[Token]) -> bool:
    """Whether there are other words that mean the same; says nothing yet of danger."""
    plain = strongest(_books().plainly.find(message))
    return bool(plain) or _is_of_another(message, plain)


def harmless_otherwise(message: Sequence[Token], first: Sensed) -> bool:
    """Whether the same in other words is harmless; of somebody else only what is plainly a fact, or small talk."""
    plain = strongest(_books().plainly.find(message))
    turned = _is_of_another(message, plain)
    if (not plain and not turned) or first.ask + first.act > CERTAIN:
        return False
    again = sense(" ".join(_words(message, plain, turned=turned)))
    if again.ask + again.act >= HARMLESS:
        return False
    if not turned:
        return True
    return _likeliest(first.kinds) < SURE and (bool(_books().harmless.find(message)) or _is_told(again))


def _likeliest(kinds: Sequence[tuple[str, float]]) -> float:
    return max((chance for _, chance in kinds), default=0.0)


def _is_told(again: Sensed) -> bool:
    talk = any(name in _SMALL_TALK and chance > AGREED for name, chance in again.intents)
    return talk or any(hint.code.startswith(_FACTS) and hint.chance > SURE for hint in again.hints)


def _is_of_another(message: Sequence[Token], plain: Sequence[Found]) -> bool:
    """Whether it speaks of him alone, or of her, and of nothing but what they say, have or like."""
    outside = [at for at in range(len(message)) if not any(one.start <= at < one.end for one in plain)]
    words = {message[at].word for at in outside}
    if words & _OWN or (words & _HERS and words & _HIS):
        return False
    subjects = {at for at in outside if message[at].word in _SUBJECTS}
    return bool(subjects) and subjects <= {
        one.start for book in (_books().told, _books().harmless) for one in book.find(message)
    }


def _words(message: Sequence[Token], plain: Sequence[Found], *, turned: bool) -> Iterator[str]:
    for at, token in enumerate(message):
        if token.pause and at:
            yield "." if token.pause == "." else ","
        within = next((one for one in plain if one.start <= at < one.end), None)
        if within is not None:
            yield from [within.label] if at == within.start else []
        else:
            yield _own(message, at) if turned else token.word


def _own(message: Sequence[Token], at: int) -> str:
    """One word of him or her as they would say it: "she wants" is "I want"."""
    token, before = message[at], message[at - 1].word if at else ""
    if token.word in _AS_SELF:
        return _AS_SELF[token.word]
    if before not in _SUBJECTS and before != "and":
        return token.word
    if token.word in _VERBS:
        return _VERBS[token.word]
    return token.stem if token.word == token.stem + "s" else token.word


@dataclass(frozen=True)
class _Books:
    told: PhraseBook
    harmless: PhraseBook
    plainly: PhraseBook


@lru_cache(maxsize=1)
def _books() -> _Books:
    """Spelling is not taught their words: how everything else is read stays as it is."""
    data = read_yaml(DATA / "second_hearing.yaml")
    plainly = [(label, phrase) for label, block in data["plainly"].items() for phrase in split_phrases(block)]

    def book(name: str) -> PhraseBook:
        return PhraseBook([(name, phrase) for phrase in split_phrases(data[name])], language().groups)

    return _Books(book("told"), book("harmless"), PhraseBook(plainly, language().groups))
