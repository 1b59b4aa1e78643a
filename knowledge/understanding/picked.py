"""Whether the option that words would pick is meant by them, or is a part of something else, or said to be none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.phrases import Found
from knowledge.language.weekdays import MENTION, WEEKDAYS, days_named
from knowledge.language.words import Token
from knowledge.understanding.answers import answered_codes
from knowledge.understanding.books import books
from knowledge.understanding.giving import is_of_giving
from knowledge.understanding.model import Concept
from knowledge.understanding.plainly_so import is_left_alone, is_trade
from knowledge.understanding.sensing import Hint
from knowledge.understanding.week import TIMES, taken


def is_part_of_another(
    text: str, message: Sequence[Token], asked: str, picked: tuple[str, Found], listed: Sequence[Concept]
) -> bool:
    """Whether the words of an answer are a part of something else: no sport is meant by "ran print presses"."""
    option, found = picked
    start, end = message[found.start].start, message[found.end - 1].end
    codes = {code for code, _ in books().answer_codes.get((asked, option), ())}
    if asked == "hopes" and is_of_giving(text, start, end):
        return True  # who would mentor others hopes for no mentor
    if asked == "hopes" and any(is_left_alone(one) and one.start <= start and end <= one.end for one in listed):
        return True  # who has to be at home does not wish to get out of it
    if asked == "hopes" and any(one.code in TIMES and one.start <= start and end < one.end for one in listed):
        return True  # "only school hours" hopes for no school
    around = (one for one in listed if one.start <= start and end <= one.end and one.end - one.start > end - start)
    return bool(codes) and any(one.code not in codes and is_trade(one) for one in around)


def is_said_to_be_none(
    text: str, message: Sequence[Token], asked: str, picked: tuple[str, Found], said: Sequence[Concept]
) -> bool:
    """Whether the words that would pick an answer say that it is none: no worry is meant by "bus fare ok got pass"."""
    given = answered_codes(text, message, asked, *picked)
    so = {one.code for one in said if one.polarity == "yes"}
    denied = [one for one in said if one.polarity == "no" and one.code not in so]
    meant = [(one, no) for one in given for no in denied if one.polarity == "yes" and one.code == no.code]
    return any(one.start < no.end and no.start < one.end for one, no in meant)


def is_unheard(message: Sequence[Token], asked: str, option: str, hints: Sequence[Hint]) -> bool:
    """Whether words of an option stand in a long message of which the network hears nothing that the option is for:
    nobody asks for company by "other people's calculations".
    """
    codes = {code for code, _ in books().answer_codes.get((asked, option), ())}
    return asked in _TOLD_AT_LENGTH and len(message) > _LONG and not any(hint.code in codes for hint in hints)


_TOLD_AT_LENGTH, _LONG = ("hopes", "interests"), 16
_LITTLE = frozenset("only just on and".split())


def is_of_the_week(words: str) -> bool:
    """Whether words name days of the week's work and nothing else: "weekdays" is no weekend."""
    named, rest = days_named(words, sure=True), set(re.findall(r"\w+", MENTION.sub("", words).casefold()))
    return bool(named) and named <= WEEKDAYS and rest <= _LITTLE


_NOON, _LATE = "constraint.not_mornings", "constraint.evenings_weekends"


def of_times(
    text: str, message: Sequence[Token], picked: tuple[str, Found], said: Sequence[Concept]
) -> tuple[str, Found] | None:
    """Who cannot do mornings has not chosen them, nor has who has no mornings free, and "evenings not mornings" asks
    for no afternoons.
    """
    if any(one.start <= message[picked[1].start].start < one.end for one in taken(text)):
        return None
    words = text[message[picked[1].start].start : message[picked[1].end - 1].end]
    if picked[0] == "weekends" and is_of_the_week(words):
        return None
    times = {(one.code, one.polarity): one.words.casefold() for one in said}
    if picked[0] == "mornings":
        return None if (_NOON, "yes") in times else picked
    late = times.get((_LATE, "yes"), "")
    turned = picked[0] == "afternoons" and late.startswith("eve") and times.get((_NOON, "yes"), "").startswith("not ")
    return ("evenings", picked[1]) if turned else picked
