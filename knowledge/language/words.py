"""From a message to words: contractions opened, txt-speak written out, spelling mended, every word with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.language.spelling import mend
from knowledge.language.stems import stem
from knowledge.language.usage import language

_PIECES = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’`´][^\W\d_]+)*['’]?|\d+(?:[:.]\d+)*|[&+]|[\U0001F000-\U0001FAFF\u2600-\u27BF][\U0001F3FB-\U0001F3FF]?)"
    r"|(?P<stop>[.!?;\n\r•…|]+)|(?P<pause>[,:()\u2013\u2014\"]|(?<=\s)-+(?=\s))"
)
_MIXED = re.compile(r"(?<![^\W_])(?=\w*\d)(?=\w*[^\W\d_])\w+")
_ENDINGS = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_IS_AFTER = frozenset("it he she that what there where who how here everything nothing something one".split())
_BASES = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_LONG = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Token:
    """One word in its plain form. ``start``/``end`` are its place in the original; ``pause`` what stands before it:
    "" nothing, "," a pause, "." the end of a sentence.
    """

    word: str
    stem: str
    start: int
    end: int
    pause: str


AT_A_TIME = 16
"""How many texts are remembered while a message is read: each of its readers asks for the same few. No more, since
they are what people wrote.
"""


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a message, at most 400 of them, since nobody types more in one message."""
    return _tokens(text, len(language().vocabulary))


@lru_cache(maxsize=AT_A_TIME)
def _tokens(text: str, _words_known: int) -> tuple[Token, ...]:
    found: list[Token] = []
    waiting = ""
    for raw, start, end, before in _pieces(text):
        pause = max(before, waiting)
        waiting = pause if raw in language().fillers else ""
        for plain in () if raw in language().fillers else _plain(raw):
            found.append(Token(plain, stem(plain), start, end, pause))
            pause = ""
        if len(found) >= 400:
            break
    return tuple(_phrases_written_out(found))


@cache
def plain_words(text: str) -> tuple[str, ...]:
    """The same plain forms for words in our own data files, with no mending of spelling. Kept for good: for what a
    person wrote there is ``as_typed``.
    """
    return tuple(as_typed(text))


def as_typed(text: str) -> Iterator[str]:
    """The plain forms one by one, with no mending of spelling."""
    return (plain for raw, _, _, _ in _pieces(text) for plain in _plain(raw, spell=False))


def _pieces(text: str) -> Iterator[tuple[str, int, int, str]]:
    pause = "."
    mixed = {m.start(): m for m in _MIXED.finditer(text) if m.group().lower() in language().written_out}
    skip_to = 0
    for match in _PIECES.finditer(text):
        if match.start() < skip_to:
            continue
        if match.start() in mixed:
            whole = mixed[match.start()]
            skip_to = whole.end()
            yield whole.group().lower(), whole.start(), whole.end(), pause
            pause = ""
        elif match.group("word"):
            yield match.group().lower(), match.start(), match.end(), pause
            pause = ""
        elif match.group("stop"):
            pause = "."
        elif not pause:
            pause = ","


def _plain(raw: str, *, spell: bool = True) -> list[str]:
    raw = _folded(re.sub("[’`´]", "'", raw))
    bare = raw.replace("'", "")
    if raw.isdigit():
        return [raw]
    written = language().written_out
    for form in (raw, bare) if "'" in raw else (raw,):
        if form in written:
            return written[form].split()
    opened = _opened(raw)
    if opened:
        return opened
    if raw.endswith("'s"):
        bare = raw[:-2]
        if bare in written:
            return written[bare].split()
    return _squeezed(bare, spell)


def _folded(raw: str) -> str:
    """Without accents: "não" and "nao" are one word."""
    return (
        raw if raw.isascii() else "".join(c for c in unicodedata.normalize("NFKD", raw) if not unicodedata.combining(c))
    )


def _opened(raw: str) -> list[str]:
    for ending, word in _ENDINGS.items():
        if raw.endswith(ending) and len(raw) > len(ending):
            base = raw[: -len(ending)]
            return [*_plain(_BASES.get(base, base), spell=False), word]
    if raw.endswith("'s") and raw[:-2] in _IS_AFTER:
        return [raw[:-2], "is"]
    return []


def _squeezed(word: str, spell: bool) -> list[str]:
    if not word:
        return []
    short = _LONG.sub(r"\1\1", word)
    if short != word and short not in language().vocabulary:
        single = _LONG.sub(r"\1", word)
        short = single if single in language().known or single in language().written_out else short
        if short in language().written_out:
            return language().written_out[short].split()
    return mend(short).split() if spell else [short]


def _phrases_written_out(found: list[Token]) -> Iterator[Token]:
    """Pairs of words that stand for others ("id like", "no get") are replaced together."""
    pairs = language().pairs
    index = 0
    while index < len(found):
        token = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        other = pairs.get((token.word, following.word)) if following and not following.pause else None
        third = found[index + 2] if index + 2 < len(found) else None
        if following and third and (following.word, third.word) in pairs:
            other = None
        index += 1
        if other is None or following is None:
            yield token
            continue
        index += 1
        pause = token.pause
        for word in other.split():
            yield Token(word, stem(word), token.start, following.end, pause)
            pause = ""
