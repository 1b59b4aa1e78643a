"""Work that somebody does or did, among what they told: in a letter and in what was heard it is nothing they enjoy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from introductions.model import Fact, Heard
from introductions.naming import is_name
from knowledge.understanding.trades import trade

TRADE = "trade"
"""The field of such a fact; its value is the code of the liking that it would be taken for."""


def trades_told(text: str, concepts: Iterable[Heard]) -> list[Heard]:
    """One for each thing of the message that was said as work of theirs."""
    named = [(one, trade(text, one.words)) for one in concepts if _may_be_liked(one) and one.polarity != "no"]
    return [Heard(TRADE, one.value, None, "yes", words) for one, words in named if words]


def is_trade(fact: Fact, facts: Sequence[Fact]) -> bool:
    return any(one.field == TRADE and one.value == fact.code and one.words in fact.words for one in facts)


def work_of(facts: Sequence[Fact]) -> list[tuple[str, str]]:
    """Each code with the words for it; none where they said it in no words that name it ("care home")."""
    standing = {fact.code for fact in facts if fact.code and fact.polarity != "no"}
    told = [fact for fact in facts if fact.field == TRADE and fact.value in standing]
    return [(fact.value, fact.words if is_name(fact.words) else "") for fact in told]


def _may_be_liked(one: Heard) -> bool:
    return (one.code or "").startswith("interest.")
