"""A place that was shown is wished for once more, by any word of its own: "show me the college again"."""

from __future__ import annotations

import re

_AGAIN = r"(?:again|once more|one more time|another time|a second time)"
_SEES = (
    r"(?:show|see|look at|have a look at|read|bring up|go back to|come back to|back to|take me back to|get back to"
    r"|what (?:was|is|were)|whats|what's|which (?:was|is)|where (?:was|is|did) )"
)
_NOT_POINTED = r"(?!(?:it|that|this|them|those|these|me|us|to|all|in|at|i|you)\b)"
_SEEN = re.compile(
    r"^\W*(?:(?:ok|okay|and|but|so|please|pls|actually|sorry|wait|no|oh|hi|um|just|can|could|would|will|may|let|i|you|u|me"
    r"|want to|wanna|like to|need to|'?d)\W+)*"
    rf"{_SEES}\s*(?:me |us )?(?P<named>(?:(?:the|that|this|your|my)\s+)?{_NOT_POINTED}[\w'&-]+(?:\s+[\w'&-]+){{0,4}}?)"
    rf"\s+{_AGAIN}(?:\W+(?:please|pls|thanks|ta|then|now|for me))*\W*$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:letter|message|question|questions|options?|list|menu|answers?|buttons?|words?|news|address|code|reminder|way"
    r"|number|name|numbers|time|day|date|date|cost|price|bit|part|line|lines|chat|page|start|beginning|data|what|who"
    r"|doctor|gp|wife|husband|son|daughter|mum|dad|kids|point|same thing)\b",
    re.IGNORECASE,
)


def seen_again(text: str) -> str:
    """The words that name the place; empty where none is wished for again."""
    found = _SEEN.match(text.strip().replace("’", "'"))
    return found["named"] if found and not _NO_PLACE.search(found["named"]) else ""
