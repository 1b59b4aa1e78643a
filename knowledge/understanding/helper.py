"""Somebody who helps at work and types for the person beside them: what they say of themselves tells of nobody."""

from __future__ import annotations

import re

_SERVED = r"(?:customer|client|patient|visitor|reader|borrower|service user|resident|young person)"
_WITH = re.compile(
    r"\bi(?:'m|m| am)\s+(?:here |sat |sitting |just |currently )*(?:with|helping|beside|next to)\s+"
    rf"(?:an?|the|my|this|one of (?:our|my))\s+(?:\w+ )?{_SERVED}s?\b(?:\s+(?:here|now|today|at the moment|who))*",
    re.IGNORECASE,
)
_WORKER = r"(?:librarian|navigator|link worker|support worker|key ?worker|volunteer)"
_ONLY = r"(?:only|just)?\s*"
_OF_THEMSELVES = re.compile(
    rf"\bi(?:'m|m| am)\s+(?:an?|the)\s+(?:\w+ )?{_WORKER}\b[^,.;!?]*"
    r"|\bi work (?:at|for|in) [^,.;!?]+"
    rf"|\b(?:i|we)(?:'ve|ve| have)?\s+{_ONLY}(?:got|have)?\s*{_ONLY}(?:an?|a few|\w+) (?:minutes?|mins?)\b[^,.;!?]*"
    r"|\bi (?:think|guess|believe|reckon)\b(?= (?:he|she|they)\b)",
    re.IGNORECASE,
)


def about_them(text: str) -> str:
    """The text with blanks for what a helper says of themselves, each letter that is left in its place."""
    if not _WITH.search(text):
        return text
    return _OF_THEMSELVES.sub(_blank, _WITH.sub(_blank, text))


def only_of_helper(text: str) -> bool:
    """Whether a helper has told nothing yet of the person beside them: "I'm with a customer"."""
    left = about_them(text)
    return left != text and not re.search(r"\w", left)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
