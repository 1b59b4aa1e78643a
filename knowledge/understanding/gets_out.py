"""Who says that they can go out, or need not be at home, needs nothing brought home: "no i can go out"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept

_HOME, _TRAVEL = "constraint.own_home", "constraint.travel"
_OUT = (
    r"(?:(?:go|get|going|getting|be|being)\s+(?:\w+\s+)?(?:out|outside|outdoors|places|anywhere|to (?:places|things))"
    r"|leave (?:the |my )?(?:house|home|flat)|travel|get (?:about|around|the bus|the train|the tube|a bus"
    r"|there)|come (?:out|along|to (?:you|them|places)))"
)
_CAN = re.compile(
    rf"\bi(?:'?m| am)?\s+(?:still |really |actually )?(?:can|am able to|able to|happy to|fine (?:with |to )?"
    rf"|ok(?:ay)? (?:with |to )?"
    rf"|don'?t mind|do not mind|do)\s+(?:still |always |just |easily |even )?{_OUT}\b"
    rf"|\b(?:going|getting) out (?:is|isn'?t|is not) (?:fine|ok|okay|no|a) ?(?:problem|trouble|bother|issue)?\b",
    re.IGNORECASE,
)
_NOT_HOME = re.compile(
    r"\b(?:not|don'?t (?:need|want|have)|do not (?:need|want|have)|dnt need|no need|never (?:said|asked)"
    r"|needn'?t|rather not|without)"
    r"\s+(?:\w+\s+){0,5}?(?:at home|in (?:the|my) (?:house|flat)|from home|indoors)\b"
    r"|\b(?:not|never|ain'?t|isn'?t)\s+(?:\w+\s+)?(?:house ?bound|stuck (?:in|at home|indoors))\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:can'?t|cannot|can not|cyan|cyaan|unable|not able|never|hardly|barely|rarely|if|unless|scared|afraid"
    r"|wish|struggl\w+)\b",
    re.IGNORECASE,
)
"""Beside these nothing is certain: "i wish i could say i can go out", "i can travel if someone comes"."""
_NEVER_SAID = re.compile(r"\bnever (?:said|asked)\b", re.IGNORECASE)
_LEFT = re.compile(r"\bleft (?:alone|on (?:his|her|their) own|at home)\b", re.IGNORECASE)


def gets_out(text: str) -> re.Match[str] | None:
    """The words that say so; none beside others that say the contrary, or speak of who cannot be left at home."""
    plain = text.replace("’", "'")
    found = _CAN.search(plain) or _NOT_HOME.search(plain)
    if found is None or "?" in plain or _LEFT.search(plain):
        return None
    return None if _BOUND.search(_NEVER_SAID.sub("", plain)) else found


def as_getting_out(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said`` with home denied where somebody gets out; whoever can travel is tied to no home either."""
    found = gets_out(text)
    if found is None:
        return list(said)
    kept = [one for one in said if one.code != _HOME]
    kept.append(Concept(_HOME, "no", found.start(), found.end(), text[found.start() : found.end()]))
    return sorted(kept, key=lambda one: (one.start, one.end, one.code, one.polarity))
