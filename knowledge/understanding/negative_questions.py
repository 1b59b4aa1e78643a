"""Questions turned plain: those that deny their wish, "isn't there anything with cooking", or come as a statement."""

from __future__ import annotations

import re

_LEAD = (
    r"(?:(?:ok|okay|and|but|so|oh|hi|hello|sorry|well|hm+|no|nah|then|why|how come|really|please|what|wait"
    r"|hang on|mate|yeah"
    r"|right)\b\W*)*"
)
_NOT = r"(?:n'?t|\s+not)"
_THERE = r"(?:there|ther|their|thr|dere)"
_ASKS = (
    (rf"(?:is|was){_NOT}\s+{_THERE}|(?:ain'?t|int|innit|in'?t)\s+{_THERE}|is\s+{_THERE}(?:\s+not)?", "is there"),
    (rf"(?:are|were){_NOT}\s+{_THERE}|are\s+{_THERE}(?:\s+not)?", "are there"),
    (rf"(?:will{_NOT}|won'?t)\s+{_THERE}(?:\s+be)?", "is there"),
    (
        r"(?:have|has)(?:n'?t)?\s+(?:you|u|ya)(?:\s+not)?(?:\s+(?:really|even))?(?:\s+got)?|(?:ain'?t|aint)\s+(?:you|u|ya)(?:\s+got)?",
        "have you got",
    ),
    (r"(?:do|did)(?:n'?t)?\s+(?:you|u|ya)(?:\s+not)?(?:\s+(?:have|got|do|offer))", "do you have"),
    (r"(?:do|did)(?:n'?t)?\s+(?:you|u|ya)(?:\s+not)?\s+know(?:\s+of)?", "do you know of"),
    (
        rf"(?:can(?:'?t|not)|can\s+(?:you|u)\s+not|could{_NOT})(?:\s+(?:you|u|ya))?\s+(?:find|show|get)(?:\s+me)?",
        "can you find me",
    ),
)
_DENIED = (
    r"nothin[gk]?|nuthin|nuffin[gk]?|nothink|nowt|owt|anythin[gk]?|none|no|not\s+(?:any\w*|a|an|one)|nowhere|no\s+where"
    r"|any\w*|an?|some\w*|one"
)
_INVERTED = tuple(
    (re.compile(rf"^(?P<lead>\W*{_LEAD})(?P<asks>{asks})\s+(?P<what>{_DENIED})\b", re.IGNORECASE), plain)
    for asks, plain in _ASKS
)
_SHORT = re.compile(
    r"^\W*(?:(?:ok|okay|and|but|so|oh|well|hm+|really)\b\W*)*(?:(?:have\s+)?(?:you\s+)?(?:not\s+)?got\s+)?"
    r"(?P<what>nothin[gk]?|nuffin[gk]?|nowt|none|no|not\s+any|nowhere|anythin[gk]?|any)\s+"
    r"(?P<rest>(?!thanks|thank|problem|worries|idea|way|chance|reply|answer|news|one\b)[^?.!]{3,40}?)(?P<then>\s+then)?(?P<end>\s*\?[?!]*)?\s*$",
    re.IGNORECASE,
)
_THANKS = r"(?:(?:thanks?(?: you)?|ty|ok|okay|and|but|so|please|sorry)\b\W*)*"
_SAID = tuple(
    (re.compile(rf"^\W*{_THANKS}(?P<who>{who})\s+{verb}\s+(?P<what>[^?.!]{{2,60}})\?\W*$", re.IGNORECASE), asks)
    for who, verb, asks in (
        ("i|we", "(?:must|need to|have to|has to)", "do {who} have to {what}?"),
        ("i|we", "(?:can|may|could)", "can {who} {what}?"),
        ("i|we", "should", "should {who} {what}?"),
        ("they", "(?P<verb>know|speak|have|take|want|need|see|help|give|pay)", "do they {verb} {what}?"),
    )
)
"""Questions in the order of a statement, as many ask who learnt English late: "i must bring money?"."""
_OF_ONES = re.compile(r"\b(?:ones?|places?|groups?|clubs?|class(?:es)?)\b", re.IGNORECASE)
_NAY = re.compile(
    r"n'?t\b|\bnot\b|\bno\b|\bnone\b|\bno\s?where\b|\bnothin|\bnuthin|\bnuffin|\bnowt\b|\bowt\b", re.IGNORECASE
)
_IS = {"nowhere": "anywhere", "none": "any", "no": "any", "one": "one", "a": "a", "an": "an"}


_SENTENCES = re.compile(r"((?<=[.!?;\n])\s+)")


def asked_plainly(text: str, *, unasked: bool = True) -> str:
    """The message as a plain question, where it denies what it asks for or asks in a statement's order; else as it is.

    ``unasked``: no question of ours is open, which a mere "no groups?" might answer.
    """
    return "".join(_plainly(one, unasked=unasked) for one in _SENTENCES.split(text))


def _plainly(text: str, *, unasked: bool) -> str:
    plain = text.replace("’", "'")
    for shape, asks in _INVERTED:
        found = shape.match(plain)
        if found and _NAY.search(f"{found['asks']} {found['what']}"):
            rest = plain[found.end() :].rstrip()
            return f"{asks} {_positive(found['what'])}{rest}{'' if rest.endswith('?') else '?'}"
    for shape, asks in _SAID if unasked else ():
        if found := shape.match(plain):
            return asks.format(**found.groupdict())
    short = _SHORT.match(plain) if unasked else None
    if short and _NAY.search(plain) and (short["end"] or (short["then"] and _OF_ONES.search(short["rest"]))):
        return f"is there {_positive(short['what'])} {short['rest']}?"
    return text


def _positive(what: str) -> str:
    said = re.sub(r"\s+", " ", what.casefold())
    said = said.removeprefix("not ")
    if said in ("no where", "nowhere"):
        return "anywhere"
    if said[:4] in ("noth", "nuth", "nuff", "nowt", "owt", "anyt"):
        return "anything"
    return _IS.get(said, said)
