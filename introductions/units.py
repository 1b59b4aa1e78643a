"""A line of a letter as its parts: the things it lists, and the sentences that its person wrote."""

from __future__ import annotations

import re
from collections.abc import Collection

_CLAUSE = r"(?:i|i'm|im|i've|ive|i'd|i'll|it's|its|my|we|he|she|they|please|ring|call|text|message|write)\b"
_MARK = re.compile(
    rf"(?P<end>[.!?]+(?:\s+|$))|(?P<comma>\s*[,;]\s+|[,;](?=\S))|(?P<joins>\s+(?:and|but|so)\s+(?={_CLAUSE}))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")
_I = r"(?:i|we)(?:['’]?(?:m|ve|d|ll|re))?"
_SPEAKS = re.compile(
    rf"^(?:(?:and|but|so|well|also)\s+)*(?:{_I}|you|it|it['’]?s|there(?:['’]?s)?|they|he|she|please|can|could|that['’]?s)\s+\S+\s+\S",
    re.IGNORECASE,
)
_SAYS_OF = re.compile(
    r"^(?:my|our|his|her|their|nobody|people|everyone)\s+\S.*?"
    r"(?:\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|died|passed|left|went|gone|makes?|gets?"
    r"|comes?|says?|needs?|wants?|\w+n['’]t|cant|dont|isnt)\b|\w['’]s\b)",
    re.IGNORECASE,
)


def units(line: str) -> list[str]:
    """Each thing or clause by itself, without the marks between."""
    return [text.strip() for text, _ in _pairs(line) if text.strip()]


def without(line: str, gone: Collection[str], instead: str = "") -> str:
    """The line without these units; ``instead`` stands where the first of them stood. The weaker mark goes too."""
    pairs = [(text.strip(), mark) for text, mark in _pairs(line) if text.strip()]
    kept: list[tuple[str, str]] = []
    for at, (text, mark) in enumerate(pairs):
        if text not in gone:
            kept.append((text, mark))
        elif instead and text == next(one for one, _ in pairs if one in gone):
            kept.append(_in_stead(instead, mark))
        elif kept and _ends(mark) and at:
            kept[-1] = (kept[-1][0], mark)
    joined = "".join(text + mark for text, mark in kept)
    return re.sub(r"(?:\s*[,;]|\s+(?:and|but|so))?\s*$", "", joined).strip()


def _in_stead(instead: str, mark: str) -> tuple[str, str]:
    if _ends(mark):
        return (instead, " ") if instead[-1:] in "!?" else (instead.rstrip(" ."), mark)
    return (instead, " ") if instead[-1:] in ".!?" and mark else (instead, mark)


def speaks(words: str) -> bool:
    """Whether they are a sentence that stands by itself: "I was a dinner lady", "my body's done"."""
    return _SPEAKS.match(words) is not None or _SAYS_OF.match(words) is not None


def sentences(line: str) -> list[str]:
    return [one.strip() for one in _SENTENCE.split(line) if one.strip()]


def joined(before: str, text: str) -> str:
    """``text`` behind what the line says: a thing to a list of things, a sentence as one."""
    if not before:
        return text
    if speaks(text) or speaks(sentences(before)[-1]):
        return f"{ended(before)} {capital(text)}"
    return f"{before.rstrip(' .')}, {text}"


def ended(text: str) -> str:
    return text if text[-1:] in ".!?" else f"{text}."


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ends(mark: str) -> bool:
    return mark.strip()[:1] in (".", "!", "?") if mark.strip() else False


def _pairs(line: str) -> list[tuple[str, str]]:
    found, at = list[tuple[str, str]](), 0
    for mark in _MARK.finditer(line):
        if (
            mark["joins"]
            and not speaks(line[: mark.start()].rsplit(". ", maxsplit=1)[-1])
            and not _ORDERS.match(line[at:])
        ):
            continue
        found.append((line[at : mark.start()], mark.group()))
        at = mark.end()
    return [*found, (line[at:], "")]


_ORDERS = re.compile(r"^(?:ring|call|text|message|write|please)\b", re.IGNORECASE)
