"""Days of the week that somebody is free, by name: "tues and thurs", "mon-weds", "any day but friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.language.weekdays import DAYS, MENTION, days_named
from knowledge.language.words import tokens
from knowledge.understanding.model import Value
from knowledge.understanding.week import MANY_DAYS, filling, opens

_NOT_THESE = re.compile(
    r"\b(?:not?|never|can'?t|cannot|can not|cyaan|don'?t|won'?t|any ?(?:day|time) (?:but|except|apart)|except"
    r"|apart from|bar|other than|busy|avoid)\b"
    r"(?!\s+(?:mind|fussed|bothered))"
    r"(?:(?!\bi (?:can|could|said|told|only|want|wanted|meant|asked)\b)[^.;!?])*$",
    re.IGNORECASE,
)
_OUT = re.compile(r"^\W*(?:is|are)?\s*(?:out|no good|bad|hard|busy|taken|impossible|no)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:call|ring|phone|remind|text|write|meetings?|hearing|review|tribunal|disciplinary|assessment|appeal|court"
    r"|scan|op|operation|appointment|interview|last|next|this|since|yesterday|tomorrow"
    r"|started?|starts|was|were|ago|born)\b",
    re.IGNORECASE,
)
_AT_TIMES = re.compile(
    r"^\W*(?:some (?:weeks|days)|sometimes|now and (?:then|again)|every (?:other|second))\b", re.IGNORECASE
)
"""Now and then: such a day stays open."""
_OF_SOMETHING = re.compile(
    r"^\W*(?:(?:oh|and|but|no)\W+)?"
    r"(?:it'?s|it is|that'?s|that is|they want (?:me|it|to)|(?:i )?(?:have|got) to (?:go|see|be))"
    r"\s+(?:in |on |for )?$",
    re.IGNORECASE,
)
"""Before one day, and nothing behind it: the day of what was spoken of, "it's on FRIDAY"."""
_DEADLINE = re.compile(r"\b(?:before|by)\s+(?:the |this |next )?$", re.IGNORECASE)
"""In front of a day by which something is wanted: "can they do it before wednesday"."""
_AROUND = re.compile(r"[.;!?\n]|\b(?:but|so|because|cos|cause|then)\b(?<!day but)(?<!time but)", re.IGNORECASE)
_HOURS = re.compile(
    r"(?:from |between )?\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)?\s*(?:-|–|to|till?|until|and)"
    r"\s*\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)?"
    r"|(?:after|before|from|until|till?|past)\s+(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)?|noon|midday|lunch)\b",
    re.IGNORECASE,
)
"""The hours of a day: "weekdays 10 to 3" tells days without a question, too."""
_ONLY = frozenset(("only", "just", "any", "all"))
_FEW = 3
"""Words of a message in which "sat" is a day, where times were asked for."""


def days(text: str, asked: str | None) -> Iterator[Value]:
    """The days that suit, as in "Tue Thu": those named, or all but those that are taken or turned down."""
    open_days: set[int] = set()
    shut: set[int] = set()
    spans = []
    for found in MENTION.finditer(text):
        named = days_named(found.group(), sure=asked == "times" and len(text.split()) <= _FEW)
        before = _AROUND.split(text[: found.start()])[-1]
        after = _AROUND.split(text[found.end() :])[0]
        suits = _suits(before, found.group(), after, asked) if named else None
        if suits is None:
            continue
        (open_days if suits else shut).update(named)
        spans.append(found.span())
    left = (open_days or set(range(7))) - shut
    if spans and 0 < len(left) < len(DAYS):
        start, end = spans[0][0], spans[-1][1]
        yield Value("days", " ".join(DAYS[day] for day in sorted(left)), start, end, text[start:end])


def _suits(before: str, named: str, after: str, asked: str | None) -> bool | None:
    """Whether the days are free or not; None: they are named in passing."""
    if _AT_TIMES.search(after):
        return None
    if _NOT_THESE.search(before) or _OUT.search(after):
        return False
    if _ASIDE.search(before) or _ASIDE.search(after) or _DEADLINE.search(before):
        return None
    if _OF_SOMETHING.search(before) and not after.strip(" ,!?") and named.casefold().endswith("day"):
        return None
    breath = tokens(f"{before.rpartition(',')[2]} {after.partition(',')[0]}")
    if filling(breath):
        return False if len(days_named(named)) < MANY_DAYS else None
    alone = not before.strip(" ,") and not _HOURS.sub("", after).strip(" ,")
    alone = (
        alone
        or (before.casefold().strip() in _ONLY and not after.strip(" ,"))
        or (not before.rpartition(",")[2].strip() and _HOURS.fullmatch(after.partition(",")[0].strip()) is not None)
    )
    return True if opens(breath) or alone or asked == "times" else None
