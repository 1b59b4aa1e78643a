"""Who pays what: a price that hangs on work, on a benefit or on something else, for what somebody says of themselves.

Nothing is worked out of any benefit. What a place charges is its own to say; only its own words are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Terms = Literal["named", "by_work", "by_other", "same", "free"]
_BENEFITS = (
    ("PIP", r"pip|personal independence payments?"),
    ("Universal Credit", r"uc|universal credit"),
    ("ESA", r"esa|employment support allowance"),
    ("DLA", r"dla|disability living allowance"),
    ("JSA", r"jsa|job ?seekers? allowance"),
    ("Carer's Allowance", r"carer'?s'? allowance"),
    ("Pension Credit", r"pension credit"),
    ("benefits", r"benefits?|the dole|the social"),
)
_WORKS = re.compile(r"\b(?:work|working|employed|unemployed|job|wages?|earners?)\b", re.IGNORECASE)
_HANGS = re.compile(
    r"\b(?:if|else|unless|otherwise|others|low(?:er)? incomes?|on benefits?|members?|concessions?"
    r"|students?|pay what you can"
    r"|as you can|out of work)\b",
    re.IGNORECASE,
)
_OUT_OF_WORK = re.compile(
    r"\b(?:(?:not|never|don'?t|dont|can'?t|cant|cannot) (?:\w+ )?(?:work|working)|out of work|unemployed"
    r"|no job|no work|jobless"
    r"|lost my job|retired|haven'?t (?:got )?(?:a job|worked)|between jobs)\b",
    re.IGNORECASE,
)
_IN_WORK = re.compile(
    r"\b(?:i(?:'m| am|m)? (?:do |still |also )*(?:work|working|employed)|i(?:'ve| have|ve)? (?:got )?(?:a|my) job"
    r"|my (?:work|job|boss|shifts?))\b",
    re.IGNORECASE,
)
_FREE = re.compile(r"^\W*(?:free|no charge)\b", re.IGNORECASE)


def benefit_named(text: str) -> str:
    """As it is called; empty where none is named."""
    return next((name for name, words in _BENEFITS if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)), "")


def terms(cost: str, benefit: str) -> Terms:
    """What a price, in its place's own words, hangs on for somebody who has that benefit."""
    if benefit and benefit_named(cost) == benefit:
        return "named"
    if not _HANGS.search(cost):
        return "free" if _FREE.match(cost) or not cost.strip() else "same"
    return "by_work" if _WORKS.search(cost) else "by_other"


def works(told: Iterable[str]) -> bool | None:
    """Whether somebody has work, by their own words, the newest last; None where they tell neither."""
    said = None
    for words in told:
        if _OUT_OF_WORK.search(words):
            said = False
        elif _IN_WORK.search(words):
            said = True
    return said
