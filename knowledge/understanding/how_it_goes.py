"""How a letter stands, asked with the place's name or of what happens: "still nothing from Two Hats then?"."""

from __future__ import annotations

import re

_LEAD = (
    r"^\W*(?:(?:ok|okay|so|and|but|oh|hi|hello|hey|morning|good morning|good afternoon|good evening|please|well|right"
    r"|um|sorry|just|only|wondering|checking|(?:can|could) you|remind me|tell me|i wondered if)\b\W*)*"
)
_NAME = r"(?!(?:home|work|me|you|u|my|\d|here|the (?:start|beginning|list|council)|scratch|that list)\b)[a-z]"
_FROM = re.compile(
    rf"{_LEAD}(?:(?:is|was|has|have|did|do|are)\s+(?:there\s+|you\s+(?:had\s+|got\s+|heard\s+)?|we\s+"
    rf"|i\s+(?:have\s+|get\s+)?"
    r"|been\s+)*)?(?:there\s+)?(?:still\s+|been\s+|heard\s+|got\s+|had\s+)*(?:any|anything|anyting|nothing|no"
    r"|some|a|word|news|heard)"
    r"(?:\s+(?:thing|news|word|reply|answer|response|update|back|yet|more|new|at all|heard|come"
    r"|in))*\s+(?:back\s+)?from\s+"
    rf"{_NAME}[^.?!,]{{0,40}}(?:,?\s*(?:then|yet|please|now|at all|today|by any chance))*\W*$",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    rf"{_LEAD}(?:what|wot|wat)(?:'?s| is|s)? (?:the )?(?:happening|going on|happenin|going|latest|status|news"
    rf"|up|story"
    r"|score|update) (?:with|from|at|about) (?!me\b|you\b|the world\b|my life\b)\w[^.?!]{0,40}\W*$",
    re.IGNORECASE,
)
_TO_REPLY = re.compile(
    rf"{_LEAD}(?:and )?how long (?:(?:are|r|is|do|does|will|would|gonna|going to|it|that|this)\s+)*"
    r"(?:they|dey|dem|them|he|she|the place|a reply|an answer)\s*(?:(?:gonna|going to|go|gon|be|will|usually"
    r"|normally|to|take|likely to)\s+)*(?:take|be|need)\b(?:\s+(?:to (?:reply|answer|write|get back|respond)"
    r"|tho|though"
    r"|then|now|usually|please|roughly))*\W*$",
    re.IGNORECASE,
)


def asks_how_it_goes(text: str) -> bool:
    """As in "is there anything from Two Hats?", "remind me whats happening with adjust together"."""
    plain = text.strip().replace("\u2019", "'")
    return len(plain.split()) <= _LONGEST and any(one.match(plain) for one in (_FROM, _HAPPENS))


def asks_how_long_to_reply(text: str) -> bool:
    """As in "how long they gonna take": of an answer that is waited for, where no place's own times are named."""
    return _TO_REPLY.match(text.strip().replace("\u2019", "'")) is not None


_LONGEST = 18
