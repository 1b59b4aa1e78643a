"""Who says that they are a man looks for no place for women only, and the other way round: "nah im a bloke"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept
from knowledge.understanding.of_whom import tells_of_themselves

_I_AM = r"\b(?:i'?m|i am)\s+(?!not\b|no\b|never\b)(?:an?\s+)?(?!with\b|for\b|like\b)(?:\w+\s+)?"
_IS = (
    (re.compile(rf"{_I_AM}(?:bloke|man|guy|fella|lad|geezer|gent|male)\b(?!['’])", re.IGNORECASE), "man", "women_only"),
    (re.compile(rf"{_I_AM}(?:woman|lady|lass|female)\b(?!['’])", re.IGNORECASE), "woman", "men_only"),
)


_WHO = frozenset(("identity.man", "identity.woman"))
_GOES_BY = re.compile(
    r"\b(?:go(?:es)? by|call(?:ed)? me|pronouns?|trans|not an? (?:he|she)|use (?:he|she))\b", re.IGNORECASE
)
_OF_NOBODY = re.compile(
    r"(?:\w+ ){0,2}(?:she|he|her|his|him|girls?|boys?|sons?|daughters?|wife|husband)(?: is| was)?"
    r"|(?:i am|i'm|im|am)? ?\d+(?: and)?",
    re.IGNORECASE,
)
"""Words of another, or of an age: nobody who writes of themselves says by them who they are."""
_FEW = 6
"""Words of a message that says it against something: in a longer one it is told by the way."""


def own_gender(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with who they are as they say it, and what is only for others no wish of theirs."""
    own = tells_of_themselves(text) and not _GOES_BY.search(text)
    kept = [one for one in said if not (own and one.code in _WHO and _OF_NOBODY.fullmatch(one.words))]
    for shape, who, others in _IS:
        found = shape.search(text.replace("’", "'"))
        if found is None:
            continue
        words = text[found.start() : found.end()]
        wished = f"constraint.{others}"
        kept = [one for one in kept if one.code != wished]
        told = {f"identity.{who}": "yes"} | ({wished: "no"} if len(text.split()) <= _FEW else {})
        kept = [one for one in kept if one.code not in told or (one.code, one.polarity) == (f"identity.{who}", "yes")]
        known = {one.code for one in kept}
        kept += [
            Concept(code, "yes" if side == "yes" else "no", found.start(), found.end(), words)
            for code, side in told.items()
            if code not in known
        ]
    return sorted(kept, key=lambda one: (one.start, one.end, one.code, one.polarity))
