"""Any question at all that a place may answer, where nothing else was heard."""

from __future__ import annotations

from knowledge.language.words import tokens
from knowledge.understanding.asked_of_place import asks_anything_of_place
from knowledge.understanding.books import books


def freely(text: str) -> str | None:
    return "about_place" if asks_anything_of_place(text) and not _is_ruled(text) else None


def _is_ruled(text: str) -> bool:
    """Whether the whole message is one of the wishes that our rules know: "can i talk to a person"."""
    message = tokens(text)
    return any(rule.mask.bit_count() == len(message) for rule in books().rules.find(message))
