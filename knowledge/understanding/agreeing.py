"""Whether a whole message is a yes: to our keeping words, however it is put; to a letter, in the words of consent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.words import Token, tokens

_AGREE = frozenset("agree agreed agreeing gree consent accept".split())
_WITH_A_YES = frozenset(
    "yes yeah yep yea ya yh ok okay k sure please thanks thank you hi hello hey am i mi me we im and so then "
    "alright fine good go on mate bro sis luv love now just do that it is with this be whatever right well oh "
    "course of guess suppose spose reckon going yeh yup yah aye fair enough ight aight alrite deal bet tbh lol "
    "haha honestly abeg o sorted cool calm too already said told both years old over like keep keeping you can eh "
    "um er hmm ah very".split()
)
"""Beside a yes to our keeping only such words may stand; a yes with a doubt or a question is none."""


def agrees(text: str) -> bool:
    """Whether the message says "agree", and beside it nothing but what may stand with a yes."""
    message = tokens(text)
    return any(token.word in _AGREE for token in message) and not text.rstrip().endswith("?") and is_only_yes(message)


def is_only_yes(message: Sequence[Token]) -> bool:
    return all(token.word in _AGREE | _WITH_A_YES or is_grown_up(token.word) for token in message)


def is_grown_up(word: str) -> bool:
    return word.isdecimal() and 18 <= int(word) <= 110


_ASSENT = (
    r"(?:ok|okay|k|yes|yeah|yea|yep|yup|yh|aye|sure|fine|lovely|safe|great|good|perfect|brilliant|nice|cool|grand|right"
    r"|al+ ?right|go on(?: then)?|go ahead|looks (?:good|fine)|sounds (?:good|fine)"
    r"|(?:that|it)(?:['’]?s| is| looks) (?:fine|good|ok|okay|right|lovely|perfect|great|grand)|happy with (?:that|it)"
    r"|thanks|thank you|cheers)(?: then)?"
)
_ASSENTS_FIRST = re.compile(
    rf"^\s*{_ASSENT}(?:[\s,.!–-]+(?:then|and)?[\s,.!–-]*{_ASSENT})*[\s,.!–-]+(?:(?:then|and|so)\s+)?"
    r"i agree(?:[\s,.!–-]+(?:and\s+)?send it)?[\s.!]*$",
    re.IGNORECASE,
)
_CONSENT = (["i", "agree"], ["i", "agree", "send", "it"])


def consents(text: str) -> bool:
    """Whether the whole message is the words of consent to a letter, "I agree" or "I agree, send it"; nothing but
    assent may stand before them ("go on then, I agree"), and nothing behind. A mere yes is none, nor is a question.
    """
    words = "".join(c for c in text.casefold() if c.isalpha() or c.isspace()).split()
    return "?" not in text and (words in _CONSENT or assents_and_consents(text))


def assents_and_consents(text: str) -> bool:
    """Whether assent stands before the words: "safe. I agree, send it"."""
    return _ASSENTS_FIRST.match(text) is not None
