"""Titles of buttons: whole words, and no more than the tightest channel holds, so that none is ever cut there."""

from __future__ import annotations

import re

LONGEST_TITLE = 24
"""Characters a list row's title may have on the tightest channel (WhatsApp)."""
_LEFT_OVER = re.compile(
    r"(?:\s+(?:a|an|the|and|or|of|for|with|in|on|at|to|from|by|who|that|it|your|our|my|has|is|as|but|before|where)"
    r"|\s*[,;:&-])+$",
    re.IGNORECASE,
)
"""Words that ask for another: "Piano hour with"."""


def short_title(words: str) -> str:
    """As many whole words as a row holds, up to the first pause where that much is enough."""
    if len(words) <= LONGEST_TITLE:
        return words
    first = words.partition(",")[0]
    kept = first if len(first) <= LONGEST_TITLE else words[: LONGEST_TITLE + 1].rpartition(" ")[0]
    return _LEFT_OVER.sub("", kept or words[:LONGEST_TITLE])
