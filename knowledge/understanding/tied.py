"""Who looks after somebody that cannot be left alone has to do things at home."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept

_HOME, _CARES = "constraint.own_home", "constraint.caring"
_NOT_LEFT = re.compile(
    r"(?:(?P<self>\bi)\s+)?\b(?:can'?t|can ?not|(?:could|must|should)(?:n'?t| not)|not safe to)\s+"
    r"(?:really |ever |even )?(?:be left\b"
    r"|leave\s+(?:him|her|them|(?:my )?\w+)\s+(?:alone|for long|at all|on (?:his|her|their) own"
    r"|by (?:him|her|them)sel\w+|at home|in the (?:house|flat))\b)",
    re.IGNORECASE,
)


def tied_to_home(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with what "he cannot be left" tells of the person who says it."""
    found = _NOT_LEFT.search(text.replace("’", "'"))
    if found is None or (found["self"] and "be left" in found.group().casefold()):
        return list(said)
    told = {one.code for one in said}
    start, end = found.span()
    new = [Concept(code, "yes", start, end, text[start:end]) for code in (_CARES, _HOME) if code not in told]
    return sorted([*said, *new], key=lambda one: (one.start, one.end, one.code, one.polarity))
