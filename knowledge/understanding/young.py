"""Whether somebody plainly says that they are under 16: that is not undone, so a mere number is not enough."""

from __future__ import annotations

import re

_NUMBER = r"(?:1[0-5]|ten|eleven|twelve|thirteen|fourteen|fifteen)"
_OLD = r"\s*(?:years?[\s-]*old|yrs?[\s-]*old|yo|y/o|years? of age)"
_END = r"(?=\s*(?:$|[.,!?;](?!\s*\d)|(?:and|n|but|so|tho|though|lol|sorry|btw|actually|really|now)\b(?!\s+\d)))"
_I = r"\b(?:i\s?['’]?\s?a?m)\s+(?:(?:now|only|just|actually|still|really|nearly|a)\s+)*"
_PLAIN = re.compile(
    rf"{_I}(?:{_NUMBER}(?:{_OLD}|{_END})|(?:under|below|not (?:yet|even))\s+(?:16|sixteen)\b)"
    rf"|^\s*{_NUMBER}{_OLD}",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\s*{_NUMBER}(?:{_OLD})?\W*", re.IGNORECASE)
_NOT_SO = re.compile(r"\b(?:if|when|like|think|thinks|thought|says|said|that|pretend|not)\s*$", re.IGNORECASE)


def says_under_16(text: str, asked: str | None) -> bool:
    """Of the writer, in so many words; a bare number only where the talk is of their age."""
    if asked in ("age", "agreed_young") and _BARE.fullmatch(text):
        return True
    return any(not _NOT_SO.search(text[: found.start()]) for found in _PLAIN.finditer(text))
