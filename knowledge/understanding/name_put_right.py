"""What a letter is to call somebody: "take my name out put D", "put Bev as my name", "i said Bev but its Viv"."""

from __future__ import annotations

import re
from itertools import chain

from knowledge.understanding.letter_words import FILLER
from knowledge.understanding.names import NO_NAME, may_be_a_name, names

_PUT = r"(?:put|use|say|write|make it|have it as|call me|it's|its|just)(?:\s+(?:just|in|it|me|down|as))*"
_NEW = rf"(?P<new>{NO_NAME}[^\W\d_][^.!?;,]*?)(?=$|[.!?;]|,|\s+(?:please|pls|thanks|thank you|instead|not|rather)\b)"
_NAMES = (
    re.compile(
        rf"\b(?:take|leave|cut|get|remove|delete)\s+(?:out\s+)?my name(?:\s+(?:out|off))?\W+(?:and\s+|then\s+)*"
        rf"{_PUT}\s+{_NEW}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:put|use|write)\s+{_NEW}\s+(?:as|for)\s+(?:my|the)\s+name\b", re.IGNORECASE),
    re.compile(r"^(?:just\s+)?(?:put|use)\s+(?:just\s+)?(?P<new>[^\W\d_])\W*$", re.IGNORECASE),
)
"""Names put into a letter; how a name is told anywhere is for ``names`` to know."""
_NAME_OUT = re.compile(
    r"\b(?:take|leave|cut|get|keep)\s+(?:out\s+)?my name(?:\s+(?:out|off)\b|\W*$)"
    r"|\b(?:remove|delete)\s+my name\b|\b(?:no|without(?: my)?) name\b"
    r"|\b(?:do not|don'?t)\s+(?:say|put|use|give|write|tell (?:them|her|him))\s+my name\b",
    re.IGNORECASE,
)
_NOT_CALLED = re.compile(
    r"\bmy name (?:is not|isn'?t|ain'?t|was not|wasn'?t|never was)\s+(?!(?:right|wrong|spelt|important|in|on"
    r"|there|a)\b)\S.*$"
    r"|\b(?:that'?s|thats|that is|it'?s|its|this is) not my name\W*$",
    re.IGNORECASE,
)
"""A name that is not theirs, where they give no other."""
_WORD = r"[^\W\d_][\w'-]*"
_SAID_WRONG = re.compile(
    rf"^{FILLER}(?:i (?:said|put|wrote|told you) (?P<old>{_WORD}),? (?:but |only )?(?:it's|its|it is) |i meant? )"
    rf"(?P<new>{_WORD})\W*$",
    re.IGNORECASE,
)


def put_as_name(text: str) -> str | None:
    """The name, where it says that it is one."""
    put = (found["new"].strip(" ,'\"") for shape in _NAMES if (found := shape.search(text)))
    return next(chain(put, (value.value for value in names(text, None))), None) or None


def leaves_name_out(text: str) -> bool:
    return _NAME_OUT.search(text) is not None or _NOT_CALLED.search(text) is not None


def said_wrong(text: str) -> tuple[str, str] | None:
    """The old word, if it is named, and the new one; both look like names, and one has a capital."""
    found = _SAID_WRONG.search(text)
    words = [word for word in (found["old"], found["new"]) if word] if found else []
    if found is None or not all(map(may_be_a_name, words)) or not any(word[0].isupper() for word in words):
        return None
    return found["old"] or "", found["new"]
