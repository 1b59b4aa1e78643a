"""Who would give what others ask for: "mentoring younger engineers" teaches, and asks for no mentor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept, Polarity

TEACHING = "interest.teaching"
_TAUGHT = ("support.coaching_mentoring", "support.training")
"""What the words of giving may have been taken for."""
_CHILDREN = "interest.children"
_ALIKE = (TEACHING, _CHILDREN, "interest.counselling_peer")
"""Likings that say as much."""
_OF_THEM = ("interest.", "constraint.age_worry", "stage.")
"""What the words on those who are taught tell of them, and not of whoever writes."""
_YOUNG = r"ones?|'?uns?|lads?|lasses|girls|boys|youngsters|youths?|kids|children"
_WHOM = (
    rf"(?:{_YOUNG}|people|juniors?|apprentices?|learners?|students?|trainees?|engineers?|nurses|staff|women|men|others|some(?:one|body)"
    r"|beginners|starters|newcomers|colleagues|folks?)"
)
_WHAT_SORT = r"(?:(?:the|some|other|an?|my|them|those|younger|young|junior|newer|new|student|graduate)\s+)*"
_OF_CHILDREN = re.compile(rf"\b(?:{_YOUNG}|young(?:er)? people)\b", re.IGNORECASE)
_NO_NOUN = r"(?<!\bthe )(?<!\bthat )(?<!\byour )(?<!\byouth )"
_GIVES = re.compile(
    rf"{_NO_NOUN}\b(?:mentor|coach|tutor|train|teach|guide|supervise)(?:ing)?\s+(?:of\s+)?{_WHAT_SORT}{_WHOM}\b"
    rf"|\bshow(?:ing)?\s+{_WHAT_SORT}{_WHOM}\s+how\b"
    r"|\b(?:be|become|becoming|am|i'?m|being)\s+(?:the|an?)\s+(?P<role>(?:peer )?mentor|coach|tutor|trainer|teacher)\b"
    r"(?!\s+driv)"
    r"|\b(?:give|giving|do|doing|offer|offering)\s+(?:the|some|a bit of)\s+(?:mentoring|coaching|teaching|tutoring)\b"
    r"|\b(?:teach|train people in)(?:ing)?\s+(?:(?:my|the|a)\s+(?:own\s+)?(?:trade|skills?|craft|job)|what i(?:'ve)?"
    r" (?:know|learn(?:t|ed)|done|did))\b"
    r"|\bpass(?:ing)?\s+(?:on\s+)?(?:my|the)\s+(?:trade|skills?|knowledge|craft|experience|know ?how)(?:\s+on)?\b"
    r"|\bpass(?:ing)?\s+(?:on\s+)?what i(?:'ve)? (?:know|learn(?:t|ed)|done)(?:\s+on)?\b",
    re.IGNORECASE,
)
_WOULD_TEACH = re.compile(
    r"\b(?:want|like|love|hope|able)\s+to\s+(?:teach|mentor|coach)\b(?!\s+(?:myself|me|my\s+(?:kids?|son|daughter|dogs?)))",
    re.IGNORECASE,
)
_GIVES_AS_ASKED = re.compile(
    r"\b(?:teach|mentor|coach|train|show|tutor|pass (?:it|this|that|my \w+|what i know) on)(?:ing)?\s+(?:\w+\s+){0,2}?"
    r"(?:others?|people|young\w*|apprentices?|trainees?|learners?|somebody|someone|kids|lads?|lasses|students?"
    r"|juniors?|how|it|what i know)\b"
    r"|\bthe one\s+(?:who is |that is |who'?s )?(?:giving|doing|teaching|mentoring|showing)\b|\bgiving the\b"
    r"|\bi(?:'d| would| could| can|'ll)?\s+(?:be )?(?:teach|mentor|show|train|coach)(?:ing)?\b"
    r"|\b(?:to|can|could) (?:teach|mentor|train)\b",
    re.IGNORECASE,
)
"""The same where a place is asked for, or of: who asks "anywhere i can teach" would be the one who does."""
_TURNED_DOWN = re.compile(
    r"\b(?:not|never|no|don'?t|cant|can'?t|cannot|won'?t|wouldn'?t|hate)\b"
    r"(?:(?!\b(?:but|though|still)\b)[^.,;!?])*$",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:used to|i was|years ago|i have|i'?ve)\b[^.,;!?]*$", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:want|would|'?d|like|love|could|can|wish|rather)\b[^.,;!?]*$", re.IGNORECASE)


def given(text: str, said: Sequence[Concept]) -> list[Concept]:
    """The concepts with a wish to teach in place of one to be taught, where the words give it."""
    kept = list(said)
    for one in _GIVES.finditer(text):
        inside = [c for c in kept if one.start() <= c.start and c.end <= one.end()]
        alike = [c for c in inside if c.code in _ALIKE and (c.code != _CHILDREN or _OF_CHILDREN.search(one.group()))]
        gone = [c for c in inside if c.code.startswith(_OF_THEM)]
        gone += [c for c in kept if c.code in _TAUGHT and c.start < one.end() and one.start() < c.end]
        kept = [c for c in kept if c not in gone]
        kept += [replace(c, start=one.start(), end=one.end(), words=one.group()) for c in alike]
        side = _side(text[: one.start()])
        if not alike and all(c.code != TEACHING for c in kept):
            part = "role" if one["role"] else 0
            kept.append(Concept(TEACHING, side, one.start(part), one.end(part), one[part]))
    return sorted(kept, key=lambda c: (c.start, c.end))


def gives(text: str, *, asked: bool = False) -> str:
    """What somebody would do for others, "mentor" or "teach"; empty where they wish for nothing of the kind. ``asked``:
    of a question for a place, or about one.
    """
    plain = text.replace("’", "'")
    shapes = (one for shape in (_GIVES, _WOULD_TEACH) for one in shape.finditer(plain))
    wished = next((one for one in shapes if _side(plain[: one.start()]) == "yes"), None)
    wished = wished or (_GIVES_AS_ASKED.search(plain) if asked else None)
    if wished is None:
        return ""
    return "mentor" if "mentor" in wished.group().casefold() else "teach"


def is_of_giving(text: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` stand in a wish to teach."""
    return any(one.start() < end and start < one.end() for one in _GIVES.finditer(text))


def _side(before: str) -> Polarity:
    if _TURNED_DOWN.search(before):
        return "no"
    over = _OVER.search(before) and not _WISHED.search(before)
    return "past" if over else "yes"
