"""Whether the option that words would pick is meant by them, or is a part of something else, or said to be none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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


_ONE_DAY = re.compile(r"\W*(?:sat|sun)(?:urday|day)?s?\W*", re.IGNORECASE)


def without_weekend(
    text: str, message: Sequence[Token], picked: tuple[str, Found] | None, said: Sequence[Concept]
) -> tuple[tuple[str, Found] | None, list[Concept]]:
    """Where days are named, one of them is no weekend: who is free on Sundays may work on Saturdays."""
    kept = [one for one in said if one.code != _LATE or not _ONE_DAY.fullmatch(one.words)]
    if picked is not None and picked[0] == "weekends":
        words = text[message[picked[1].start].start : message[picked[1].end - 1].end]
        picked = None if _ONE_DAY.fullmatch(words) else picked
    return picked, kept


_UNTIL = re.compile(
    r"\b(?:(?:till?|until|by|before)|(?:finish(?:ed)?|done|gone|knackered|dead|out of it|no good|useless|fade|flag)"
    r"(?: \w+)? (?:by|after|at|from|about))\s+(?:about )?(?P<hour>\d{1,2}(?:[:.]\d\d)?(?:\s*(?:am"
    r"|pm))?|two|one|three|noon|midday)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:mornings?|mornin|early)\b", re.IGNORECASE)


def mornings_until(
    text: str, message: Sequence[Token], picked: tuple[str, Found] | None, said: Sequence[Concept]
) -> tuple[tuple[str, Found] | None, list[Concept]]:
    """Who names mornings and an hour at which they are done is free in the mornings, until then."""
    part, hour = _PART.search(text), _UNTIL.search(text)
    if part is None or hour is None or part.start() > hour.start() or _NOT_THEN.search(text[: part.start()]):
        return picked, list(said)
    words, (start, end) = f"mornings until {hour['hour']}", hour.span()
    kept = [one for one in said if one.code != _NOON or not start <= one.start < end]
    if picked is not None and picked[0] != "mornings" and start <= message[picked[1].start].start < end:
        picked = None
    day = "constraint.daytime_only"
    return picked, [replace(one, words=words) if (one.code, one.polarity) == (day, "yes") else one for one in kept]


_NOT_THEN = re.compile(r"\b(?:not|no|can'?t|cant|never|hate)\b[^.,;!?]*$", re.IGNORECASE)
