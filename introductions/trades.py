"""Work that somebody does or did, among what they told: in a letter and in what was heard it is nothing they enjoy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from introductions.model import Fact, Heard
from introductions.naming import does, is_name
from knowledge.understanding.trades import trade

TRADE = "trade"
"""The field of such a fact; its value is the code of the liking that it would be taken for, and the words."""


def trades_told(text: str, concepts: Iterable[Heard]) -> list[Heard]:
    """One for each thing of the message that was said as work of theirs."""
    named = [(one, trade(text, one.words)) for one in concepts if _may_be_liked(one) and one.polarity != "no"]
    return [Heard(TRADE, f"{one.value} {words}", None, "yes", words) for one, words in named if words]


def is_trade(fact: Fact, facts: Sequence[Fact]) -> bool:
    return is_work(fact) or any(
        one.field == TRADE and _code(one) == fact.code and (one.words in fact.words or fact.words in one.words)
        for one in facts
    )


_LINES_OF_WORK = frozenset(
    f"interest.{key}"
    for key in (
        "office",
        "finance",
        "care_support",
        "cleaning",
        "security",
        "cars_driving",
        "warehouse_logistics",
        "retail",
        "hospitality",
    )
)
"""Things that people do for a living, and few for the joy of it."""
_OCCUPATION = re.compile(
    r"\b(?:lady|man|woman|nurse|chef|cook|clerk|maid|guard|analyst|assistant|\w{3,}(?:er|or|ist|ian))$", re.IGNORECASE
)


def is_work(fact: Fact) -> bool:
    """Work by what it is, in words that say that they do it or did: "clean offices", a "dinner lady" once."""
    if not (fact.code or "").startswith("interest.") or fact.polarity == "no":
        return False
    if fact.code in _LINES_OF_WORK and fact.polarity == "past":
        return True
    if not is_name(fact.words):
        return False
    if fact.polarity == "past" and _OCCUPATION.search(fact.words):
        return True
    return fact.code in _LINES_OF_WORK and does(fact.words)


_WORKPLACES = frozenset("warehouse factory office hospital ward shop kitchen site".split())


def is_workplace(fact: Fact) -> bool:
    """Where people work by name alone: nobody is said to enjoy "warehouse"."""
    return fact.code in _LINES_OF_WORK and fact.words.casefold() in _WORKPLACES


def as_work(words: str) -> str:
    """As it stands among work: "warehouse work"."""
    return f"{words} work" if words.casefold() in _WORKPLACES else words


def work_of(facts: Sequence[Fact]) -> list[tuple[str, str]]:
    """Each code with the words for it; none where they said it in no words that name it ("care home")."""
    standing = {fact.code for fact in facts if fact.code and fact.polarity != "no"}
    told = [fact for fact in facts if fact.field == TRADE and _code(fact) in standing]
    named = [(_code(fact), fact.words) for fact in told if _names(fact.words)]
    codes = {code for code, _ in named}
    named += [
        (fact.code or "", fact.words if _names(fact.words) else "")
        for fact in facts
        if is_work(fact) and fact.code not in codes
    ]
    unnamed = [(_code(fact), "") for fact in told]
    return [*named, *(one for one in dict.fromkeys(unnamed) if one[0] not in dict(named))]


def _names(words: str) -> bool:
    return is_name(words) or words.casefold() in _WORKPLACES


def _code(fact: Fact) -> str:
    return fact.value.partition(" ")[0]


def _may_be_liked(one: Heard) -> bool:
    return (one.code or "").startswith("interest.")
