"""What a complaint says by itself: that somebody was hurt or scared, and at which place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

_HARM = re.compile(
    r"\b(hurt|scared|frightened|threatened|touched|grabbed|hit|pushed|punched|slapped|kicked|attacked|assaulted|bullied|"
    r"groped|followed|cornered|harassed|intimidated|abused)\s+(me|my(?!\s+(feelings|pride|mood)))\b"
    r"|\bi\s+(was|felt|am|feel|got)\s+(so\s+|really\s+|very\s+)?(hurt|scared|frightened|threatened|unsafe|attacked|assaulted"
    r"|bullied|harassed|groped|intimidated|abused)\b"
    r"|\bscared\s+of\s+(him|her|them|that|the)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(nobody|no one|never|not|didn'?t|hasn'?t|wasn'?t|weren'?t)\W+(\w+\W+){0,3}$", re.IGNORECASE)
_SMALL = frozenset("the a an and of at in on for to s".split())


def tells_harm(text: str) -> bool:
    """Whether somebody says plainly that they were hurt or scared; where it is unclear they are asked."""
    plain = text.replace("’", "'")
    return any(not _DENIED.search(plain[: found.start()]) for found in _HARM.finditer(plain))


def named_in(text: str, named: Mapping[str, T]) -> T | None:
    """The one thing whose whole name stands in the text; None where no name does, or more than one."""
    words = _words(text)
    found = [value for name, value in named.items() if (telling := _words(name)) and telling <= words]
    return found[0] if len(found) == 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.casefold().replace("'", "").replace("’", ""))) - _SMALL
