"""Times in words about a place that was shown: when it is on is no wish, and "i said mornings" is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.weekdays import days_named
from knowledge.understanding.model import Concept
from knowledge.understanding.week import TIMES

_PARTS: dict[str, str] = {
    "morning": "constraint.daytime_only",
    "afternoon": "constraint.not_mornings",
    "evening": "constraint.evenings_weekends",
    "weekend": "constraint.evenings_weekends",
}
_PART = r"(?P<part>morning|afternoon|evening|weekend)s?"
_OF_A_PLACE = re.compile(
    r"\b(?:(?:that|this|the|both|all|it|they|those|these|them)\b[^.,;:!?\n]{0,30}?\b(?:is|are|says?|on|at)"
    r"|(?:it|that|they)(?:'?s|'?re))\s+[^.,;:!?\n]{0,20}?\b(?:in the |at the |on |every )?"
    rf"{_PART}\b(?!\s+(?:for me|is|are|im|i'm|i am|suits?|best|better))[^.,;:!?\n]{{0,20}}?(?=$|[.,;:!?\n]|\band\b"
    rf"|\bbut\b|\bi\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\bi\b[^.,;:!?\n]{0,20}?\b(?:said|told|can|could|asked|want(?:ed)?|meant|mean|prefer|need)\b"
    rf"(?P<between>[^.,;:!?\n]{{0,20}}?)\b{_PART}\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|no|never|can'?t do|cant|don'?t do)\s+(?:do\s+)?(?:in\s+"
    r"|on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_DENIED_PART = re.compile(rf"^\W*(?:not|no|never)\s+(?:in\s+|on\s+)?(?:the\s+)?{_PART}", re.IGNORECASE)
_NO = re.compile(r"\b(?:not|no|never|can'?t|cannot|don'?t|won'?t)\b", re.IGNORECASE)


def times_again(text: str, said: Sequence[Concept], *, only_theirs: bool = False) -> list[Concept]:
    """``said``, without the hours of a place, and with times that are said again or turned down as they are said;
    with ``only_theirs`` no more than without those hours.
    """
    plain = text.replace("’", "'")
    spans = [(found.start(), found.end()) for found in _OF_A_PLACE.finditer(plain)]
    again = [] if only_theirs else list(_SAID.finditer(plain))
    if not spans and not again:
        return list(said)
    kept = [one for one in said if one.code not in TIMES or not any(a <= one.start < b for a, b in spans)]
    if only_theirs:
        return kept
    kept = [_as_said(plain, one) for one in kept]
    for found in again:
        code = _PARTS[found["part"].casefold()]
        if not _NO.search(found["between"]) and all(one.code != code for one in kept):
            start, end = found.start("part"), found.end()
            kept.append(Concept(code, "yes", start, end, text[start:end]))
    return kept


def not_free(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, where an evening on which they cannot do a thing does not suit: "i cant leave her evenings"; nor is
    wanted what is "out of the question".
    """
    plain = text.replace("’", "'")
    said = [one for one in said if not (_is_busy(plain, one) or _is_of_a_meeting(plain, one))]
    free = [_not_free(plain, one) for one in said if not (one.code == _BAD_DAYS and _is_day_off(plain))]
    return [replace(one, polarity="no") if _is_out(plain, one) else one for one in free]


def _is_busy(text: str, one: Concept) -> bool:
    """Who is not free has no time; nothing is said of money: "working then. not free"."""
    if one.code != "constraint.cost" or not _FREE.search(one.words) or _MONEY.search(text):
        return False
    return _NOT_AT_LEISURE.search(text[max(0, one.start - _NEAR) : one.end]) is not None


_FREE, _NEAR = re.compile(r"\bfree\b", re.IGNORECASE), 30
_MONEY = re.compile(
    r"\b(?:money|cost\w*|pay\w*|paid|afford\w*|fares?|price\w*|skint|broke|charge\w*|fees?|cheap\w*|it|that"
    r"|places?|courses?|class(?:es)?)\b|£|\$",
    re.IGNORECASE,
)
_NOT_AT_LEISURE = re.compile(
    r"(?:\b(?:not|never|ain'?t|no longer|hardly ever)|n't)\s+(?:really\s+|always\s+)?free\b", re.IGNORECASE
)


def _is_of_a_meeting(text: str, one: Concept) -> bool:
    """When something of theirs is on tells of no times that suit: "meeting is tuesday 2pm"."""
    if one.code not in TIMES or one.polarity != "yes":
        return False
    start = max(text.rfind(mark, 0, one.start) for mark in ".;!?\n") + 1
    return _MEETING.search(text[start : one.start]) is not None and not _SUITS.search(text[start : one.end])


_MEETING = re.compile(
    r"\b(?:meeting|appointment|interview|hearing|assessment|tribunal|review|scan|op|operation|funeral|court)\s*"
    r"(?:(?:with|at|for|about)\s+[^.;!?\n]{1,25}?\s+)?(?:(?:is|was|on|at|this|next|in|the|set|for|'s)\s+)*[^.;!?,\n]{0,12}$",
    re.IGNORECASE,
)
_SUITS = re.compile(r"\b(?:can|could|free|suits?|best|prefer|good|works?|after|before|want|like)\b", re.IGNORECASE)


def _is_day_off(text: str) -> bool:
    """A day without work is no bad one: "days off are tues and weds"."""
    return _DAY_OFF.search(text) is not None and bool(days_named(text)) and not _GOOD_OR_BAD.search(text)


_BAD_DAYS = "constraint.good_bad_days"
_DAY_OFF = re.compile(
    r"\b(?:my |the |our )?days? off\b|\boff (?:on |every )?(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE
)
_GOOD_OR_BAD = re.compile(r"\b(?:good|bad|ill|rough|flare\w*|depends?|sick|unwell|worse)\b", re.IGNORECASE)


def _is_out(text: str, one: Concept) -> bool:
    wished = one.polarity == "yes" and (one.code in TIMES or one.code.startswith(("support.", "interest.")))
    return wished and _OUT.match(text[one.end :]) is not None


_OUT = re.compile(
    r"[^.,;:!?\n]*\b(?:is|are|would be)\s+(?:\w+\s+)?(?:out of the question|off the table|not an option|a no[- ]go)\b"
    r"|[^.,;:!?\n]*'s\s+(?:out of the question|off the table|not an option|a no[- ]go)\b",
    re.IGNORECASE,
)


def _not_free(text: str, one: Concept) -> Concept:
    named = one.code == _PARTS["evening"] and one.polarity == "yes" and _LATE.match(one.words)
    return replace(one, polarity="no") if named and _UNABLE.search(text[: one.start]) else one


_LATE = re.compile(r"\W*(?:in the |on |at )?(?:evening|weekend|night)s?\b", re.IGNORECASE)
_UNABLE = re.compile(
    r"\b(?:can'?t|cannot|can not|couldn'?t|not able to|unable to)\b"
    r"(?![^.,;:!?\n]*\b(?:but|except|only|before|after|until|till|unless|than|if|because|cos|so|and)\b)"
    r"[^.,;:!?\n]{0,25}$",
    re.IGNORECASE,
)


def _as_said(text: str, one: Concept) -> Concept:
    """A time with a no right before it does not suit: "i can do mornings. not afternoons"."""
    if one.code not in TIMES or one.polarity != "yes":
        return one
    within = _DENIED_PART.match(one.words)
    if _DENIED.search(text[: one.start]) or (within and _PARTS[within["part"].casefold()] == one.code):
        return Concept(one.code, "no", one.start, one.end, one.words)
    return one


_ANY_TIME = re.compile(
    r"^\W*(?:(?:i can do|i can come|i'?m free|free|can do|it'?s|make it)\s+)?(?:any ?time|any ?day|whenever)\b"
    r"(?!.*\b(?:stop|text|write|message|contact|call|ring|phone|leave|change|cancel|else)\b)(?!.*\?)",
    re.IGNORECASE,
)
_FEW = 8


def is_any_time(text: str) -> bool:
    """Whether it says, asked or not, that every hour would do: "any time im off aint i"."""
    return len(text.split()) <= _FEW and _ANY_TIME.match(text) is not None
