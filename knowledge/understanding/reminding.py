"""Asking to be reminded: how such a wish begins, for the dialogue's commands and for whoever reads what it holds."""

from __future__ import annotations

import re

WISH = re.compile(
    r"(?:^|[.,!?;\n])\W*(?:(?:and|also|ok|okay|yes|so|please|pls|plz|hey|hi)\W+)*"
    r"(?:(?:can|could|will|would)\s+(?:you|u|ya)\s+(?:please\s+|pls\s+|just\s+)?"
    r"|i(?:'d| would)? (?:want|like|need) you to\s+)?"
    r"(?:(?:set|make)\s+(?:me\s+)?(?:a|the)\s+reminder|(?:remind|prompt|nudge)\s+m[ei]\b|giv(?:e)?\s+me\s+a\s+(?:reminder|nudge|prompt)"
    r"|make\s+sure\s+(?:that\s+)?i\s+(?:do not|don'?t|dont|no)\s+forget"
    r"|(?:do not|don'?t)\s+let\s+me\s+forget)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\W*(?:(?:what|wot|who|why|how|where)(?:'?s)?|whom|which|whether|if)\b", re.IGNORECASE)
"""As in "remind me what this is": they ask us, and want no reminder."""


_OF_REMINDER = re.compile(
    r"^\W*(?:(?:so|ok|okay|and|but|oh|wait|right|thanks|sorry|just checking)\b\W*)*(?:"
    r"(?:is|are|was|has|does|did|when'?s?|what'?s?|which|do i (?:still )?have|have i (?:still )?got"
    r"|have you got|is there"
    r"|will|did you|you|what day|what time)\b)"
    r"[^.?!]{0,40}\b(?:reminders?|remind(?:ing)? me)\b",
    re.IGNORECASE,
)
_NEW_ONE = re.compile(r"\b(?:set|can|could|please|pls|want|need|another|a reminder)\b", re.IGNORECASE)
_FEW = 14


def asks_of_reminder(text: str) -> bool:
    """Of the reminder that is set: "so is the reminder for wednesday now?", "when will you remind me"."""
    plain = text.strip().replace("’", "'")
    return len(plain.split()) <= _FEW and _OF_REMINDER.match(plain) is not None and not _NEW_ONE.search(plain)


def asks_for_reminder(text: str) -> bool:
    """Whether the message, or a clause of it, begins with the wish to be reminded of something."""
    found = WISH.search(text)
    return found is not None and _ASKS.match(text, found.end()) is None
