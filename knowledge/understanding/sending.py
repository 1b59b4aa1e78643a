"""A go-ahead for a letter, however it is put: "yes send it", "send it pls", "go on then". None of them is consent."""

from __future__ import annotations

import re

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


def sends(text: str) -> bool:
    """Whether the whole message is that."""
    text = text.replace("’", "'")
    if _READY.match(text):
        return True
    return not text.rstrip().endswith("?") and _SENDS.match(text) is not None
