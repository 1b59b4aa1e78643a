"""Asking to be reminded: how such a wish begins, for the dialogue's commands and for whoever reads what it holds."""

from __future__ import annotations

import re

WISH = re.compile(
    r"(?:^|[.,!?;\n])\W*(?:(?:and|also|ok|okay|yes|so|please|pls|plz|hey|hi)\W+)*"
    r"(?:(?:can|could|will|would)\s+(?:you|u|ya)\s+(?:please\s+|pls\s+|just\s+)?"
    r"|i(?:'d| would)? (?:want|like|need) you to\s+)?"
    r"(?:(?:set|make)\s+(?:me\s+)?(?:a|the)\s+reminder|(?:remind|prompt|nudge)\s+me|giv(?:e)?\s+me\s+a\s+(?:reminder|nudge|prompt)"
    r"|make\s+sure\s+(?:that\s+)?i\s+(?:do not|don'?t|dont|no)\s+forget"
    r"|(?:do not|don'?t)\s+let\s+me\s+forget)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\W*(?:what|who|whom|why|how|where|which|whether|if)\b", re.IGNORECASE)
"""As in "remind me what this is": they ask us, and want no reminder."""


def asks_for_reminder(text: str) -> bool:
    """Whether the message, or a clause of it, begins with the wish to be reminded of something."""
    found = WISH.search(text)
    return found is not None and _ASKS.match(text, found.end()) is None
