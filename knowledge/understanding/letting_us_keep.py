"""Whether a whole message says no more than that we may keep what they told: "yh u can keep it", "dont delete it"."""

from __future__ import annotations

import re

_BESIDE = (
    r"(?:yes|yeah|yep|yh|yeh|yea|aye|ok|okay|k|sure|fine|right|alright|no|nah|oh|well|so|and|then|now|just|please|pls"
    r"|plz|thanks|thank you|ta|cheers|mate|love|bro|sis|lol|course|of course|it'?s fine|that'?s fine|no worries"
    r"|go on|for now|too|all|as well|if you (?:like|want)|i said)"
)
_TOLD = (
    r"(?:it|dat|that|this|them|dem|everything|what (?:i|mi) (?:\w+ )?(?:said|told|tell|sey|wrote|write|say)(?: you)?"
    r"|(?:all )?(?:of )?(?:it|that)|my (?:info\w*|details|words|stuff|data|answers|chat|messages))"
)
_YOU = r"(?:you|u|yuh)"
_MAY = rf"(?:{_YOU}|i'?m (?:fine|happy|ok|okay) (?:for|with) {_YOU}|i (?:don'?t|do not) mind (?:if )?{_YOU})"
_NOT = r"(?:do not|don'?t|dnt|never|nuh|no)"
_LETS_US_KEEP = re.compile(
    rf"^(?!.*\?)\W*(?:{_BESIDE}\b\W*)*(?:"
    rf"(?:{_MAY}\s+)?(?:(?:can|may|could|to|still|do)\s+)*(?:keep|kip|keeping|hold on to|store|save)\s+{_TOLD}"
    rf"|{_NOT}\s+(?:{_YOU}\s+)?(?:delete|wipe|erase|remove|bin|lose|scrap|forget)\s+{_TOLD}"
    rf"|(?:i\s+)?{_NOT} want\s+(?:{_YOU} to (?:delete|wipe|erase|lose)\s+{_TOLD}|{_TOLD} (?:deleted|wiped|erased|gone))"
    rf")(?:\W+(?:{_BESIDE}|on file|safe|saved|here)\b)*\W*$",
    re.IGNORECASE,
)


def lets_us_keep(text: str) -> bool:
    """Said once they agreed; it is no consent by itself."""
    return _LETS_US_KEEP.match(text) is not None
