"""What somebody's very first words ask or say of themselves, before anything may be kept: whether this is real, that
they are frightened, that they help somebody.
"""

from __future__ import annotations

import re
from typing import Literal

from knowledge.kindness import tells_hard
from knowledge.understanding.helper import helps, is_by_trade

Opening = Literal["real", "frightened", "bereaved", "lonely", "helper", "perhaps_helper"]
_REAL = re.compile(
    r"\b(?:scam\w*|spam|fraud|phishing|con ?artist|legit|genuine|a hoax|a trick)\b"
    r"|\b(?:is|are) (?:this|it|that|you|u) (?:for )?(?:really |even |actually )?(?:a )?(?:real|fake|con|joke|catch)\b"
    r"|\bwhat'?s the catch\b|\bhow do i know (?:this|it|you)\b",
    re.IGNORECASE,
)
_FRIGHTENED = re.compile(
    r"(?:\bi(?:'m|m| am| feel| get)?\b|^)\W*"
    r"(?:(?:a|bit|little|so|very|really|quite|feel|feeling|too|abit|am|and|still)\s+)*"
    r"(?:scared|nervous|anxious|afraid|frightened|terrified|panicky|petrified|shy|nervy)\b",
    re.IGNORECASE,
)

_LOSS, _ALONE = frozenset(("bereavement", "bereavement_plain")), frozenset(("missing", "lonely"))


def opening(text: str) -> Opening | None:
    """The first that holds; None for all other words."""
    if helps(text):
        return "helper"
    if _REAL.search(text):
        return "real"
    if _FRIGHTENED.search(text):
        return "frightened"
    hard = {one.kind for one in tells_hard(text)}
    if hard & _LOSS:
        return "bereaved"
    if hard & _ALONE:
        return "lonely"
    return "perhaps_helper" if is_by_trade(text) else None
