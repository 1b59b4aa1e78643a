"""Work that is lost already is none to keep: "lost my job last year", "got sacked in march"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept

_OF_WORK = frozenset(("support.in_work_support", "stage.in_work"))
_LOST = re.compile(
    r"\b(?:lost (?:my|me|a|the|our) (?:\w+ )?(?:job|work|post|position)"
    r"|(?:got|was|were|been|i'?m|im) (?:\w+ )?(?:sacked|fired|laid off|dismissed|let go|made redundant)"
    r"|(?:they|he|she|boss|company|work|firm|place) (?:just |then |only )?"
    r"(?:let me go|sacked me|fired me|laid me off|got rid of me|made me redundant)"
    r"|finished me (?:up|off)|made redundant|out of work|unemployed|between jobs)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"(?:\b(?:nearly|almost|might|may|could|if|when|before|gonna|going to|will|would|not|never|fear\w*|scared|afraid"
    r"|worr\w+|in case|dont|wont)|n't|'ll)\b[^.;!?]{0,30}$",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:(?:my|a|the|this) (?:new|current|present|other) (?:job|work|post)|now i work|i work|i'?m working|im working"
    r"|keep (?:my|this|the|it)|stay in (?:work|my)|my (?:boss|manager|employer|shifts?|hours|rota)"
    r"|unfair\w*|tribunal|appeal|acas|union|rights?|legal|illegal)\b",
    re.IGNORECASE,
)
"""Beside these there is work still, or how it went is what they want help with."""


def has_lost_work(text: str) -> bool:
    plain = text.replace("’", "'")
    told = any(not _NOT_YET.search(plain[: one.start()]) for one in _LOST.finditer(plain))
    return told and _STILL.search(plain) is None


def lost_work(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said`` without help to keep a job, or having one, where it is lost."""
    if not has_lost_work(text):
        return list(said)
    return [one for one in said if not (one.code in _OF_WORK and one.polarity == "yes")]
