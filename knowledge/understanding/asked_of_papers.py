"""Whether a place asks for papers, and where a language is spoken: answered from the listings."""

from __future__ import annotations

import re

from knowledge.language.words import tokens
from knowledge.understanding.values import values

_PAPER = r"(?:papers|passports?|documents?|visas?|immigration|brp|share code|proof|(?-i:ID)|(?:my|any|photo|for) id)"
_ASKS = re.compile(
    r"\b(?:do|does|will|would|must|should|can|are|is|did)\b[^.?!]{0,30}"
    r"\b(?:need|ask(?:s|ing)?|want|check(?:s|ing)?|see|show|bring|require|take|without)\b"
    rf"[^.?!]{{0,25}}\b{_PAPER}\b",
    re.IGNORECASE,
)
_IN_A_LISTING = re.compile(
    r"\b(?:papers|passport|documents?|id|letters?|notes?|forms?|cards?|proof|certificate|licence)\b", re.IGNORECASE
)
_LONGEST = 16
_SPEAKS = re.compile(
    r"\b(?:place|places|somewhere|anywhere|group|one|ones|who|which|somebody|someone|anybody|anyone|people)\b"
    r"[^.?!]{0,20}\b(?:speak|speaks|talk|talks|spoken|speaking)\b",
    re.IGNORECASE,
)


def asks_of_papers(text: str) -> bool:
    """As in "do they ask for papers or passport at the sewing circle?"."""
    return len(text.split()) <= _LONGEST and _ASKS.search(text) is not None


def names_papers(asks_of_you: str) -> bool:
    """Whether what a listing asks of who comes may be a paper: "a sick note, if there is one"."""
    return _IN_A_LISTING.search(asks_of_you) is not None


def language_asked(text: str) -> str | None:
    """The language that is looked for among places: "a place where somebody speaks Amharic?"."""
    if len(text.split()) > _LONGEST or not _SPEAKS.search(text) or re.search(r"\b(?:you|u)\b", text, re.IGNORECASE):
        return None
    named = [one.value for one in values(text, tokens(text), None) if one.field == "language" and one.value != "en"]
    return named[0] if named else None
