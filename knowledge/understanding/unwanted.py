"""What is to stay out of a letter, where no verb of writing says so: "i not want job", "no job", "bin the pigeons"."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.scope import Scope

_LEAD = (
    r"^\W*(?:(?:lol|haha|no|nah|nope|oh|ok|okay|and|also|then|just|please|pls|plz|actually|sorry|mate|yeah|yes|but|so|abeg"
    r"|(?:can|could|would) (?:you|u)|(?:you|u) can|better|maybe|again|why)\b[\s,.!?]*)*"
)
THROWN = (
    r"(?:bin|ditch|lose|drop|dump|axe|erase|chuck(?: out)?|throw (?:out|away)|strike(?: out)?|cross (?:out|off)|kill)"
)
"""As people say it of words in a letter."""
_THROWN = re.compile(
    _LEAD + THROWN + r"\s+(?!(?:it|me|us|in|by|off|weight|out|hope|touch|everything|all)\b)(?P<words>.+)$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"[\s,]+(?:(?:that|it|they|those|which)\s+(?:was|were|is|are)\b|(?:that|it)['’]?s\b|(?:be)?cos\b|because\b|coz\b).*$",
    re.IGNORECASE,
)
_THING = r"(?P<words>[^\W\d_][\w'’-]*(?:\s+[\w'’-]+){0,3}?)"
_END = (
    r"(?:\s+(?:nobody|anybody|no ?one|any ?one|in (?:it|there|this|the letter|my letter)|any ?more|now|at all|please"
    r"|pls|thanks|yet))*\W*$"
)
_LITTLE = r"(?:(?:any|a|an|the|my|about|no|of|say|put|tell|mention|write|have|see|show|them|people|anyone)\s+)*"
_NOT_WISHED = re.compile(
    _LEAD + r"(?:(?:i|me|we|mi|abeg i|a)\s+)?(?:really\s+)?"
    r"(?:do\s+not|don['’]?t|dont|didn['’]?t|not|no|never|nah|nuh|na|neva|nor|naw)\s+(?:really\s+)?"
    rf"(?:want|wanna|wanted|wan|waan|wah|need)\s+(?:to\s+|fi\s+)?"
    rf"(?P<says>say|put|tell|mention|write|show)?\s*{_LITTLE}{_THING}{_END}",
    re.IGNORECASE,
)
_NOT = re.compile(rf"{_LEAD}\b(?:no|not|without)\s+{_LITTLE}{_THING}{_END}", re.IGNORECASE)
_LINES = re.compile(r"^(?:health|jobs?|work|trade|hobb(?:y|ies)|name of my illness)$", re.IGNORECASE)
_HOPES, _THINGS = ("support.", "stage."), ("interest.", "support.", "stage.")


_ONLY = re.compile(r"\s+(?:just|only|but|though|i)\b", re.IGNORECASE)
"""Behind it stands what is wished for: "i dont want a job just company"."""


class Unwanted(NamedTuple):
    """``untrue``: what they do not wish for at all, in this letter or any other."""

    words: str
    untrue: bool = False


def thrown_out(text: str) -> str | None:
    """As in "lose the bit on gardening"; without the reason that follows it."""
    found = _THROWN.search(text)
    return without_reason(found["words"]) if found else None


def without_reason(words: str) -> str:
    """As in "the pigeons that was a joke"; all of it, where nothing is named before."""
    left = _REASON.sub("", words)
    return left if re.sub(r"\b(?:the|that|this|bit|part|line|one|a)\b|\W", "", left, flags=re.IGNORECASE) else words


def unwanted(text: str) -> Unwanted | None:
    """Only of things that a letter may name: who wants no calls, or not to wait, tells us something else."""
    found = _NOT_WISHED.search(text) or _NOT.search(text)
    if found is None:
        return None
    words = _ONLY.split(found["words"])[0].strip()
    codes = {one.code for one in listed_concepts(words, Scope.of(tokens(words)))}
    if not (_LINES.match(words) or (codes and all(code.startswith(_THINGS) for code in codes))):
        return None
    says = bool(found.groupdict().get("says"))
    named = bool(_LINES.match(words) and words.casefold() in _HOPED) or _GIVES.match(words) is not None
    hopes = named or any(code.startswith(_HOPES) for code in codes)
    return Unwanted(words, untrue=hopes and not says)


_GIVES = re.compile(r"(?:teach|mentor|coach|train|tutor)\b", re.IGNORECASE)
_HOPED = ("job", "jobs", "work")
