"""How far somebody is tied to home: who cannot leave another alone is, whom home only suits best is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_HOME, _CARES = "constraint.own_home", "constraint.caring"
_NOT_LEFT = re.compile(
    r"(?:(?P<self>\bi)\s+)?\b(?:can'?t|can ?not|(?:could|must|should)(?:n'?t| not)|not safe to)\s+"
    r"(?:really |ever |even )?(?:be (?:left|alone|on (?:his|her|their) own|by (?:him|her|them)sel\w+)\b"
    r"|leave\s+(?:him|her|them|(?:my )?\w+)\s+(?:alone|for long|at all|on (?:his|her|their) own"
    r"|by (?:him|her|them)sel\w+|at home|in the (?:house|flat))\b)",
    re.IGNORECASE,
)


_IDEALLY = re.compile(r"\b(?:ideally|preferably|for preference)\b[\w\s,']{0,12}$", re.IGNORECASE)
_IF_POSSIBLE = re.compile(r"^[\s,]{0,2}(?:ideally|preferably|for preference|if possible|if i can)\b", re.IGNORECASE)


def tied_to_home(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with what "he cannot be left" tells of the person who says it, and "ideally" beside "from home"."""
    said = [_as_wished(text, one) if one.code == _HOME else one for one in said]
    found = _NOT_LEFT.search(text.replace("’", "'"))
    if found is None or (found["self"] and not re.search(r"\bleave\b", found.group(), re.IGNORECASE)):
        return list(said)
    told = {one.code for one in said}
    start, end = found.span()
    new = [Concept(code, "yes", start, end, text[start:end]) for code in (_CARES, _HOME) if code not in told]
    return sorted([*said, *new], key=lambda one: (one.start, one.end, one.code, one.polarity))


_OF_HOME = re.compile(
    r"\b(?:home|house|flat|out|outside|leav\w*|left|indoors|online|remote\w*|zoom|video|visit\w*|\w*bound)\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[.,;!?\n]|\b(?:but|and|so|because|cos)\b")


def _as_wished(text: str, one: Concept) -> Concept:
    if not _OF_HOME.search(one.words):  # a word that says how, of "i dont really go out": all of what is said counts
        starts = [found.end() for found in _CLAUSE_ENDS.finditer(text, 0, one.start)]
        ends = _CLAUSE_ENDS.search(text, one.end)
        start, end = starts[-1] if starts else 0, ends.start() if ends else len(text)
        one = replace(one, start=start, end=end, words=text[start:end].strip())
    before, after = _IDEALLY.search(text[: one.start]), _IF_POSSIBLE.search(text[one.end :])
    start = before.start() if before else one.start
    end = one.end + after.end() if after else one.end
    return replace(one, start=start, end=end, words=text[start:end])
