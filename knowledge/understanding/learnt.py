"""Words for work that nobody is called without years of learning it: "nurse", "qualified", "accountant"."""

from __future__ import annotations

import re

_LEARNT = re.compile(
    r"\b(?:accountan\w+|nurs(?:e|es|ing)|midwi\w+|paramedic\w*|doctors?|gp|dentists?|dental \w+|vets?|pharmac\w+"
    r"|therapists?|radiograph\w+|optician\w*|teach(?:er|ers|ing)|head ?teacher\w*|lecturer\w*|tutor\w*|professor\w*"
    r"|electrician\w*|plumber\w*|gas (?:fitter|engineer)\w*|carpent\w+|joiner\w*|bricklay\w+|welder\w*|mechanics?"
    r"|machinist\w*|engineer\w*|architect\w*|surveyor\w*|solicitor\w*|lawyer\w*|barrister\w*|paralegal\w*"
    r"|social workers?|programmer\w*|developer\w*|analyst\w*|auditor\w*|scientist\w*|chemist\w*|librarian\w*"
    r"|journalist\w*|translat\w+|interpret(?:er|ers)|designer\w*|editor\w*|(?:head|pastry) chefs?|bookkeep\w+"
    r"|book keeper\w*|pilots?|qualified)\b",
    re.IGNORECASE,
)


def is_learnt(words: str) -> bool:
    return _LEARNT.search(words) is not None
