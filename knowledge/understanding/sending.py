"""What a message says of a letter, or of words for a place, that were shown: send it, or leave it.

However it is put ("yes send it", "go on then", "please do not send this"), and with nothing else in it. For a letter a
go-ahead is no consent: that is the message "I agree", which is none of these.
"""

from __future__ import annotations

import re
from typing import Literal

from knowledge.understanding.held_back import besides_holding_back, lets_them_have_it
from knowledge.understanding.small_words import LONGEST, NOT, is_small, words_of

_BESIDE = (
    r"(?:yes|yeah|yep|yh|yea|ok|okay|k|sure|right|alright|fine|oh|well|so|and|then|now|just|please|pls|plz|thanks"
    r"|thank you|ta"
    r"|cheers|mate|love|lol|x+|go on|great|good|perfect|lovely|brilliant|it'?s (?:fine|good)|that'?s (?:fine|good"
    r"|it)|i agree"
    r"|i'?m ready|i'?m happy|happy with (?:it|that)|off|over|away|for me|to (?:them|her|him|the place)|as it is"
    r"|already)"
)
_GO = (
    r"(?:(?:(?:can|could|will) (?:you|u)|you (?:can|may)|u can|i want (?:you )?to|let'?s|lets) (?:please |just )?)?"
    r"(?:(?:send|post) (?:it|that|this|the letter|my letter|them the letter)|send|go (?:on|ahead"
    r"|for it)(?: then)?|do it|crack on"
    r"|get it (?:sent|off)|off it goes|ship it)"
)
_SENDS = re.compile(rf"^\W*(?:{_BESIDE}\b\W+)*{_GO}\b(?:\W+(?:{_BESIDE}|{_GO})\b)*\W*$", re.IGNORECASE)


_READY = re.compile(
    r"^\W*(?:(?:so|ok|and|now)\W+)*(?:is|are) (?:it|that|this|we) (?:ok|okay|all right|alright|ready|good|fine"
    r"|safe|done)"
    r"(?: now)? to (?:send|go|post)(?: it| that| this)?(?: now)?\W*$",
    re.IGNORECASE,
)


_SENDING = frozenset("send post submit deliver".split())
_PASSES_ON = _SENDING | frozenset("pass tell give forward share".split())
"""Of words to a place; of a letter "don't tell them that" is of a line in it."""
_DROPS = frozenset("scrap bin cancel forget drop skip bother delete".split())
_LEAVES_IT = re.compile(r"\bleave (?:it|that|this|them)\b")
_CONSENT = ("i agree", "i agree send it")


def on_sending(text: str, *, letter: bool = False) -> Literal["send", "leave"] | None:
    """The words of consent to a letter are none of these; beside one "leave it out" may be said of a line, and whether
    it is ready to go may be asked.
    """
    text = text.replace("’", "'")
    said, verbs = words_of(text), _SENDING if letter else _PASSES_ON
    if letter and _READY.match(text):
        return "send"
    if letter and ("letter" in said or "forward" in said):
        verbs = verbs | {"give", "forward"}
    if " ".join(said) in _CONSENT or len(said) > LONGEST or text.rstrip().endswith("?"):
        return None
    rest = besides_holding_back(" ".join(said), letter=letter)
    if rest is not None and is_small(rest, "changed mind one letter"):
        return "leave"
    return _by_words(said, verbs, letter=letter) or ("send" if _SENDS.match(text) else None)


def _by_words(said: list[str], verbs: frozenset[str], *, letter: bool) -> Literal["send", "leave"] | None:
    """A verb for it, and beside that nothing but small words."""
    goes = (not letter and lets_them_have_it(" ".join(said))) or any(word in verbs for word in said)
    drops = any(word in _DROPS for word in said) or (not letter and _LEAVES_IT.search(" ".join(said)) is not None)
    besides = "letter agree looks look correct" if letter else "message know hear see"
    rest = [word for word in said if word not in verbs | NOT | _DROPS]
    if not (goes or drops) or not is_small(rest, f"out off away leave {besides}"):
        return None
    return "leave" if drops or any(word in NOT for word in said) else "send"


def sends(text: str) -> bool:
    """Whether a letter is told to go, be it by the words of consent: it is no name then, and no line."""
    return " ".join(words_of(text)) in _CONSENT or on_sending(text, letter=True) == "send"
