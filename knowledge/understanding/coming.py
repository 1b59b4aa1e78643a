"""Whether somebody asks who may come with them: "can my husband come with me", beside other words as well."""

from __future__ import annotations

import re

_SOMEBODY = (
    r"(?:(?:my|our|a|the|some|any)\s+(?:\w+\s+)?(?:husband|wife|partner|boyfriend|girlfriend|fianc[eé]e?|mum|mom|mother|dad"
    r"|father|son|daughter|kids?|child(?:ren)?|baby|sister|brother|aunt(?:ie|y)?|uncle|cousin|nan|gran\w*|niece|nephew|family"
    r"|friends?|mate|neighbou?r|carer|support worker|key ?worker|social worker|interpreter|companion|company)"
    r"|someone|somebody|anyone|anybody)"
)
_MAY = r"(?:can|could|may|will|would|is it (?:ok|okay|fine|alright|all right) (?:if|for)|ok if|alright if)"
_ASKS = (
    re.compile(rf"\b(?:can|could|may|shall)\s+i\s+(?:go|come|do it)\s+(?:along\s+)?with\s+{_SOMEBODY}", re.IGNORECASE),
    re.compile(rf"\b{_MAY}\s+{_SOMEBODY}\s+(?:also\s+|to\s+)?(?:come|comes|join|go|be there|sit in)\b", re.IGNORECASE),
    re.compile(rf"\b(?:{_MAY}|am i allowed to|allowed to)\s+(?:i\s+)?(?:bring|take)\s+{_SOMEBODY}", re.IGNORECASE),
)
_TO_HERE = re.compile(r"\b(?:come|go) (?:to|round|over to) (?:me|my|see me|us)\b", re.IGNORECASE)
"""Who comes to somebody's home comes along nowhere."""


def asks_who_may_come(text: str) -> bool:
    return any(shape.search(text) for shape in _ASKS) and _TO_HERE.search(text) is None
