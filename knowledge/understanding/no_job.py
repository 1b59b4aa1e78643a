"""Who turns work down as a whole, in a clause that says nothing else: "can't work", "anything but work".

To have none, not to find one, or not to do one kind of it ("no work experience", "can't work nights") is no such no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept

WORK = ("stage.ready", "support.job_brokering")
_WORK = r"(?:an?\s+|any\s+|more\s+|paid\s+|the\s+)*(?:jobs?|work|working|employment)"
_LEAD = (
    r"(?:(?:please|pls|look|listen|ok|okay|well|sorry|and|but|so|no|nah|im retired|i'?m retired|honestly|just"
    r"|(?:as )?i (?:already )?(?:said|told (?:you|u)|say|mean)(?: that)?)\s+)*"
)
_TAIL = (
    r"(?:\s+(?:please|pls|thanks|thank (?:you|u)|ta|for me|me|at all|again|now|right now|just now|at the moment|yet"
    r"|any ?more|either|ever|full stop|mate|stuff|talk|anything|though|tho|like this|with this|this year|i said))*"
)
_NO = r"(?:no|not|never|nah)"
_UNABLE = (
    r"(?:i\s+|we\s+|we'?re\s+|i'?m\s+|i am\s+)*(?:really\s+|just\s+|still\s+)*(?:can'?t|can ?not|couldn'?t|won'?t"
    r"|will not|(?:not|un)\s?able to|not (?:well|fit|up) (?:enough )?to|too \w+ to|never going to|not going to|never)"
    r"(?:\s+(?:ever|really|possibly|go|back|to|do|manage|face|hold down|be|have|get))*"
)
_PUSHED = (
    r"(?:do(?:n'?t| not)|stop|no need to|please stop)\s+(?:\w+\s+)?(?:push\w*|mak\w+|forc\w+|send\w*|get\w*|rush\w*"
    r"|ask\w*|talk\w*|go\w*|bring\w*|mention\w*|show\w*|offer\w*|giv\w+)(?:\s+(?:on|me|us|up|in|into|to|about|for|with))*"
)
_REST = r"(?:anything|everything|something|whatever)\s+(?:but|except|other than|apart from|that is not|thats not)"
_OVER = rf"{_WORK}\s+(?:is|are|isn'?t|aren'?t)\s*(?:not\s+)?(?:for me|my thing|what i want|possible|an option)"
_TURNED_DOWN = re.compile(
    rf"^\W*{_LEAD}(?:{_UNABLE}\s+{_WORK}|{_PUSHED}\s+{_WORK}|{_REST}\s+{_WORK})(?P<tail>{_TAIL})\W*$", re.IGNORECASE
)
_PLAIN_NO = re.compile(rf"^\W*{_LEAD}(?:{_NO}\s+{_WORK})(?P<tail>{_TAIL})\W*$", re.IGNORECASE)
_NOT_FOR_ME = re.compile(rf"^\W*{_LEAD}{_OVER}{_TAIL}\W*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.,;!?\n]+")
_ASKED_FOR = ("hopes",)
"""Where "no job" is no report of having none."""


def turned_down_at(text: str, asked: str | None) -> tuple[int, int] | None:
    """Where the clause stands in which all work is turned down; None where none is."""
    plain = text.replace("’", "'")
    return next((c.span() for c in _CLAUSE.finditer(plain) if _turns_down(c.group(), asked)), None)


def _turns_down(clause: str, asked: str | None) -> bool:
    words = clause.strip()
    if _TURNED_DOWN.match(words):
        return True
    if _NOT_FOR_ME.match(words):
        return re.search(r"\bnot\b|n'?t\b", words, re.IGNORECASE) is not None
    plain = _PLAIN_NO.match(words)
    return plain is not None and (bool(plain["tail"].strip()) or asked in _ASKED_FOR)


def without_a_job(text: str, said: Sequence[Concept], asked: str | None) -> list[Concept]:
    """``said``, with a wish for a job as a no where work is turned down."""
    at = turned_down_at(text, asked)
    if at is None or any(one.code in WORK and one.polarity == "yes" and not _inside(one, at) for one in said):
        return list(said)
    start, end = at
    denied = [Concept(code, "no", start, end, text[start:end].strip()) for code in WORK]
    kept = [one for one in said if one.code not in WORK]
    return sorted([*kept, *denied], key=lambda one: (one.start, one.end, one.code, one.polarity))


def without_pieces(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, without jobs that a trade does for somebody, and none to be had: "pricing jobs up"; and who turns down
    a class in one thing turns down no other class: "no CV class".
    """
    return [one for one in said if not (one.code in WORK and _is_a_piece(text, one)) and not _is_a_class_in(one, said)]


def _is_a_class_in(one: Concept, said: Sequence[Concept]) -> bool:
    """Whether it is the class of another thing turned down right before it."""
    if (one.code, one.polarity) != ("support.training", "no") or not _CLASS.fullmatch(one.words):
        return False
    return any(it.polarity == "no" and it.code != one.code and 0 < one.start - it.end <= 1 for it in said)


_CLASS = re.compile(r"(?:class|course|workshop|lesson|session)(?:es|s)?", re.IGNORECASE)


def _is_a_piece(text: str, one: Concept) -> bool:
    return _JOB.match(one.words) is not None and _PIECES.search(text[: one.start]) is not None


_JOB = re.compile(r"\W*jobs?\b", re.IGNORECASE)
_PIECES = re.compile(
    r"\b(?:(?:pric|quot|estimat|cost|measur|survey)\w*(?: up)?|odd|house(?:hold)?|diy)\s+$", re.IGNORECASE
)


def _inside(one: Concept, at: tuple[int, int]) -> bool:
    return at[0] <= one.start < at[1]
