"""That a place is full, said back to us or asked about: "but they are full, you told me", "what does it mean full?"."""

from __future__ import annotations

import re

_THEY = r"(?:they|it|he|she|this|that|(?:the|that|this) (?:place|one|group|adviser|advisor|class|charity|centre))"
_FULL = r"(?:full(?: up)?|fully booked|(?:got |have |has )?no (?:more )?(?:space|room|place)s?)"
_SAID = re.compile(
    rf"(?<!\bare )(?<!\bis )\b{_THEY}(?:'?re|'?s| are| is| r| be| have| has| got)?(?: all| now| already"
    rf"| just)* {_FULL}\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    rf"\b(?:what|wot) (?:does|do|is|it)?[^.?!]{{0,15}}\b(?:mean|means"
    rf"|meaning)\b[^.?!]{{0,20}}\b{_FULL}\b",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"\bfull of\b|\bfull[- ]time\b|\bfull name\b", re.IGNORECASE)
_LONGEST = 20


def speaks_of_full(text: str) -> bool:
    """Whether a place is full is asked of that place: "are they full?"."""
    plain = text.strip().replace("’", "'")
    if len(plain.split()) > _LONGEST or _NO_PLACE.search(plain):
        return False
    return _SAID.search(plain) is not None or _MEANS.search(plain) is not None
