"""Ways in which a place reaches who stays at home, as they are named: a call, a screen, somebody who comes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.understanding.question_form import pieces

_WAYS: Mapping[str, str] = {
    "phone": (
        r"(?:by|over|on|via|down) (?:the |a )?(?:phone|telephone|dog and bone)|(?:do|does|offer|have|got|any|just) "
        r"(?:it |things |stuff )?(?:(?:phone|telephone)\b(?! ?number)|(?:phone |telephone )?calls?\b)"
        r"|(?:phone|telephone) (?:chats?|calls?|friends?|befriend\w*|visits?|one)"
        r"|(?:ring|phone|telephone|call) me\b"
    ),
    "online": r"online|on line|on (?:a |the )?(?:screen|zoom|computer)|(?:by |a )?video(?: calls?)?|zoom|remote(?:ly)?",
    "outreach": (
        r"(?:come|comes|coming|came|pop|pops|popping|visit|visits|visiting|call|calls|calling|go|goes)\s+(?:out |over "
        r"|along )?(?:(?:in|and see|to see) )?(?:(?:to|at|round|in) )?(?:(?:the|my|our|your|me|people|peoples?'?s?|us)"
        r"\s*(?:own )?(?:at )?)?(?:house|home|flat|place|door|bungalow)s?\b"
        r"|(?:come|comes|visit|visits) (?:to |and see |round to |out to )?(?:me|us)\b"
        r"|(?:ones?|places?|people) (?:that|who|which) (?:come|visit)s? (?:to )?you\b"
        r"|(?:come|pop|comes|pops|call|calls) (?:round|over)\b|(?:home|house) (?:visits?|visitors?|calls?)"
        r"|(?<!a )\b(?:a|any) (?:home )?visit(?:or)?\b|befriend\w*"
    ),
}
_NAMED = {way: re.compile(rf"\b(?:{words})", re.IGNORECASE) for way, words in _WAYS.items()}


def ways_named(text: str) -> list[str]:
    """The forms of a listing that the words name: ``phone``, ``online``, ``outreach``."""
    plain = text.replace("’", "'")
    return [way for way, shape in _NAMED.items() if shape.search(plain)]


_ANY = re.compile(
    r"\b(?:any ?(?:one|body|thing|where|place|of them)|some ?(?:one|body|thing|where|place)|(?:a|any|some|other) "
    r"(?:places?|ones?|groups?|people|person|volunteers?|visitors?)|people|places|volunteers?|ones?)\b"
    r"|^\W*(?:\w+\W+){0,4}?(?:home visits?|befriend\w*)\b",
    re.IGNORECASE,
)
"""Whoever it be: "do they come to the house" asks of one that was shown."""
_WISHES = re.compile(
    r"\b(?:want|need|like|love|prefer|looking for|rather|wish|after|show|find|got|have you|know of|hoping for)\b"
    r"|^\W*(?:(?:maybe|or|just|only|please|do|does|would|will)\W+)*(?:any|some)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:(?:don'?t|do not|never|didn'?t|won'?t|not) (?:want|like|need|let|have|had)|no ?(?:one|body)|used to|last"
    r"|yesterday|already|my (?:nurse|carer|doctor|gp|son|daughter|mum|mother|dad|father|sister|brother|friend|social"
    r"|support|key ?worker|\w+ worker)|from the (?:council|police|housing|jobcentre|dwp)|work coach|bailiffs?"
    r"|landlord|(?:at|to) the bus stop|first time"
    r"|(?:talk|speak|chat) (?:to|with) (?:someone|somebody|a person|a human|you))\b"
    r"|\b(?:can|could|may) i (?:please )?(?:talk|speak|chat)\b",
    re.IGNORECASE,
)
_MEETS = ("outreach", "online")


def ways_wished(text: str) -> list[str]:
    """The ways by which somebody is looked for who reaches them at home: "is there anyone who would come to the house,
    or ring me". A wish for a call alone is one that we ring, unless it is for company.
    """
    found: list[str] = []
    for piece in pieces(text):
        named = ways_named(piece.text)
        plain = piece.text.replace("’", "'")
        if named and _ANY.search(plain) and (piece.asks or _WISHES.search(plain)) and not _OF_OTHERS.search(plain):
            found += named
    kept = list(dict.fromkeys(found))
    alone = kept == ["phone"] and not _COMPANY.search(text)
    return [] if alone or not {"phone", "outreach"} & set(kept) else kept


_COMPANY = re.compile(
    r"\b(?:chats?|natters?|talk|company|(?:on|over|by|down) the phone|(?:phone|telephone) (?:friend|befriend)"
    r"|each week|every week|regular\w*|once a week|listen)\b",
    re.IGNORECASE,
)
