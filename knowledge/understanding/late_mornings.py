"""Mornings that begin late: "late mornings. my hands don't work before ten" leaves mornings, from ten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_DAYTIME, _NO_MORNINGS, _LATE = "constraint.daytime_only", "constraint.not_mornings", "constraint.evenings_weekends"
_LATE_MORNINGS = re.compile(r"\b(?P<words>(?:late|later|mid)[ -]?mornings?)\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    r"\b(?:not|never|no|nothing|cannot|can'?t|cant|don'?t|dont|won'?t|wont|useless|no good|hardly)\b"
    r"(?:(?!\bbut\b)[^.;!?\n]){0,30}?\bbefore\s+(?:about |around |like )?"
    r"(?P<hour>(?:half (?:past )?)?(?:[89]|1[01]|eight|nine|ten|eleven)(?:[:.]\d\d)?)"
    r"(?:\s*(?:am|a\.m\.?|o'?clock))?\b(?!\s*p)",
    re.IGNORECASE,
)


def late_mornings(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with the hour from which they begin in the words of mornings, or of what does not suit."""
    plain = text.replace("’", "'")
    late, hour = _LATE_MORNINGS.search(plain), _NOT_BEFORE.search(plain)
    if late is None and hour is None:
        return list(said)
    kept = [one for one in said if not (late and one.code in (_LATE, _DAYTIME) and _within(one, late))]
    if late:
        kept.append(Concept(_DAYTIME, "yes", *late.span(), late["words"].casefold()))
    if hour is None:
        return kept
    from_then = f"not before {hour['hour'].casefold()}"
    mornings = any(one.code == _DAYTIME and one.polarity == "yes" for one in kept)
    over = [one for one in kept if one.code == _NO_MORNINGS and one.polarity == "yes" and _within(one, hour)]
    if mornings:
        kept = [one for one in kept if one not in over]
        return [_with_hour(one, from_then) if one.code == _DAYTIME and one.polarity == "yes" else one for one in kept]
    return [replace(one, words=from_then) if one in over else one for one in kept]


def _with_hour(one: Concept, from_then: str) -> Concept:
    return one if from_then in one.words else replace(one, words=f"{one.words}, {from_then}")


def _within(one: Concept, found: re.Match[str]) -> bool:
    return one.start < found.end() and found.start() < one.end
