"""Work that somebody does or did, among what they told: in a letter and in what was heard it is nothing they enjoy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from introductions.model import Fact, Heard
from introductions.naming import as_liking, does, is_bare_verb, is_name
from introductions.trade_parts import parts_of
from knowledge.understanding.trade_standing import with_standing
from knowledge.understanding.trades import trade

TRADE = "trade"
"""The field of such a fact; its value is the code of the liking that it would be taken for, and the words with what was
said of their standing in it.
"""


class Work(NamedTuple):
    """``words`` name it, ``reads`` as it stands in a list; both empty where no words of theirs name it."""

    code: str
    words: str
    reads: str


def trades_told(text: str, concepts: Iterable[Heard]) -> list[Heard]:
    """One for each thing of the message that was said as work of theirs, or is work by what it is."""
    named = [
        (one, trade(text, one.words) or (one.words if _is_work_by_itself(text, one) else None))
        for one in concepts
        if _may_be_liked(one) and one.polarity != "no"
    ]
    told: list[Heard] = []
    for one, words in named:
        standing = with_standing(text, words or "")
        years = standing.rpartition(" for ")[2]
        once = words if any(other.value.endswith(years) for other in told) else standing
        parts = "" if any(other.words == words for other in told) else parts_of(text, words or "")
        more = f" ({parts})" if parts else ""
        told += [Heard(TRADE, f"{one.value} {once}{more}", None, "yes", words)] if words else []
    return told


def _is_work_by_itself(text: str, one: Heard) -> bool:
    if not _names(one.words):
        return False
    return (
        is_work(one) or _is_who_they_are(text, one) or bool(_OCCUPATION.search(one.words) and parts_of(text, one.words))
    )


def _is_who_they_are(text: str, one: Heard) -> bool:
    """Whether a trade stands by itself among other things that they are: "lee. 41. bus driver. got bipolar"."""
    if one.code not in _LINES_OF_WORK or not _OCCUPATION.search(one.words):
        return False
    alone = re.search(rf"(?:^|[.,;!\n]\s*)(?:an?\s+)?{re.escape(one.words)}\s*(?=$|[.,;!\n])", text, re.IGNORECASE)
    return alone is not None and len(_PIECE.findall(text)) > 1


_PIECE = re.compile(r"[^.,;!\n]*\w[^.,;!\n]*")


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


def is_work(fact: Fact | Heard) -> bool:
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


_WORKPLACE = re.compile(
    rf"(?:^|\s)(?:{'|'.join(_WORKPLACES)}|hotel|restaurant|cafe|pub|bar|bank|school|nursery|care home|salon|garage"
    r"|depot|supermarket|call centre|farm)$",
    re.IGNORECASE,
)


def is_workplace(fact: Fact) -> bool:
    """Where people work by name alone: nobody is said to enjoy "warehouse"."""
    return fact.code in _LINES_OF_WORK and fact.words.casefold() in _WORKPLACES


def as_work(words: str) -> str:
    """As it stands among work: "warehouse work"."""
    place = _WORKPLACE.search(words) is not None
    return f"{words} work" if place else words


def work_of(facts: Sequence[Fact]) -> list[Work]:
    """Each thing once, by the words that say most of it."""
    standing = {fact.code for fact in facts if fact.code and fact.polarity != "no"}
    told = [fact for fact in facts if fact.field == TRADE and _code(fact) in standing]
    named = [Work(_code(fact), fact.words, _reads(fact)) for fact in told if _names(fact.words)]
    codes = {one.code for one in named}
    named += [
        Work(fact.code or "", fact.words, as_work(as_liking(fact.words)))
        if _names(fact.words)
        else Work(fact.code or "", "", "")
        for fact in facts
        if is_work(fact) and fact.code not in codes
    ]
    most = [one for one in named if not any(_holds(other, one) for other in named)]
    unnamed = dict.fromkeys(_code(fact) for fact in told if not _names(fact.words))
    return [*most, *(Work(code, "", "") for code in unnamed if code not in {one.code for one in most})]


def _reads(fact: Fact) -> str:
    """With what they said of their standing; its value holds that behind the code."""
    more = fact.value.partition(" ")[2]
    rank, _, years = more.partition(fact.words)
    return f"{rank}{as_work(as_liking(fact.words))}{years}"


def _holds(one: Work, other: Work) -> bool:
    return one.reads != other.reads and bool(other.reads) and _as_one(other.reads) in _as_one(one.reads)


def _as_one(reads: str) -> str:
    """Whether one or several are named it is the same work: "pharmacists" and "pharmacist for twenty years"; and a
    worker there does it: "nursery work" and "nursery worker".
    """
    reads = re.sub(r"\bworkers?\b", "work", reads, flags=re.IGNORECASE)
    one = re.sub(r"(?<=[a-z]{3})s\b", "", reads.casefold())
    return f" {one} "


def _names(words: str) -> bool:
    return (is_name(words) and not is_bare_verb(words)) or words.casefold() in _WORKPLACES


def _code(fact: Fact) -> str:
    return fact.value.partition(" ")[0]


def _may_be_liked(one: Heard) -> bool:
    return (one.code or "").startswith("interest.")
