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


_OUT = re.compile(r"\b(?:get|getting|go|going)\b.{0,10}\bout\b", re.IGNORECASE)
_HARDLY = re.compile(
    r"\b(?:hardly|never|rarely|barely|seldom|don'?t|do not|can'?t|can ?not|unable|hard|struggle|not|scared)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|isn'?t|ain'?t|aren'?t|never|no)\s+(?:\w+\s+)?$", re.IGNORECASE)


def not_tied(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, without being tied to home for who would get out, or says that they are not housebound."""
    return [one for one in said if one.code != _HOME or one.polarity != "yes" or not _is_free(text, one)]


def _is_free(text: str, one: Concept) -> bool:
    if _DENIED.search(text[: one.start]):
        return True
    before = text[max(0, one.start - 20) : one.start]
    return _OUT.search(one.words) is not None and not _HARDLY.search(f"{before} {one.words}")
