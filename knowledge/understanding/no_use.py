"""What is turned down as of no use to somebody: "why would I want gardening?", "swimming is no good with my knees"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_ME = r"(?:me|mi|us|someone like me|my \w+(?: \w+)?|a bad \w+|these \w+)"
_FOR_ME = rf"(?:to|for|fi|with|wid) {_ME}"
_OF_NO_USE = (
    rf"(?:(?:of )?(?:no|not (?:much|any|a lot of)|little|nuh) (?:good|use|help)|useless|pointless)"
    rf"(?: at all| really)? {_FOR_ME}\b"
)
_IS = r"(?:'s|is|are|was|be|would be|will be|isn'?t|that'?s|it'?s|its|thats|they'?re|theyre|they are|that is|it is)"
_WHAT = r"(?P<what>[^.;!?\n]+?)"
_ENDS = r"(?=[.;!?\n]|$|\b(?:when|if|but|and i|because|cos|with (?:my|this|these))\b)"
_SAYS = r"(?:would|should|do|did|must|on earth would|the hell would)"
_WHY = (
    rf"\b(?:why|how come)(?: ever)? {_SAYS} (?:i|me)(?: ever| even)? (?!not\b|never\b|need to know)"
    rf"(?:want|need|like|do|bother|go|fancy|try|care)\b{_WHAT}{_ENDS}"
)
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        (
            rf"(?:^|(?<=[.,;!?\n])|\b(?:but|and|so|no|nah)\b)(?P<what>[^.,;!?\n]+?)"
            rf"\W*\b{_IS} (?:just |really |all |simply )?{_OF_NO_USE}"
        ),
        _WHY,
        rf"\bwhat (?:good|use|help) (?:is|are|would|will|does|do|can) {_WHAT}{_ENDS}",
        rf"\bwhat(?:'?s| is| would be) (?:the )?(?:point|use|good) (?:of|in) {_WHAT}\b{_FOR_ME}",
        rf"\bwhat (?:do|would|am) i (?:want|need|do|to do|going to do) with {_WHAT}{_ENDS}",
        (
            rf"\b(?:do not|don'?t|dont|can'?t|cant|cannot) see (?:what|the) (?:good|use|point) (?:of |in |is |are )?"
            rf"{_WHAT}{_ENDS}"
        ),
    )
)
_TURNED = ("interest.", "support.")


def turned_down(text: str) -> list[tuple[int, int]]:
    """Where in the text such a thing is named."""
    plain = text.replace("’", "'")
    return [found.span("what") for shape in _SHAPES for found in shape.finditer(plain)]


def without_use(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with what is turned down so denied."""
    spans = turned_down(text)
    return [replace(one, polarity="no") if _is_turned(one, spans) else one for one in said]


def turns_down(text: str, said: Sequence[Concept]) -> bool:
    """Whether one of ``said`` is."""
    spans = turned_down(text)
    return any(_is_turned(one, spans) for one in said)


def _is_turned(one: Concept, spans: Sequence[tuple[int, int]]) -> bool:
    return one.code.startswith(_TURNED) and any(a <= one.start and one.end <= b for a, b in spans)
