"""What somebody does or did for a living: "18 years a dental nurse", "i work in a care home". It tells of no liking."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?:\b(?:work(?:s|ed|ing)?|jobs?|career|shifts?|nights|trained|qualified|employed|temping|temped)"
    r"(?:[ ,]+(?:of|in|as|at|for|doing|with|being|was|is|nights|days|part time|full time))*(?:\s+(?:an?|the|my|some))?"
    r"\s+(?:[\w&'-]+\s+){0,2}"
    r"|\b(?:years?|yrs)\s+(?:in|as|at|being|working as|working in|as an?|being an?|an?)\s+(?!the\b)"
    r"(?:[\w&'-]+\s+)?"
    r"|(?:\b(?:i was|i am|i'?m|i'?ve been|used to be|been|being)|(?:^|[.,;]\s*|\band )was)"
    r"\s+(?:an?|the)\s+(?:[\w&'-]+\s+){0,2}"
    r"|\b(?:ran|managed|retired|ex|former|qualified|trained|chartered|certified|registered)[\s-]+(?:an?\s+|the\s+)?(?:[\w&'-]+\s+)?"
    r")$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\s*(?:by trade|for a living|\d+\+? (?:years|yrs)\b|work(?:er)?\b|manager\b|jobs?\b"
    r"|for (?:an?|the|my)\s+(?:[\w'-]+\s+){0,2}(?:firm|company|agency|council|school|nhs|trust|business|hotel|shop)\b)",
    re.IGNORECASE,
)
_LED = re.compile(
    r"^(?:in|as|i'?m|i am|i was|i'?ve been|was|am|i ran|ran|i run|run|i worked|worked|i work|work)"
    r"(?:\s+(?:nights|days|weekends|part time|full time))?(?:\s+(?:as|in|at|for))?(?:\s+(?:an?|the))?\s+",
    re.IGNORECASE,
)
_LIKED = re.compile(
    r"\b(?:lov|lik|enjoy|miss|keen|fun|hobby|would|want|hope|dream|become)\w*\b[^.,;!?]*$", re.IGNORECASE
)
"""Who loves being a teacher tells of a liking as well; who would like to be one, of a hope."""


def trade(text: str, words: str) -> str | None:
    """The work that ``words`` of the message name, without what leads to it; None where they name no work of theirs."""
    at = text.casefold().find(words.casefold())
    if not words or at < 0 or words.casefold() in _NO_TRADES:
        return None
    before, after = text[:at], text[at + len(words) :]
    if _LIKED.search(before):
        return None
    led = _LED.match(words)
    of_years = _YEARS_OF.search(before) and _FOR_A_LIVING.match(words)
    is_who = _WHO_DOES_IT.search(words) and _FOR_YEARS.match(after)
    if led or of_years or is_who or _BEFORE.search(before) or _AFTER.search(after):
        title = _TITLE.match(after)
        return f"{words[led.end() :] if led else words}{title.group() if title else ''}"
    return None


_WHO_DOES_IT = re.compile(r"\b(?:\w{3,}(?:er|or|ist|ian|ant|eer)|nurse|chef|clerk)$", re.IGNORECASE)
_FOR_YEARS = re.compile(r"[\s,]*(?:of |for |with )?\d+\+? (?:years|yrs)\b", re.IGNORECASE)
_YEARS_OF = re.compile(r"\b\d{1,2}\+? (?:years?|yrs)(?: of)?\s+$", re.IGNORECASE)
_FOR_A_LIVING = re.compile(
    r"(?:teach|nurs|driv|clean|caring|lectur|manag|sell|port(?:er)?ing|plaster|labour|bricklay|account)", re.IGNORECASE
)
"""Of what people may as well do for years at home, years alone tell of no work: "20 years gardening"."""
_NO_TRADES = frozenset(("mentor", "peer mentor"))
"""What somebody is to others, beside their work."""
_TITLE = re.compile(
    r"\s+(?:officer|manager|assistant|analyst|adviser|advisor|director|lead|nurse|lady|man|woman|clerk|guard"
    r"|\w{3,}(?:ist|ian|eer)|school(?:s|teacher)?|college|hospital|home|centre|shop)\b",
    re.IGNORECASE,
)
"""What somebody is called who works in it: "policy analyst"."""
