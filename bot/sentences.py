"""Long text in parts that a channel can carry, broken where a reader would breathe."""

from __future__ import annotations

import re

_BREAKS = (re.compile(r"\n\n"), re.compile(r"\n"), re.compile(r"(?<=[.?!…])\s+"), re.compile(r"\s+"))


def split(text: str, longest: int) -> list[str]:
    """Parts of at most ``longest`` characters: at paragraphs, else lines, else sentences, else words. Nothing is lost
    but the white space at the breaks.
    """
    parts = []
    rest = text.strip()
    while len(rest) > longest:
        end = _last_break(rest, longest)
        parts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*parts, rest] if rest else parts


def _last_break(text: str, longest: int) -> int:
    for pattern in _BREAKS:
        ends = [match.start() for match in pattern.finditer(text, 0, longest + 1)]
        if ends and ends[-1] > 0:
            return ends[-1]
    return longest
