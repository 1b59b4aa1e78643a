"""Hours and shifts that somebody works, which suit nothing else: "work in a care home nights", "earlies this week"."""

from __future__ import annotations

import re


def worked(text: str, words: str) -> bool:
    """Hours that somebody works suit nothing else: "work in a care home nights"."""
    before, _, after = text.casefold().partition(words.casefold())
    works = _WORKS.search(before) or _WORKED.match(words.casefold()) or _WHEN_WORKED.match(after)
    return bool(words) and works is not None


_WORKS = re.compile(
    r"(\bi |\bi'?m |^|\b(and|but) )(work|working|do|doing|on|am on)\b((?! so | then | but )[^.,;!?&])*$"
)
_WORKED = re.compile(r"i(?:'?m| am)?(?: only| just| mostly)? (?:work|working|do|doing|on)\b.*\bnights?\b")
_WHEN_WORKED = re.compile(
    r"\W{0,2}(?:is|are|s|mostly)?\W*(?:when|what|that'?s when|the shifts?)\s+(?:i|we)\s+(?:work|do|am on|m on)\b"
)
_SHIFT = re.compile(r"(?:on )?(?:the )?(?:earl(?:y|ies)|lates?|nights?)(?: shifts?)?", re.IGNORECASE)
_ON_SHIFTS = re.compile(
    r"\b(?:do|does|doing|work(?:ing)?|on|my) (?:\w+ )?(?:shifts?|rota|earlies|lates)\b", re.IGNORECASE
)


def on_shifts(text: str) -> bool:
    """Whether they work shifts that change: "i do shifts. earlies this week lates next"."""
    return _ON_SHIFTS.search(text) is not None


def is_a_shift(text: str, words: str) -> bool:
    """Whether ``words``, heard as a time that suits, name one of their shifts."""
    return on_shifts(text) and _SHIFT.fullmatch(words) is not None
