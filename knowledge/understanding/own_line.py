"""A wish for work in a line that somebody names: "want finance work", "hoping to go back to nursing"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.learnt import is_learnt
from knowledge.understanding.model import Concept

_READY = "stage.ready"
_WISH = r"\b(?:want|wants|wanna|would like|'?d like|need|looking for|hop(?:e|ing) (?:for|to)|keen (?:on|to)|after)\b"
_LINE = r"(?:\s+(?!voluntary|volunteer|unpaid|no|not|help|advice|support|any|social|home|house|school)[\w'-]+){1,3}?"
_WORK_IN_IT = re.compile(
    rf"(?<!n't )(?<!not )(?<!dont ){_WISH}(?:\s+to (?:find|get|do|have))?(?:\s+(?:an?|some|my))?{_LINE}"
    r"\s+(?:work|jobs?|role|position|post)\b(?!\s*(?:shop|coach|experience|group|club|centre|center))",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"(?<!n't )(?<!not )(?<!dont ){_WISH}(?: to)?[^.,;!?]{{0,20}}?"
    r"(?:\b(?:back|return)\s+(?:to|in|into)\s+(?P<line>[\w' -]+)|\bto\s+(?P<again>[\w' -]+?)\s+again\b)",
    re.IGNORECASE,
)


def in_their_line(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with the wish for a job that such words tell; nothing that was said of jobs is overruled."""
    found = _wished(text.replace("’", "'"))
    if found is None or any(one.code == _READY for one in said):
        return list(said)
    start, end = found.span()
    new = Concept(_READY, "yes", start, end, text[start:end])
    return sorted([*said, new], key=lambda one: (one.start, one.end, one.code, one.polarity))


def _wished(text: str) -> re.Match[str] | None:
    found = _WORK_IN_IT.search(text)
    back = None if found else _BACK.search(text)
    line = (back["line"] or back["again"] or "") if back else ""
    return found or (back if is_learnt(line) or (line.split()[:1] == ["teach"]) else None)
