"""Places of a kind are wished for: "show an actual plastering thing", "anything where i would be the one mentoring"."""

from __future__ import annotations

import re

from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.giving import TEACHING, gives
from knowledge.understanding.model import Concept
from knowledge.understanding.negative_questions import asked_plainly
from knowledge.understanding.question_form import OPENS, pieces, without_opening
from knowledge.understanding.scope import Scope

_SHOW = re.compile(
    r"^\W*(?:can you |could you |please |pls |just |but |so |ok |no |now )*(?:show|find|give|get)\s+(?:me\s+|us\s+)?"
    r"(?:an?|some|any|more|the|something|anything|actual|real|proper|only)\b"
    r"(?!\s+(?:other|others|rest|first|second|third|last|letter|more)\b)",
    re.IGNORECASE,
)
_IS_THERE = re.compile(
    r"\b(?:is|are) there (?:no|any|an?|some)\b|\b(?:have|got|know|do|does|is|any)\b.{0,20}\b(?:any|some)\s?(?:thing"
    r"|where|one|body|place)s?\b"
    r"|^\W*(?:any|some)\s?(?:thing|where|one|place)s?\b|\b(?:who|which places?|what places?) (?:wants?|needs?"
    r"|takes?)\b",
    re.IGNORECASE,
)
_TEACHES = re.compile(r"\b(?:teach|mentor|tutor|coach)(?:ing|er|s)?\b", re.IGNORECASE)
_TEACHING = re.compile(r"\bteaching\b(?! me\b)", re.IGNORECASE)
"""Who asks for a mentor, or for coaching, would have it, and not give it."""
_LOOKS = re.compile(OPENS + r"(?:got|have|any|some)", re.IGNORECASE)
_OF_THEM = re.compile(OPENS + r"(?:do|does|would|will|are|is)\s+(?:they|it|this|that)\b", re.IGNORECASE)


def asks_for_kind(text: str) -> bool:
    """Whether places of a named kind are to be shown, or such where they would teach what they know."""
    return any(
        _shows(piece.text) or ((piece.asks or _LOOKS.match(piece.text)) and _is_there(piece.text))
        for piece in pieces(asked_plainly(text))
    )


def kinds_asked(text: str) -> list[Concept]:
    """The things named in it, as codes of likings with the words for them; to teach others among them."""
    asked = [piece.text for piece in pieces(asked_plainly(text)) if _shows(piece.text) or _is_there(piece.text)]
    named = [one for words in asked for one in _likings(words) if not _TEACHES.search(one.words)]
    kinds = {one.code: one for one in named if one.code != TEACHING}
    if _gives(text) or any(_TEACHING.search(words) for words in asked):
        kinds[TEACHING] = Concept(TEACHING, "yes", 0, 0, "")
    return list(kinds.values())


def _gives(text: str) -> bool:
    return any(gives(piece.text, asked=True) for piece in pieces(text) if not _shows(piece.text))


def _shows(words: str) -> bool:
    return _SHOW.match(words) is not None and bool(_likings(words) or _TEACHING.search(words))


def _is_there(words: str) -> bool:
    if _OF_THEM.match(words):
        return False
    return _IS_THERE.search(without_opening(words)) is not None and bool(gives(words, asked=True))


def _likings(words: str) -> list[Concept]:
    heard = listed_concepts(words, Scope.of(tokens(words)))
    return [one for one in heard if one.code.startswith("interest.") and one.polarity == "yes"]
