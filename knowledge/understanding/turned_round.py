"""What has the words of one thing and says another: "im not rdy for work", "to get out the house", "kids are big"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_READY, _JOB, _HOME, _CHILDREN, _NOON = (
    "stage.ready",
    "support.job_brokering",
    "constraint.own_home",
    "constraint.childcare",
    "constraint.not_mornings",
)
_NO_WORK = re.compile(
    r"\b(?:not|nt|never|ain'?t|isn'?t|nowhere near|far from)\s+(?:yet\s+|really\s+|quite\s+)?"
    r"(?:ready|rdy|able|fit|well enough|up)\s+(?:for|to)\s+(?:any\s+|a\s+|full time\s+)?(?:work|jobs?|working)\b"
    r"|\b(?:not|nt|never|ain'?t|isn'?t|nowhere near|far from)\s+(?:yet\s+|really\s+|quite\s+)?(?:ready|rdy"
    r"|able|fit|well enough)"
    r"\s+to\s+(?:go|get|be)\s+back\s+(?:to|on|into|in|at)\s+(?:\w+\s+)?(?:work|site|a job|my job|the tools"
    r"|shifts?|the office)\b"
    r"|\b(?:don'?t|dnt|do not|never|didn'?t|did not)\s+(?:want|need|ask for|say)\s+(?:to\s+)?(?:a\s+|any\s+)?"
    r"(?:jobs?|work)\b"
    r"|\bno\s+jobs?\b(?=\W*(?:$|[.,!?]|i\b|please\b))",
    re.IGNORECASE,
)
_OUT = re.compile(r"\b(?:get|getting|go|going|be|being)\s+out\b|\bnot\s+(?:house|home|bed)\s?bound\b", re.IGNORECASE)
_CANNOT = re.compile(
    r"\b(?:can'?t|cannot|cant|cyan|hard|hardly|barely|rarely|never|don'?t|dnt|do not|struggle\w*|scared|afraid|unable"
    r"|without|stopped|not been)\b",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\b(?:dead|done|done in|finished|knackered|exhausted|tired|wiped out|wiped|no good)\s+(?:by|after|from)\s+\d"
    r"|\bby\s+\d[\w:]*(?:\s*o'?clock)?\s+(?:i'?m|i am|im)\s+(?:dead|done|finished|knackered|exhausted|tired|wiped)\b",
    re.IGNORECASE,
)
"""Whose day ends early has no afternoons, though an hour of one is named."""
_CLAUSE = re.compile(r"[.,;!?\n]")
_GROWN = re.compile(
    r"\b(?:children|childrens|kids|child|son|daughter|boys|girls|they)\b[^.,;!?]{0,12}\b(?:big|grown|older|adults?)\b",
    re.IGNORECASE,
)


_TURNS = r"(?:but|just|only|though|because|cos|so|i|if|unless|instead|rather|would)"
_NONE_OF = re.compile(
    r"\b(?:don'?t|do not|never|didn'?t|did not|won'?t|wouldn'?t)\s+(?:really\s+)?(?:need|want|like|fancy|enjoy)\b"
    rf"(?:(?!\b{_TURNS}\b)[^.;!?])*?\bor\b(?:(?!\b{_TURNS}\b)[^.,;!?])*(?!.{{0,20}}\bwould\b)",
    re.IGNORECASE,
)
"""A list that is turned down whole: "I don't need company, a dog or a childminder"."""
_NOT_BACK = re.compile(
    r"\b(?:can'?t|cannot|can not|won'?t|could(?:n'?t| not)|never|not going to|unable to)\s+(?:ever\s+)?(?:go"
    r"|get|be going)\s+back"
    r"\s+(?:to|on|into|in|at)\s+(?:\w+\s+){0,2}(?:work|site|job|tools|shifts?)\b",
    re.IGNORECASE,
)
"""What is turned down is that work, not any."""
_SCHOOL = r"(?:school|college|uni)"
_OLD_SCHOOL = re.compile(
    rf"\b(?:hated?|failed|left|bunked|skipped|dropped out of|kicked out of|thrown out of|never liked"
    rf"|(?:didn'?t|did not) like"
    rf"|(?:no good|crap|rubbish|useless|bad|wasn'?t good) at)\s+(?:\w+\s+)?{_SCHOOL}\b"
    rf"|\b{_SCHOOL}\s+(?:was|were|didn'?t|never|wasn'?t|did my)\b",
    re.IGNORECASE,
)
"""A school of long ago is no wish to learn: "school was rubbish"."""
_LEARNS = frozenset(("support.training", "stage.nearer"))
_WISHES = ("interest.", "support.")


def turned_round(text: str, said: Sequence[Concept]) -> list[Concept]:
    """The concepts without those that the message says the other way; a job refused is heard as refused."""
    refused = _NO_WORK.search(text)
    lists = [found.span() for found in _NONE_OF.finditer(text)]
    said = [replace(one, polarity="no") if _is_in(lists, one) else one for one in said]
    said = [_missed(text, one) for one in said if not _only_has_it(text, one)]
    kept = [one for one in said if not (refused and one.code in (_READY, _JOB) and one.polarity == "yes")]
    back = _NOT_BACK.search(text)
    kept = [one for one in kept if not (back and one.code in (_READY, _JOB) and back.start() <= one.start < back.end())]
    if _OLD_SCHOOL.search(text):
        kept = [one for one in kept if one.code not in _LEARNS or not re.fullmatch(_SCHOOL, one.words, re.IGNORECASE)]
    kept = [one for one in kept if one.code != _HOME or one.polarity != "yes" or not _goes_out(text, one)]
    kept = [one for one in kept if one.code != _CHILDREN or not _GROWN.search(text)]
    if _SPENT.search(text):
        kept = [one for one in kept if one.code != _NOON or one.polarity != "yes"]
    if refused and all(one.code != _JOB for one in kept):
        kept.append(Concept(_JOB, "no", refused.start(), refused.end(), refused.group()))
    return kept


def _missed(text: str, one: Concept) -> Concept:
    """What none of the places shown is, is asked for."""
    asked = one.code.startswith(_WISHES) and any(f.start() <= one.start < f.end() for f in NONE_IS.finditer(text))
    return replace(one, polarity="yes") if asked else one


NONE_IS = re.compile(
    r"\b(?:none|not one|neither|nothing)\s+(?:of\s+(?:them|those|these|it|the \w+|your \w+)|here|there"
    r"|on (?:the|this|your) list)"
    r"\s*(?:(?:is|are|was|were|has|have|does|do|got|about|to do|with|look|looks|like)\s+)+(?P<thing>[^.;!?\n]+)"
    r"|\b(?:no|not any)\s+(?P<what>[\w\s]{3,30}?)\s+(?:in|on|among)\s+(?:any of\s+)?"
    r"(?:them|these|those|here|your list|the list)\b",
    re.IGNORECASE,
)
"""As in "none of them is flowers", "there's no gardening in any of them"."""


def _only_has_it(text: str, one: Concept) -> bool:
    """To have a van is no joy in it, and to be paid is no worry about what things cost."""
    clause = _clause(text, one)
    if one.code == "interest.cars_driving":
        return bool(_HAS_WHEELS.search(clause)) and not _ENJOYS.search(clause)
    return one.code == "constraint.cost" and bool(_IS_PAID.search(clause))


def _clause(text: str, one: Concept) -> str:
    return _CLAUSE.split(text[: one.start])[-1] + text[one.start : one.end] + _CLAUSE.split(text[one.end :])[0]


_HAS_WHEELS = re.compile(
    r"\b(?:i'?ve|i’ve|i have|have|got|own|with|use|take)\s+(?:got\s+)?(?:the\s+use\s+of\s+)?(?:an?|my|me|our|the)\s+"
    r"(?:own\s+|\w+\s+)?(?:van|car|motor|moped|scooter|truck|licen[cs]e)\b",
    re.IGNORECASE,
)
_ENJOYS = re.compile(
    r"\b(?:lov\w+|lik(?:e|es|ing)|enjoy\w*|driv(?:e|es|ing|er)|fix\w*|repair\w*|tinker\w*|courier|deliver\w*|mechanic\w*)\b",
    re.IGNORECASE,
)
_IS_PAID = re.compile(
    r"\b(?:paid (?:if|work|role|job|one|post)|money in it|(?:get|be|being|getting|want) paid|pay(?:s|ing)? me"
    r"|paid for (?:it|my))\b",
    re.IGNORECASE,
)


def _is_in(spans: Sequence[tuple[int, int]], one: Concept) -> bool:
    return one.code.startswith(_WISHES) and any(start <= one.start and one.end <= end for start, end in spans)


def is_turned_round(text: str, option: str) -> bool:
    """Whether the option of a question that the words would pick is said not to be: no job, no small children, a
    school of long ago.
    """
    shapes = {"job": _NO_WORK, "children": _GROWN, "learn": _OLD_SCHOOL}
    return option in shapes and bool(shapes[option].search(text))


def _goes_out(text: str, one: Concept) -> bool:
    """Whether getting out is what they want, and nothing keeps them from it."""
    before = _CLAUSE.split(text[: one.start])[-1]
    clause = before + one.words + _CLAUSE.split(text[one.end :])[0]
    return bool(_OUT.search(clause)) and not _CANNOT.search(clause)
