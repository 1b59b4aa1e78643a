"""A need, a hope or a wish to be met as it stands behind its line's name, in the words of who wrote it."""

from __future__ import annotations

import re

from introductions.by_kind import is_wished
from introductions.company import comes_along
from introductions.units import speaks
from knowledge.understanding.not_alone import going_alone

_LEANS = re.compile(r"^(?:(?:so|and|but|plus|also|cos|because|which means)\b\s*)+(?=\S)", re.IGNORECASE)
_WOULD_HELP = re.compile(
    r"^(?P<what>(?!(?:it|that|this|what|which)\b)\S.*?)\s+would\s+(?:really |also )?help(?:\s+me)?"
    r"(?:\s+(?:too|a lot|most))?\W*$",
    re.IGNORECASE,
)
_HELPS = re.compile(r"\b(?:would|will) help\b", re.IGNORECASE)
_DOES = re.compile(r"^(?:keep|get|find|stay|go|be|have|make|meet|learn|teach|serve|start|try)\b", re.IGNORECASE)
"""A hope by what they would do: "keep my job"."""
_A_THING = re.compile(r"(?:job|course|placement|apprenticeship|mentor)$", re.IGNORECASE)


def by_itself(part: str) -> str:
    """Without the word by which it leaned on a clause that stands in another line: "so a lift"."""
    return _LEANS.sub("", part) or part


def helping(part: str) -> str:
    """As it stands behind "What would help me": "a lift" of "a lift would help me"."""
    found = _WOULD_HELP.match(part)
    return found["what"] if found and not re.search(r"[.!?]\s", found["what"]) else part


def who_comes(part: str) -> str:
    """Who comes along; of who would be met, where and how they say it."""
    if along := comes_along(part, sure=True):
        return along
    needs = going_alone(part) is not None and not speaks(part) and not _HELPS.search(part)
    return f"{part} would help" if needs else part


def hoped(bare: str, part: str) -> str:
    """``part`` without its lead, ``bare``, as it goes on behind "I would like"."""
    if bare != part and re.search(r"\bto\s*$", part[: len(part) - len(bare)]):
        return f"to {bare}"
    if _DOES.match(bare):
        return f"to {bare}"
    if not is_wished(bare):
        return bare
    told = re.sub(r"^(?:my|the|an?)\s+", "", bare, flags=re.IGNORECASE)
    return f"a {told}" if _A_THING.search(told) else told
