"""What somebody feels at a hard moment: a craving, being flat after a no, not being heard, nerves before a visit.

Danger is looked for before any of these.
"""

from __future__ import annotations

import re

from knowledge.understanding.cravings import as_one_line, craves, left_it, wants_a_place_for_it
from knowledge.understanding.plain_questions import plain_question

_SHOWN_FOR_A_PLACE = "message_decision"
_SHORT = 14
"""Words; a longer message tells more than how it is just now."""
_SO = (
    r"(?:(?:so|really|very|just|a bit|bit|a little|well|proper|only|still|too|quite|pretty|fairly|all|feeling"
    r"|getting) )*"
)
_I_AM = rf"(?:i(?:'?m| am| feel| was)?|am|im|feel|feeling) {_SO}"
_LOW = re.compile(
    rf"^\W*(?:(?:oh|ok|okay|well|right|no|yeah|typical|great|sorry|honestly|(?:that'?s|what) a (?:pity"
    rf"|shame|blow)|you'?re welcome"
    rf"|that'?s (?:a )?(?:rubbish|disappointing|annoying|hard)|and|but|i said|i told you)\b\W*)*{_I_AM}"
    r"(?:fed up|flat|gutted|deflated|disappointed|disheartened|down ?hearted|crushed|let down|discouraged"
    r"|cheesed off|browned off"
    r"|pissed off|hacked off|sick of (?:this|it|waiting|asking)|down about (?:it|this|that)|upset(?: about"
    r"| by| with)?)\b"
    r"(?:\W+(?:with|about|by|of|at|now|again|today|this|it|that|all|them|the|no|news|answer|whole|thing"
    r"|waiting|asking|everything|to"
    r"|be|honest|tbh|really|if|i'?m|frank|you|know|actually|lol|though|tho))*\W*$",
    re.IGNORECASE,
)
_PITY = re.compile(
    r"^\W*(?:(?:oh|ok|okay|well|ah|aw|no)\b\W*)*(?:that'?s|that is|what) (?:such )?a (?:pity|shame|blow"
    r"|let ?down|disappointment)"
    r"(?:\W+(?:i|was|had|hoping|hoped|really|looking|forward|to|it|that|so|then|for|them|this|one))*\W*$",
    re.IGNORECASE,
)
_HEARD_ME = re.compile(
    r"^\W*(?:(?:hello|oi|sorry|excuse me|and|but|well)\b\W*)*(?:(?:did|do|have|can) (?:you|u|ya) (?:even "
    r"|actually |just |not )*"
    r"(?:hear|read|see|get|listen(?:ing)?(?: to)?|heard)|did(?:n'?t| not) (?:you|u) (?:even |just )*(?:hear"
    r"|read|see|listen to))"
    r" (?:(?:a word|anything|any of|of) )*(?:me|what|wot|that|it)?(?: i(?:'?ve| have)?(?: just"
    r"| only)? (?:said|say|wrote|told(?: you)?"
    r"|been saying))?\W*$"
    r"|^\W*(?:are (?:you|u) (?:even |actually )?listening|(?:you'?re|you are|ur|u r|your) (?:just "
    r"|really )?not (?:even )?listening"
    r"|you (?:just )?(?:ignored|went past|skipped) (?:me|what i (?:just )?(?:said|wrote"
    r"|told you)))(?: to (?:me|what i say|a word))*\W*$",
    re.IGNORECASE,
)
_NERVES = (
    r"(?:nervous|scared|frightened|afraid|anxious|terrified|worried|shaking|shaky|shitting it|bricking it|panicking)"
)
_OF_IT = (
    r"(?:\W+(?:now|about|of|for|to|by|at|it|that|this|so|too|many|people|all|the|a|lot|tomorrow|today|going"
    r"|go|in|there|meeting|meet"
    r"|them|him|her|visit|first|time|day|strangers|new|crowd|walking|turning|up|faces|really|lol|tbh|though"
    r"|tho|not|gonna|lie|again))*\W*$"
)
_NERVOUS = re.compile(
    rf"^(?!.*\b(?:of|about|by|at) (?:him|her|them)\b)\W*(?:but |and |so |cos |because )*{_I_AM}{_NERVES}\b{_OF_IT}",
    re.IGNORECASE,
)
_THE_DAY = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|so|well|morning|oh|yes|thanks|thank you)\b\W*)*(?:(?:it'?s|it is|its"
    r"|this is)?\s*(?:tomorrow|today)"
    r"(?:'?s| is)? ?(?:the (?:big )?day|it|my visit|when i go)?|(?:he|she|they|joan|\w+)(?:'?s| is| are"
    r"| sounds?| seems?) (?:so |very |really )?"
    r"(?:kind|nice|good|lovely)|it was for (?:you|u)|that was for (?:you|u))\W*$",
    re.IGNORECASE,
)
_THEY_WROTE = re.compile(
    r"\bdid (?!i\b|you\b|u\b|we\b)(?:\w+ )?\w+ (?:really |actually )?(?:write|say|send) (?:that|this|it|all that)\b"
    r"|^\W*(?!(?:i|you|we)\b)\w+ (?:really |actually )?(?:write|wrote|writes|said|sent) (?:that|this|it)\W*\?"
    r"|\b(?:is|was|are) (?:this|that|it|these) (?:really |actually )?(?:from|by) (?:a real person|him|her"
    r"|them|\w+)(?: really| himself"
    r"| herself)?\W*\?",
    re.IGNORECASE,
)
_PIECES = re.compile(r"(?<=[.!?])\s+|\s*,\s*|\s+-\s+|\s+(?=(?:and|but|so) (?:i|im|i'm)\b)", re.IGNORECASE)


def hard_moment(text: str, asked: str | None) -> str | None:
    """The dialogue's intent of what they feel now. At a question of ours nerves answer it; else they are of a visit."""
    if left_it(text):
        return "left_it"
    if craves(text):
        return "craving"
    if asked is None and wants_a_place_for_it(text):
        return "craving_place"
    if asked not in (None, _SHOWN_FOR_A_PLACE):
        return None
    plain = as_one_line(text)
    if asked == _SHOWN_FOR_A_PLACE and plain_question(plain) == "ask_panic":
        return "ask_panic"
    if len(plain.split()) > _SHORT:
        return None
    pieces = [piece for piece in _PIECES.split(plain) if piece.strip(" .!?")]
    if any(_THEY_WROTE.search(one) for one in pieces):
        return "ask_they_wrote"
    if _HEARD_ME.match(plain):
        return "not_heard"
    if _LOW.match(plain) or _is_low(pieces):
        return "disheartened"
    nervous = any(_NERVOUS.match(one) for one in pieces)
    return "nervous" if nervous and _all(pieces, _NERVOUS, _THE_DAY, _ASIDE) else None


def _is_low(pieces: list[str]) -> bool:
    """Whether a pity, or how low they are, is all that is told."""
    return any(_LOW.match(one) or _PITY.match(one) for one in pieces) and _all(pieces, _LOW, _PITY, _ASIDE)


def nervous_too(text: str) -> bool:
    """Whether nerves are told beside what is asked: "femi write that? i am nervous"."""
    return any(_NERVOUS.match(one) for one in _PIECES.split(as_one_line(text)))


_ASIDE = re.compile(
    r"^\W*(?:(?:to be (?:honest|frank)|tbh|honestly|hi|hello|ok|thanks|thank you|oh|well|you'?re welcome"
    r"|right|typical|sorry)\b\W*)*$",
    re.IGNORECASE,
)


def _all(pieces: list[str], *shapes: re.Pattern[str]) -> bool:
    return all(any(shape.match(one) for shape in shapes) for one in pieces)
