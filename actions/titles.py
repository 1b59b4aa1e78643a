"""Titles of buttons: whole words, and no more than the tightest channel holds, so that none is ever cut there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

LONGEST_TITLE = 24
"""Characters a list row's title may have on the tightest channel (WhatsApp)."""
_LEFT_OVER = re.compile(
    r"(?:\s+(?:a|an|the|and|or|of|for|with|in|on|at|to|from|by|who|that|it|your|our|my|has|is|as|but|before|where)"
    r"|\s*[,;:&-])+$",
    re.IGNORECASE,
)
"""Words that ask for another: "Piano hour with"."""


_OF_TOWN = frozenset("the and of in for at & greater central north south east west london lambeth borough city".split())
"""Words that many a place begins with: where nothing else would be left, its last words say which it is."""


def short_title(words: str) -> str:
    """As many whole words as a row holds, up to the first pause where that much is enough."""
    if len(words) <= LONGEST_TITLE:
        return words
    first = words.partition(",")[0]
    kept = first if len(first) <= LONGEST_TITLE else words[: LONGEST_TITLE + 1].rpartition(" ")[0]
    if kept and _OF_TOWN.issuperset(kept.casefold().split()):
        kept = words[-LONGEST_TITLE - 1 :].partition(" ")[2]
    return _LEFT_OVER.sub("", kept or words[:LONGEST_TITLE])


def short_titles(names: Sequence[str]) -> list[str]:
    """A title for each of several, none like another: of names that begin alike, what tells them apart."""
    titles = [short_title(name) for name in names]
    alike = {title: [name for name in dict.fromkeys(names) if short_title(name) == title] for title in titles}
    return [
        _apart(name, alike[title]) if len(alike[title]) > 1 else title
        for name, title in zip(names, titles, strict=True)
    ]


def _apart(name: str, alike: Sequence[str]) -> str:
    """Without the words that all of them begin with; whole where nothing would be left."""
    together = zip(*(one.split() for one in alike), strict=False)
    common = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, together)]
    pause = max((at for at, word in enumerate(common, start=1) if word.endswith(",")), default=len(common))
    rest = " ".join(name.split()[pause:])
    return short_title(rest[:1].upper() + rest[1:]) or short_title(name)
