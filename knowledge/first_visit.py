"""Who meets somebody that comes for the first time, in the listing's own words."""

from __future__ import annotations

import re

from knowledge.listing import Service

_MEETS = re.compile(
    r"\b(?:meets?|greets?|welcomes?|shows?|brings?|walks?|waits?|takes?|introduces?|seats?|sits?|stays?|settles?|pairs?"
    r"|opens?|lets?|comes?|saves?|finds?|hands?|pours?|gives?|calls?|keeps?|pulls?|puts?|props?|sees?|waves?|stands?"
    r"|tours?|cooks|tells|checks|has your name)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\byou\b|\byour\b|\bnew people\b|\boutside\b|\bat the door\b", re.IGNORECASE)
_OF_THEM = re.compile(r"(?:you|it|there|about|up to|expect)\b", re.IGNORECASE)
"""What they do there, or how many are: "You open it together, two of you"."""
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def who_meets(service: Service) -> str:
    """The sentence that says it: "Imelda meets you alone the week before."; empty where the listing has none."""
    told = (one.strip() for one in _SENTENCE.findall(service.first_visit))
    return next((one for one in told if _YOU.search(one) and _MEETS.search(one) and not _OF_THEM.match(one)), "")


def can_be_met(service: Service) -> bool:
    """Whether there is a door to be met at; a place that only rings, or comes to them, has none."""
    return bool(service.places) or not _FROM_AFAR & set(service.formats)


_FROM_AFAR = frozenset({"online", "phone", "outreach"})
