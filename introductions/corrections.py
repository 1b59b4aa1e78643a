"""What no longer holds where a message puts an answer right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from introductions.model import Fact, Heard
from introductions.questions import belongs
from introductions.reading import Reading
from knowledge.answers import answer_codes

_PUT_RIGHT = ("hopes", "times")
_CORRECTS = re.compile(r"\s*(no\b|nah\b|actually\b|sorry\b|i meant\b|i mean\b|not\b|wait\b|change)", re.IGNORECASE)


def corrected(read: Reading, heard: Sequence[Heard], facts: Sequence[Fact]) -> list[Heard]:
    """What no longer holds where a message puts an answer right ("no, afternoons"): a no to what stood there before."""
    if not (read.intent == "correct" or _CORRECTS.match(read.text)) or read.tapped:
        return []
    denied: list[Heard] = []
    for name in _PUT_RIGHT:
        said = {
            one.code for one in heard if one.code and one.polarity == "yes" and belongs(name, one.code)
        } - _NO_ANSWER
        if not said:
            continue
        before = [one for one in facts if one.code and one.polarity == "yes" and belongs(name, one.code)]
        denied += [Heard("concept", one.value, one.code, "no") for one in before if one.code not in said]
        denied += [
            Heard(name, one.value, None, "no")
            for one in facts
            if one.field == name and one.polarity == "yes" and one.value != "skipped"
        ]
    return denied


_NO_ANSWER = frozenset(("stage.in_work",))
"""Who tells that they have work has named no other hope: "nah i dont want my hours cut"."""
_AGAINST = {
    "constraint.daytime_only": "constraint.not_mornings",
    "constraint.not_mornings": "constraint.daytime_only",
}
"""Mornings, and none of them."""


def gainsaid(heard: Sequence[Heard], facts: Sequence[Fact]) -> list[Fact]:
    """Times that stand and that this message says the opposite of, however it says it: "mornings suit him best"."""
    times = {one.code: one.polarity for one in heard if one.code in _AGAINST}
    if {"yes"} == set(times.values()) and len(times) == len(_AGAINST):
        return []
    gone = {_AGAINST[code] for code, polarity in times.items() if code and polarity == "yes"}
    gone |= {code for code, polarity in times.items() if code and polarity == "no"}
    chosen = [one for one in facts if one.field == "times" and gone & set(answer_codes("times", one.value))]
    return [*chosen, *(one for one in facts if one.code in gone and one.polarity == "yes")]
