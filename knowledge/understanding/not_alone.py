"""Somebody would rather not walk in alone: told, asked of a place, or asked of us ("could you come with me")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.model import Concept
from knowledge.understanding.question_form import LONGEST_QUESTION, asks
from knowledge.understanding.scope import Scope

GOING_ALONE = "constraint.going_alone"
_ANOTHER_WAY_ROUND = "constraint.no_groups"
"""What "on my own" is taken for by itself."""
_LEAD = r"^\W*(?:(?:please|pls|ok|okay|and|but|so|oh|hi|well|or|then|actually|i wish|maybe)\b\W*)*"
_OF_US = (
    re.compile(
        r"\b(?:can|could|will|would|wd|wud|cud|are)\s+(?:you|u|ya)\s+(?:\w+\s+){0,3}?"
        r"(?:come|coming|go|going|walk|meet|be|sit)\b(?:\s+\w+){0,4}?\s+(?:with me|there (?:too|as well)"
        r"|me (?:at|there|in|outside|by))\b"
        r"(?!\s+(?:soon|later|through|on|step))",
        re.IGNORECASE,
    ),
    re.compile(_LEAD + r"(?:come|go) (?:along |in |there )?with me\b", re.IGNORECASE),
)
Of = Literal["us", "them"]


def asked_to_come(text: str) -> bool:
    """Whether it is us who are to come along: "could you come with me", "come with me to the meeting"."""
    plain = text.replace("’", "'")
    return len(plain.split()) <= LONGEST_QUESTION and any(shape.search(plain) for shape in _OF_US)


def wants_company(text: str) -> Of | None:
    """Of whom company is asked; None where the message asks for none, or tells of a wish for it in passing."""
    if asked_to_come(text):
        return "us"
    return "them" if asks(text) and going_alone(text) else None


def going_alone(text: str) -> Concept | None:
    """The words in which somebody says that they would rather not walk in alone."""
    text = _MEETS_YOU.sub(r"\g<1> me", text)
    heard = listed_concepts(text, Scope.of(tokens(text)))
    told = (one for one in heard if one.code == GOING_ALONE and one.polarity == "yes")
    return next((one for one in told if not _GOES_ON.search(one.words)), None)


def going_alone_only(text: str) -> bool:
    """Whether a short message tells of that alone: "I don't want to go on my own"."""
    heard = listed_concepts(text, Scope.of(tokens(text)))
    others = [one for one in heard if one.code.startswith(_OF_SOMETHING_ELSE) and one.code not in _AS_MUCH]
    return len(text.split()) <= _FEW and going_alone(text) is not None and not others


_FEW = 16
_AS_MUCH = ("support.social_engagement", "interest.sport_fitness", "health.anxiety", "stage.distant")
"""What its own words are taken for: "walk", "meet", "scared"."""
_OF_SOMETHING_ELSE = ("interest.", "support.", "stage.", "health.", "identity.")


def without_the_opposite(said: Sequence[Concept], listed: Sequence[Concept]) -> list[Concept]:
    """Who would not go "on my own" does not ask to be left alone; the words of that are taken for it all the same. Who
    cannot go on alone speaks of no door.
    """
    said = [one for one in said if one.code != GOING_ALONE or not _GOES_ON.search(one.words)]
    codes = {one.code for one in listed}
    opposite = GOING_ALONE in codes and _ANOTHER_WAY_ROUND not in codes
    return [one for one in said if not (opposite and one.code == _ANOTHER_WAY_ROUND)]


_MEETS_YOU = re.compile(
    r"\b(meet|greet|fetch|collect|let|show|take|bring|walk) (?:you|u|ya)\b(?=\s+(?:at|in|by|outside|off|from"
    r"|round|when)\b)",
    re.IGNORECASE,
)
"""As in "do they meet you at the door", which is asked of whoever goes there."""
_GOES_ON = re.compile(
    r"\bgo(?:ing)?\s+(?:on\b(?!\s+(?:my|me)\s+own\b)|through\s+(?:it|this|that|all)\b)", re.IGNORECASE
)
