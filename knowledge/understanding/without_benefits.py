"""Who says that they get no benefits has no worry about them, nor has who fears for a job."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_WORRY = "constraint.benefits_worry"
_BENEFITS = r"(?:benefits?|universal credit|uc|pip|esa|jsa|dla|dole)"
_HAS = r"(?:get|got|have|had|been|claim(?:ing|ed)?|receiv(?:e|ing)|getting|on|take|taking)"
_NONE = re.compile(
    rf"\b{_HAS}\s+(?:no|zero|nothing (?:from|in))\s+(?:state |welfare )?{_BENEFITS}\b"
    rf"|\b(?:not|never|don'?t|do not|doesn'?t|haven'?t|ain'?t|without)\s+(?:{_HAS}\s+)*(?:any |on |a )*{_BENEFITS}\b"
    rf"|^\W*no {_BENEFITS}\W*$",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:stop\w*|cut|sanction\w*|los[et]\w*|losing|worr\w+|scared|afraid|took|taken|any ?more|now|yet|until|if"
    r"|appeal\w*|refused|turned down|should|entitled|owed)\b",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r"\bcapability\b", re.IGNORECASE)
_ASSESSED = re.compile(
    r"\b(?:(?:work|limited) capability|lcw\w*|wca|universal credit|uc|esa|dwp|job ?cent(?:re|er)|benefits?|pip)\b",
    re.IGNORECASE,
)
"""The assessment that benefits hang on, which is another "capability" than an employer's."""
_JOB_AT_RISK = re.compile(
    r"\b(?:los(?:e|ing) (?:my|the|this|me) job|sack(?:ed)?(?: me)?|fired|let me go|get rid of me|lay me off)\b",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(r"\b(?:money|claims?|claiming|allowance|credit|payments?|sanction\w*|dole)\b", re.IGNORECASE)
_HELP = frozenset(("support.financial_advice", "support.broader_welfare"))
_NOT_OF_THEM = re.compile(rf"(?:no|not|nah)\W+(?:about |the |my )*{_BENEFITS}", re.IGNORECASE)
"""Who puts us right, "not benefits. my licence", asks for no help with them."""
_CLAUSE = re.compile(r"[^.;!?\n]+")


def without_benefits(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with benefits that somebody says they do not have, or does not speak of, no worry of theirs."""
    plain = text.replace("’", "'")
    of_a_job = _AT_WORK.search(plain) or (_JOB_AT_RISK.search(plain) and not _OF_MONEY.search(plain))
    if of_a_job and not _ASSESSED.search(plain):
        said = [one for one in said if one.code != _WORRY]
    said = [one for one in said if not (one.code in _HELP and _NOT_OF_THEM.fullmatch(one.words))]
    none = [c.span() for c in _CLAUSE.finditer(plain) if _NONE.search(c.group()) and not _BUT.search(c.group())]

    def meant(one: Concept) -> Concept:
        denied = one.code == _WORRY and any(start <= one.start < end for start, end in none)
        return replace(one, polarity="no") if denied else one

    return [meant(one) for one in said]
