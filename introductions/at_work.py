"""What somebody who has work asks of it, in the letter to a place that helps people stay in theirs, and to no other.

What may hint at health ("a different chair") is offered with what would help, and stays out until they put it in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from introductions.health_words import names_health
from introductions.model import Fact, Heard
from introductions.private_words import OWN_AFFAIRS
from knowledge.listing import Service
from knowledge.pay import finds_a_job
from knowledge.understanding.asked_of_work import asked_of_work
from knowledge.understanding.troubles_at_work import troubles_at_work

AT_WORK = "at_work"
"""The field of such a fact; its value says whether it is plain and how it reads, its words are theirs."""
KEEPS_A_JOB = "support.in_work_support"
_HAS_WORK = frozenset((KEEPS_A_JOB, "stage.in_work"))
_TELLS = frozenset(("inform", "correct", "nlu_fallback", "who_may_come"))
_MAY_BE_ASKED = ("constraint.", "times.", "support.information_technology")
"""Codes that words asked of work are heard as too: of the place, nobody asked for that."""
_PLAIN, _OFF = "plain", "to come off "
"""Whatever else they said, the shifts that somebody would come off do not suit them."""


def asks_told(intent: str, text: str) -> list[Heard]:
    """None where the words are for a letter, or mean something else altogether."""
    if intent not in _TELLS and not intent.startswith("ask_"):
        return []
    told = [*asked_of_work(text), *troubles_at_work(text)]
    return [Heard(AT_WORK, f"{one.kind} {one.reads}", None, "yes", one.said) for one in told]


def has_work(facts: Sequence[Fact]) -> bool:
    return any(fact.code in _HAS_WORK and fact.polarity == "yes" for fact in facts)


def asked(facts: Sequence[Fact], service: Service, *, plain: bool) -> list[str]:
    """The things as they read in a list; none for a place that has nothing to do with their job. Who finds jobs hears
    what is asked for the body of any: "lighter work".
    """
    keeps = KEEPS_A_JOB in service.support and has_work(facts)
    if not keeps and (plain or not finds_a_job(service)):
        return []
    told = [_told(fact) for fact in facts if fact.field == AT_WORK and fact.polarity == "yes"]
    mine = [(reads, kind == _PLAIN and not names_health(reads)) for kind, reads in told]
    return [reads for reads, is_plain in mine if is_plain is plain and not OWN_AFFAIRS.search(reads)]


def as_told(fact: Fact) -> str:
    """How such a fact reads, for its person."""
    return _told(fact)[1]


def of_the_place(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without needs and times that were words of what they ask of their work."""
    works = has_work(facts)
    asked_for = [fact for fact in facts if fact.field == AT_WORK and (works or as_told(fact).startswith(_OFF))]
    said = {(fact.turn, word) for fact in asked_for for word in _words(fact.words)}
    return [fact for fact in facts if not (_is_need(fact) and _words(fact.words) and _most(fact, said))]


def _most(fact: Fact, said: set[tuple[str, str]]) -> bool:
    words = _words(fact.words)
    return sum((fact.turn, word) in said for word in words) * 2 > len(words)


def _is_need(fact: Fact) -> bool:
    return (fact.code or "").startswith(_MAY_BE_ASKED)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _told(fact: Fact) -> tuple[str, str]:
    kind, _, reads = fact.value.partition(" ")
    return kind, reads
