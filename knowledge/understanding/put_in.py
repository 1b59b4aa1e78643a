"""What is to go into a letter: "put football in", "i want job to be in it", "you forgot my cooking"."""

from __future__ import annotations

import re
from typing import NamedTuple

_IT = r"(?:it|there|that|this|the letter|my letter|the message)"
_THEM = r"(?:them|her|him|the place|people)"
_SAY = r"(?:say|says|mention|mentions|have|has|include|includes|tell (?:them|her|him))"
_NOT = r"(?:does not|doesn'?t|dont|don'?t|did not|didn'?t|never)"
_OF = r"(?:that\s+|about\s+|anything about\s+|nothing about\s+)*"
_TOO = r"(?:\s+(?:too|as well|also|again|please|pls|after all|actually|though|tho|then|now))*\W*$"
_START = (
    r"(?:^|[:,.;!?]\s*|\b(?:and|please|pls|(?:can|could|will|would) (?:you|u)|(?:you|u) to|also|then|just|now|ok|oh|but"
    r"|so|no|yes|actually|well|maybe|wait)\s+)"
)
_HAVE_TO = r"(?:should|needs? to|has to|have to|must|ought to|can|could)"
_PUT_IT_IN = (
    rf"{_START}(?:put|add|get|stick|pop|write|have|include|keep)\s+(?!in\b|down\b)(?P<a>[^:]+?)\s+"
    rf"(?:(?:(?<!\bmy\s)back\s+)?(?:in|into|down|on)(?:\s*to)?(?:\s+{_IT})?|back){_TOO}"
)
_PUT_IN_IT = (
    rf"{_START}(?:add|put in|put|include|write in|say|mention|tell {_THEM})(?:\s+in)?(?:\s*:\s*|\s+)"
    r"(?:that\s+|about\s+)?(?P<a>.+)$"
)
_WANTED_IN_IT = (
    r"\b(?:want|like|love|need|wanna have|wanna)\s+(?P<a>.+?)\s+"
    rf"(?:to\s+)?(?:be\s+|go\s+|put\s+|added\s+|mentioned\s+)*(?:in|on)\s+{_IT}{_TOO}"
)
_IT_IS_TO_SAY = (
    rf"\b(?:wants?|likes?|loves?|needs?|can|could|should|may)\s+{_IT}\s+(?:to\s+|also\s+)*{_SAY}\s+{_OF}(?P<a>.+)$"
)
_IT_SHOULD_SAY = rf"\b(?:{_IT}|you|u)\s+{_HAVE_TO}\s+(?:also\s+)?{_SAY}\s+{_OF}(?P<a>.+)$"
_THEY_SHOULD_KNOW = (
    rf"\b(?:(?:want|like|need)\s+{_THEM}\s+to|let\s+{_THEM}|(?:they|she|he)\s+{_HAVE_TO})"
    rf"\s+(?:also\s+)?know\s+{_OF}(?P<a>.+)$"
)
_FORGOTTEN = (
    r"\b(?:you|u|it)(?:'ve| have| has)?\s+(?:forgot(?:ten)?|missed|left)(?:\s+(?:out|off))?"
    rf"(?:\s+to (?:say|put|mention))?\s+{_OF}(?P<a>.+?)(?:\s+(?:out|off))?\W*$"
)
_NOT_SAID = rf"\b(?:{_IT}|you|u)\s+{_NOT}\s+(?:say|mention|have|put|write)\s+{_OF}(?P<a>.+)$"
_NOT_IN_IT = rf"\b(?P<a>[^.,!?]+?)\s+(?:is|are|was)(?:\s+not|n'?t)\s+(?:in|on)\s+{_IT}\W*$"
_TO_BE_IN_IT = rf"(?:^|[.,!?]\s*)(?P<a>[^.,!?]+?)\s+{_HAVE_TO}\s+(?:also\s+)?(?:be|go)\s+(?:in|on)\s+{_IT}\W*$"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        _PUT_IT_IN, _PUT_IN_IT, _WANTED_IN_IT, _IT_IS_TO_SAY, _IT_SHOULD_SAY, _THEY_SHOULD_KNOW, _FORGOTTEN, _NOT_SAID,
        _NOT_IN_IT, _TO_BE_IN_IT,
    )
)  # fmt: skip
_THAT = re.compile(r"^(?:that|it|this|them|those|these|that one|this one|that bit|this bit)$", re.IGNORECASE)
_ME = re.compile(r"^(?:me|myself|us)\b", re.IGNORECASE)
"""Who is to be put down for something wants no words in a letter."""
_BEHIND = re.compile(
    rf"(?:[\s,]+(?:in(?:to)?\s+{_IT}|too|as well|also|thanks|thank you|ta|cheers|again))+\W*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"^\W*(?:why|what|how|when|where|who|does|do|did|is|are|will|would)\b", re.IGNORECASE)


class PutIn(NamedTuple):
    """``words`` go in; empty where they are "that", said just before: ``before`` is what stands there."""

    words: str
    before: str = ""


def put_in(text: str) -> PutIn | None:
    """None where nothing is to go in."""
    if _ASKED.match(text):
        return None
    for shape in _SHAPES:
        found = shape.search(text)
        if found is None:
            continue
        words = without_ending(found["a"])
        if _THAT.match(words):
            before = text[: found.start()].strip(" ,.;!?")
            return PutIn("", before) if before else None
        if words and not _ME.match(words):
            return PutIn(words)
    return None


def without_ending(words: str) -> str:
    """Without what is said to us alone: "i got arthritis in it, please"."""
    bare = words.strip(" ,;")
    left = _BEHIND.sub("", bare).strip(" ,;")
    return f"{left} again" if _AGAIN.search(bare) and _OF_THEMSELVES.match(bare) else left


_AGAIN = re.compile(r"\bagain\W*$", re.IGNORECASE)
_OF_THEMSELVES = re.compile(r"i\b", re.IGNORECASE)
"""Who tells of themselves says "again" of it, and not to us: "I want to be useful again"."""
