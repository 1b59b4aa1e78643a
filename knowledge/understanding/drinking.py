"""Whether people drink at a place: asked by who has to keep away from it, and a matter of no need of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept
from knowledge.understanding.question_form import asks, pieces

_ALCOHOL = r"(?:alcohol|booze|boozers?|beers?|wine|pub|pints?|spirits|sober|drunk|drunks|tipsy|bar)"
_DRINKS = (
    r"(?:they|people|ppl|others?|anyone|anybody|any1|someone|somebody|everyone|everybody|members|the rest|the lads?|dem"
    r"|dey)\b"
    r"[^.?!]{0,25}\b(?:drinks?|drinking|drinkers?|boozing)\b(?!\s+(?:tea|coffee|water|squash|milk|juice|hot|cold|soft))"
    r"|(?:is|are) there\s+(?:\w+\s+)?(?:drink|drinking|drinkers?)\b|\b(?:is|are) (?:it|they|there) (?:all )?drinkers?\b"
    r"|\bdo (?:they|people|any of them) (?:smoke|take) (?:drugs|weed)\b|\bdrugs? there\b"
)
_ASKS = re.compile(rf"\b(?:{_DRINKS}|{_ALCOHOL}\b)", re.IGNORECASE)
_OF_ME = re.compile(r"\b(?:don'?t|dont|not|won'?t|wont|never)\s+(?:want|take|like|have|accept)\s+me\b", re.IGNORECASE)
"""Fear of how they take it, which is answered by what they know."""
_BY_MYSELF = re.compile(r"\b(?:can|could|may|am|do|will|must) i\b[^.?!]{0,20}\b(?:drink|have a)\b", re.IGNORECASE)
_LOOKS_FURTHER = re.compile(r"\b(?:any|some)\s?(?:where|thing|place|group)s?\b|\bplaces\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:alcohol|booze|beer|wine|pub|sober|sobriety|dry (?:house|place|room|bar|night)|recovery|drinkers?|drugs?"
    r"|drink or drugs|no drink)\b",
    re.IGNORECASE,
)


def asks_of_drink(question: str) -> bool:
    """As in "do they drink there, beer after work?", "is other people there who drink?"."""
    if not asks(question) or _LOOKS_FURTHER.search(question) or _OF_ME.search(question):
        return False
    return _ASKS.search(question) is not None and not _BY_MYSELF.search(question)


def speaks_of_drink(words: str) -> bool:
    """Whether a listing's sentence says something of it; a hot drink is none."""
    return _LISTED.search(words) is not None


def without_what_others_drink(text: str, said: Sequence[Concept]) -> list[Concept]:
    """What is asked of others tells nothing of who asks; nor does it deny what they told."""
    spans = [(one.start, one.start + len(one.text)) for one in pieces(text) if one.asks and asks_of_drink(one.text)]
    return [
        one
        for one in said
        if one.code != "health.addiction" or not any(a <= one.start and one.end <= b for a, b in spans)
    ]
