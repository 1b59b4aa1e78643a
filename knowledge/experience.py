"""What long experience changes: no basics unasked, and posts for the experienced of a line for nobody of another."""

from __future__ import annotations

import re

from knowledge.aspects import Wants
from knowledge.listing import Service
from knowledge.part import Part, Tally
from knowledge.reasons import Reason

EXPERIENCED = 14.0
MIXED_WITH_BASICS, BASICS, ANOTHER_LINE = 0.8, 0.5, 0.5
BASIC_SUPPORT = frozenset({"support.employability_skills", "support.information_technology"})
_BASIC_WORDS = re.compile(r"\b(basics?|beginners?|first steps|essential skills|functional skills)\b", re.IGNORECASE)
_BRINGS_IT = "constraint.overqualified"


def spared(tally: Tally, said: Wants, service: Service, asked: set[str]) -> Part:
    """Somebody experienced is offered basics only where they ask for them, and then never first."""
    experience = next((entry for entry in said.circumstances if entry.code == _BRINGS_IT), None)
    if experience is None:
        tally.factor *= ANOTHER_LINE if _is_of_another_line(said, service) else 1.0
        return tally.part()
    if experience.code in service.adapts:
        tally.add(EXPERIENCED, Reason("experienced", experience.code, experience.words, "adapts"))
        return tally.part()
    if not is_basic(service):
        return tally.part()
    if set(service.support) & asked - BASIC_SUPPORT and not _BASIC_WORDS.search(f"{service.name} {service.summary}"):
        tally.factor *= MIXED_WITH_BASICS
        return tally.part(basic=service.support[0] in BASIC_SUPPORT)
    if not set(service.support) & asked:
        return tally.part(excluded="too_basic")
    tally.factor *= BASICS
    return tally.part(basic=True)


def is_basic(service: Service) -> bool:
    """CV, interview or computer help, or a course that says of itself that it starts from the beginning."""
    if BASIC_SUPPORT & set(service.support):
        return True
    return "support.training" in service.support and bool(_BASIC_WORDS.search(f"{service.name} {service.summary}"))


def _is_of_another_line(said: Wants, service: Service) -> bool:
    """Whether it has posts for people with experience, and not in what this person named."""
    for_them = service.support[:1] == ("support.job_brokering",) and _BRINGS_IT in service.adapts
    return for_them and bool(said.things) and not said.things & set(service.interests)
