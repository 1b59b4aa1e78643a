"""Which of two words about sending a letter holds, where one message says both: "dont send it, no do send it"."""

from __future__ import annotations

import re
from typing import Literal

_NO = re.compile(
    r"\b(?:do not|don'?t|dnt|never|not)\s+(?:want (?:you |u )?to\s+)?(?:send|post|agree)\b(?:\s+(?:it|that|this))?"
    r"|\b(?:stop|cancel|scrap|bin)\b(?:\s+(?:it|that|this))?|\b(?:do not|don'?t|dnt)\W*$",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:send|post)\s+(?:it|that|this|the letter)\b|\bgo (?:on|ahead)\b|\b(?:yes|yeah|yep|yh)\b|\bi (?:do )?agree\b",
    re.IGNORECASE,
)


def last_word(text: str) -> Literal["send", "leave"] | None:
    """None where only one of the two is said, or neither."""
    text = text.replace("’", "'")
    noes = [found.end() for found in _NO.finditer(text)]
    yeses = [found.end() for found in _YES.finditer(_NO.sub(lambda found: "." * len(found.group()), text))]
    if not noes or not yeses:
        return None
    return "send" if max(yeses) > max(noes) else "leave"
