"""What is heard in words that tell no such thing of somebody: a child's asthma, a job lost and days at home, a thing
that they are not good at, and what they say is not so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept
from knowledge.understanding.others_health import without_others_illness

_HOME = "constraint.own_home"
_AT_HOME = re.compile(
    r"\b(?:at home (?:only|all day|alone|now|most of)|(?:only|just|always|stuck) (?:at home|in the house|indoors))\b"
    r"|\bat home\W*$",
    re.IGNORECASE,
)
_TIED = re.compile(
    r"\b(?:can'?t|cannot|can not|cyaan|cyan|unable|need|needs|have to|has to|must|works?|working|job|online|video|phone"
    r"|prefer|rather|somewhere|something|come|comes|visit\w*|go out|leave|want)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\bbe left\b|\bleave (?:him|her|them|my)\b|\b(?:shielding|agoraphob|housebound)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.,;!?\n]|\b(?:but|so|because|cos|since)\b", re.IGNORECASE)
_NOT_SO = re.compile(
    r"^[^.,;!?]{0,20}?\s+(?:(?:is|are|was|'s)\s+(?:not|nah|no)|isn'?t|aren'?t|not)\s+"
    r"(?:correct|right|true|me|mine|my (?:work|job|thing)|what i (?:said|do|did))\b"
    r"|^[^.,;!?]{0,20}?\s+(?:is|are|was)\s+(?:wrong|incorrect|a mistake|false)\b",
    re.IGNORECASE,
)
_NAY = r"(?:not|nah|nuh|no|neva|never|can'?t|cannot|cyaan|cyan|don'?t|dont)"
_NOT_WELL_BEFORE = re.compile(
    rf"\b(?:{_NAY}|isn'?t|ain'?t)\s+(?:so |very |any |that |really |too |much )*(?:good|great|gud|the best)\s+"
    r"(?:at|in|with|wid|inna)\s+(?:the |my |di )?$",
    re.IGNORECASE,
)
_NAY_BEFORE = re.compile(rf"\b{_NAY}\s+(?:really |even |sabi |know (?:how )?(?:to |fi )?)*$", re.IGNORECASE)
_WELL_AFTER = re.compile(r"^\s+(?:so |very |too |that |all that |really )*(?:good|well|gud)\b", re.IGNORECASE)


def said_of_them(text: str, said: Sequence[Concept]) -> list[Concept]:
    plain = text.replace("’", "'")
    said = without_others_illness(plain, said)
    return [meant for one in said if (meant := _meant(plain, one)) is not None]


def _meant(text: str, one: Concept) -> Concept | None:
    before, after = text[: one.start], text[one.end :]
    if one.code == _HOME and one.polarity == "yes":
        return None if _only_there(text, one) else one
    if not one.code.startswith("interest."):
        return one
    if one.polarity != "no" and _NOT_SO.match(after):
        return replace(one, polarity="no")
    not_well = _NOT_WELL_BEFORE.search(before) or (_NAY_BEFORE.search(before) and _WELL_AFTER.match(after))
    return None if one.polarity == "no" and not_well else one


def _only_there(text: str, one: Concept) -> bool:
    """Whether they are at home, and nothing says that they have to be: "now I am at home only"."""
    starts = [found.end() for found in _CLAUSE.finditer(text, 0, one.start)]
    ends = _CLAUSE.search(text, one.end)
    clause = text[starts[-1] if starts else 0 : ends.start() if ends else len(text)]
    return _AT_HOME.search(clause) is not None and not _TIED.search(clause) and not _LEFT.search(text)
