"""A yes to our writing first, beside other words: "yes write to him here, i come to the library tuesdays"."""

from __future__ import annotations

import re

_LEAD = (
    r"^\W*(?:(?:yes|yeah|yep|yh|ya|ye|ok|okay|alright|sure|fine|good|please|pls|plz|and|so|then|well|oh|thanks"
    r"|thank you|actually"
    r"|go on|that'?s (?:fine|ok|good|all right)|(?:he|she|they|\w+) (?:says?|said) (?:yes|ok|please)|can|could"
    r"|will|would|may|you"
    r"|u|just|i want|i would like|to)\b\W*)*?"
)
_SAYS_YES = re.compile(r"\b(?:yes|yeah|yep|yh|ya|ye|ok|okay|alright|sure|fine|please|pls|plz)\b", re.IGNORECASE)
_WRITE = r"(?:write|message|text|msg|drop (?:a )?(?:line|message))"
_TO_ME = re.compile(rf"{_LEAD}{_WRITE}(?: to)? (?:me|us)\b", re.IGNORECASE)
_NEWS = (
    r"(?:(?:when|if|once|as soon as|soon as|whenever)\b[^.?!]{0,25}\b(?:news|answer\w*|repl(?:y|ies|ied)|hear"
    r"|say|says|write|writes"
    r"|something|anything)\b|with (?:the |any )?(?:news|answer|reply))"
)
_TO_THEM = re.compile(
    rf"{_LEAD}(?:{_WRITE}(?: to)?|let|tell) (?:him|her|them|me|us|mr \w+|mrs \w+|ms \w+)\b(?: know)?"
    rf"(?:\W+(?:here|back|please|pls|on here|in this chat))*\W+{_NEWS}",
    re.IGNORECASE,
)
_HERE = re.compile(rf"{_LEAD}{_WRITE}(?: to)? (?:him|her|them) (?:back )?here\b", re.IGNORECASE)
_LONGEST = 20


def lets_us_write(text: str) -> bool:
    """Of themselves a yes or a please is enough; of "him" or "them" it is us who write only where it is here, or where
    there is news. Words for a place are none: "please write to them that i am late".
    """
    plain = text.strip().replace("’", "'")
    if len(plain.split()) > _LONGEST or plain.endswith("?"):
        return False
    if _TO_THEM.match(plain):
        return True
    return _SAYS_YES.search(plain) is not None and (_TO_ME.match(plain) or _HERE.match(plain)) is not None
