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
    re.compile(
        rf"\b{_MAY}\s+{_SOMEBODY}\s+(?:also\s+|to\s+)?(?:come|comes|join|go|be there|be on|listen in|sit in)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:{_MAY}|am i allowed to|allowed to)\s+(?:i\s+)?(?:bring|take)\s+{_SOMEBODY}", re.IGNORECASE),
)
_TO_HERE = re.compile(r"\b(?:come|go) (?:to|round|over to) (?:me|my|see me|us)\b", re.IGNORECASE)
"""Who comes to somebody's home comes along nowhere."""


_CHILD = (
    r"(?:kids?|kiddies?|child(?:ren)?|bab(?:y|ies|e)|toddlers?|newborn|infants?|little (?:ones?|girl|boy|man|lad)|bump"
    r"|(?:\d+|one|two|three|four|five|six|seven|eight) ?(?:month|year|yr|wk|week)s?[ -]?olds?)"
)
_YOUNG = r"(?:son|daughter|boys?|girls?|grandson|granddaughter|niece|nephew)"
_SMALL = r"\b(?:(?:s?he|they)?(?:'?s| is| are|'?re)?|aged?|only)\s*(?:only |just )?"
_SMALL += r"(?:[1-9]|1[0-2]|one|two|three|four|five|six)\b"
_BRINGS = re.compile(
    rf"\b(?:bring|take|come|go|have|brought|fetch)\b.{{0,30}}?\b{_CHILD}\b"
    rf"|\b{_CHILD}\b.{{0,20}}\b(?:come|join|be there|go in)\b"
    rf"|\b(?:bring|take|come with)\b.{{0,20}}?\b{_YOUNG}\b.{{0,12}}?{_SMALL}",
    re.IGNORECASE,
)
_MAY_THEY = re.compile(
    r"\b(?:can|could|may|will|would|is it|are|am i|is there|where|allowed"
    r"|ok(?:ay)? (?:if|to)|do they (?:mind|take|let))\b|\?",
    re.IGNORECASE,
)


def asks_to_bring_a_child(text: str) -> bool:
    """As in "can I bring my little one, she's 2": whether children may come is for the place's listing to say."""
    asks = _MAY_THEY.search(text) is not None and len(text.split()) <= _LONGEST
    return asks and _BRINGS.search(text) is not None and _TO_HERE.search(text) is None


_LONGEST = 20
_OF_THE_CHILD = re.compile(rf"\b{_CHILD}\b(?:.{{0,12}}?{_SMALL})?|\b{_YOUNG}\b.{{0,12}}?{_SMALL}", re.IGNORECASE)


def without_the_child(text: str) -> str:
    """The words without the child and its age: the 2 of "she's 2" is no number of a place."""
    return _OF_THE_CHILD.sub("", text)


def asks_who_may_come(text: str) -> bool:
    return (
        any(shape.search(text) for shape in _ASKS) and _TO_HERE.search(text) is None and not asks_to_bring_a_child(text)
    )
