"""Whether a language is wished for to talk in, or a place among people who speak it: "have somali place?"."""

from __future__ import annotations

import re

_PLAINLY = re.compile(
    r"\b(?:you|u|ya|it|this|that|me|us)\b[^.?!]{0,20}\b(?:speak|talk|write|read|reply|answer|understand|translate|say)\b"
    r"|\b(?:speak|talk|write|reply|answer|this|it|chat)\b[^.?!]{0,12}\bin\b|^\W*(?:in\s+)?[^\W\d_]+\W*(?:please|pls)?\W*$",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"\b(?:places?|groups?|clubs?|cent(?:re|er)s?|communit(?:y|ies)|associations?|speakers|people|women|men|mums|ladies"
    r"|elders|class(?:es)?|lessons?|courses?|cafes?|shops?|restaurants?|church|mosque|choir|food|there|somewhere|anywhere"
    r"|something|anything|where)\b",
    re.IGNORECASE,
)


def wishes_for_language(text: str) -> bool:
    """As in "can u speak somali", "in somali please"; a name alone may be one."""
    return _PLAINLY.search(text) is not None


def names_places(text: str) -> bool:
    """Whether places, or people to be among, are spoken of."""
    return _PLACES.search(text) is not None
