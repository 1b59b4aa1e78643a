"""Who would give what others ask for: "mentoring younger engineers" teaches, and asks for no mentor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept, Polarity

TEACHING = "interest.teaching"
_TAUGHT = ("support.coaching_mentoring", "support.training")
"""What the words of giving may have been taken for."""
_ALIKE = (TEACHING, "interest.children", "interest.counselling_peer")
"""Likings that say as much."""
_OF_THEM = ("interest.", "constraint.age_worry", "stage.")
"""What the words on those who are taught tell of them, and not of whoever writes."""
_WHOM = (
    r"(?:people|ones?|'?uns?|lads?|lasses|girls|boys|youngsters|youths?|juniors?|apprentices?|learners?|students?"
    r"|trainees?|engineers?|nurses|staff|kids|children|women|men|others|beginners|starters|newcomers|colleagues|folks?)"
)
_WHAT_SORT = r"(?:(?:the|some|other|an?|my|them|those|younger|young|junior|newer|new|student|graduate)\s+)*"
_NO_NOUN = r"(?<!\bthe )(?<!\bthat )(?<!\byour )(?<!\byouth )"
_GIVES = re.compile(
    rf"{_NO_NOUN}\b(?:mentor|coach|tutor|train|teach|guide|supervise)(?:ing)?\s+(?:of\s+)?{_WHAT_SORT}{_WHOM}\b"
    rf"|\bshow(?:ing)?\s+{_WHAT_SORT}{_WHOM}\s+how\b"
    r"|\b(?:be|become|becoming|am|i'?m|being)\s+(?:the|an?)\s+(?:mentor|coach|tutor|trainer|peer mentor|teacher)\b(?!\s+driv)"
    r"|\b(?:give|giving|do|doing|offer|offering)\s+(?:the|some|a bit of)\s+(?:mentoring|coaching|teaching|tutoring)\b"
    r"|\bpass(?:ing)?\s+(?:on\s+)?(?:my|the)\s+(?:trade|skills?|knowledge|craft|experience|know ?how)(?:\s+on)?\b"
    r"|\bpass(?:ing)?\s+(?:on\s+)?what i(?:'ve)? (?:know|learn(?:t|ed)|done)(?:\s+on)?\b",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"\b(?:not|never|no|don'?t|cant|can'?t|cannot|won'?t|wouldn'?t|hate)\b[^.,;!?]*$", re.IGNORECASE
)
_OVER = re.compile(r"\b(?:used to|i was|years ago|i have|i'?ve)\b[^.,;!?]*$", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:want|would|'?d|like|love|could|can|wish|rather)\b[^.,;!?]*$", re.IGNORECASE)


def given(text: str, said: Sequence[Concept]) -> list[Concept]:
    """The concepts with a wish to teach in place of one to be taught, where the words give it."""
    kept = list(said)
    for one in _GIVES.finditer(text):
        inside = [c for c in kept if one.start() <= c.start and c.end <= one.end()]
        gone = [c for c in inside if c.code.startswith(_OF_THEM) and c.code not in _ALIKE]
        gone += [c for c in kept if c.code in _TAUGHT and c.start < one.end() and one.start() < c.end]
        kept = [c for c in kept if c not in gone]
        side = _side(text[: one.start()])
        if not any(c.code == TEACHING or (c.code in _ALIKE and c in inside) for c in kept):
            kept.append(Concept(TEACHING, side, one.start(), one.end(), one.group()))
    return sorted(kept, key=lambda c: (c.start, c.end))


def _side(before: str) -> Polarity:
    if _TURNED_DOWN.search(before):
        return "no"
    over = _OVER.search(before) and not _WISHED.search(before)
    return "past" if over else "yes"
