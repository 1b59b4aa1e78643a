"""That words or a letter stay here: "hold it back", "i don't want them to get this"; or that a place may have them."""

from __future__ import annotations

import re

_KEEPS = r"\b(?:not|no) (?:want|let|make|like) (?:them|her|him|anyone)(?: to)?"
_HOLDS_BACK = re.compile(
    r"\b(?:keep|hold|take) (?:it|that|this|them) back\b|\bbeen (?:it|that|this|them)\b"  # "bin it", as it is spelt out
    rf"|{_KEEPS} (?:get|have|see|read|receive) (?:it|that|this|these)\b"
    r"|\bno let it (?:go|leave)\b"
)
_KEEPS_FROM = re.compile(rf"{_KEEPS} (?:know|hear) (?:it|that|this)\b")
"""Of words to a place; of a letter it may be of a line."""
_LETS_THEM = re.compile(r"\blet (?:them|her|him) (?:know|(?:have|see|hear) (?:it|that|this))\b")


def besides_holding_back(said: str, *, letter: bool) -> list[str] | None:
    """The words beside those that hold it back; None where nothing does. ``said``: the plain words of the message."""
    held = _HOLDS_BACK.search(said) or (None if letter else _KEEPS_FROM.search(said))
    return f"{said[: held.start()]} {said[held.end() :]}".split() if held else None


def lets_them_have_it(said: str) -> bool:
    return _LETS_THEM.search(said) is not None
