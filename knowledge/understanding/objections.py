"""Whether somebody objects to what they were shown: "i said mornings", "im not a printer", "i cannot stand 4 hours"."""

from __future__ import annotations

import re

from knowledge.own_words import tokens

_REMINDS = re.compile(
    r"\b(?:i|we)\s+(?:already |just |did |have |only |clearly )*(?:said|say|told (?:you|u|ya)|asked for|wrote|wanted"
    r"|put)\b"
    r"|\b(?:you|u|ya|it|this)(?:'?re| are|'?ve| have| r|'?s| is)?\s+(?:keep|kept|forg[eo]t\w*|ignor\w+|not listen\w*"
    r"|(?:did|are|do|does|was|is)(?:n'?t| not) (?:listen\w*|hear|read|understand\w*|tak\w+ (?:it )?in))\b"
    r"|\bnot what i\b|\bhow many times\b",
    re.IGNORECASE,
)
_NO_GOOD = re.compile(
    r"\b(?:no (?:good|use|way)|not (?:any )?(?:good|right|for me|my thing|me)|(?:not|no) (?:on )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|useless|rubbish|wrong|(?:way |much )?too "
    r"(?:far|early|late|long|hard|heavy|loud|big|many|much|busy|dear|expensive|noisy|young|old))\b"
    r"|\b(?:i )?(?:can'?t|cant|cannot|can not|couldn'?t|could not|wouldn'?t|won'?t)\s+(?:do|make|manage|stand|get|go"
    r"|use|afford|lift)\b",
    re.IGNORECASE,
)
_I_AM_NONE = re.compile(
    r"\b(?:i'?m|i am|im|i was)\s+(?:not|never|no)\s+(?:much of )?an?\s+([^.,;:!?\n]+)", re.IGNORECASE
)
_I_CANNOT = re.compile(
    r"\bi\s+(?:really |just |still )*(?:can'?t|cant|cannot|can not|couldn'?t|could not|won'?t|don'?t do"
    r"|dont do)\s+([^.,;:!?\n]+)",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -]?(?:hours?|hrs?)\b", re.IGNORECASE)
_NAMES = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {str(at): name for at, name in enumerate(_NAMES, start=1)}
EVERYDAY = frozenset(
    tokens(
        "able young old year person people really thing stand hour hours time times day days much more full house home "
        "room leave lot long way week place group hands back get got come own love job work"
    )
)
"""Words that say of no place that it is meant."""


_WHY_ME = re.compile(
    r"\b(?:why|how come|what)\b[^.!?\n]{0,15}\b(?:would|should|do|did|must)\s+i\b[^.!?\n]{0,15}"
    r"\b(?:want|need|like|go|bother|care)\b|\bwhat (?:good|use) (?:is|would|are)\b",
    re.IGNORECASE,
)
_WHY_STILL = re.compile(
    r"\bwhy\b(?![^.!?\n]*(?:\b(?:not|never)\b|n't\b))[^.!?\n]{0,50}"
    r"\b(?:(?:still|again|keep|kept)\b|(?:there|here|show\w*|on (?:my|the) list)\b[^.!?\n]*[.!?]+\s*\w)",
    re.IGNORECASE,
)
"""More is said behind a mere "why is it here?"."""
_MOCKS = re.compile(
    r"\b(?:(?:are|r) )?(?:you|u|ya)(?:'?re)? (?:having a (?:laugh|giraffe)|kidding|joking|taking the (?:piss|mick)"
    r"|(?:being |for )?(?:real|serious))\b",
    re.IGNORECASE,
)


def asks_what_for(text: str, before: str = "") -> bool:
    """Whether a question about a place is an objection to it, and no wish for it: "why would i want back care?".

    ``before`` is what stands in front of its name: what another sentence asks is not of it.
    """
    first = max((found.end() for found in _ENDS.finditer(before)), default=0)
    rest = text[first:].replace("’", "'")
    end = next((found.end() for found in _ENDS.finditer(rest) if found.start() >= len(before) - first), len(rest))
    whys = (found for shape in (_WHY_ME, _WHY_STILL) for found in shape.finditer(rest))
    return any(found.start() < end for found in whys) or bool(without_mocking(text))


_ENDS = re.compile(r"[.!?\n]+")


def without_mocking(text: str) -> str:
    """The few words beside "are you having a laugh", by which a place may be meant; empty where it is not said."""
    rest = _MOCKS.sub(" ", text.replace("’", "'"))
    return rest.strip(" ?!.,") if rest != text.replace("’", "'") and len(rest.split()) <= _FEW_BESIDE else ""


_FEW_BESIDE = 5


def objects(text: str) -> bool:
    """Whether it reminds of what was said, or finds a place no good; a mere telling does not."""
    plain = text.replace("’", "'")
    return _REMINDS.search(plain) is not None or _NO_GOOD.search(plain) is not None or _objects_by_asking(plain)


def denied_in(text: str, card: str) -> bool:
    """Whether what they are not, or cannot do, is what a card speaks of; words of everyday are too little for that."""
    theirs = set(tokens(_spelt(card))) - EVERYDAY
    said = [found[1] for shape in (_I_AM_NONE, _I_CANNOT) for found in shape.finditer(text.replace("’", "'"))]
    return any(theirs & set(tokens(_spelt(words))) for words in said)


def _spelt(words: str) -> str:
    """Hours as one word: "4 hours" and "four-hour shifts" are the same."""
    return _HOURS.sub(lambda found: f"{_NUMBERS.get(found[1], found[1].casefold())}hours", words)


def _objects_by_asking(plain: str) -> bool:
    return any(shape.search(plain) for shape in (_WHY_ME, _WHY_STILL, _MOCKS))
