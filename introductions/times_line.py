"""The letter's line of times: in the person's own choice, hours or days, as far as they told them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from introductions.at_work import has_work
from introductions.model import Fact
from introductions.naming import is_name
from introductions.templates import phrases
from introductions.told_lines import as_list, key_of, worded
from knowledge.language.weekdays import DAYS, days_named
from knowledge.understanding import understand
from knowledge.understanding.parts_said import AFTERNOONS, hours_in
from knowledge.understanding.week import taken, works_then

_WORKED_OUT = frozenset({"constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings"})


def times_line(facts: Sequence[Fact]) -> str:
    """Times in the person's own choice; what was worked out of it only where they chose none."""
    chosen = [fact for fact in facts if fact.field == "times" and key_of(fact) in phrases()["times"]]
    if any(fact.code in _WORKED_OUT and (hours_in(fact.words) or fact.words == AFTERNOONS) for fact in facts):
        chosen = []
    told = [fact for fact in facts if fact.field != "times" and not (chosen and key_of(fact) in _WORKED_OUT)]
    told = [fact for fact in told if not (_SHIFTS.fullmatch(fact.words.strip()) and has_work(facts))]
    days = _days({day for fact in facts if fact.field == "days" for day in fact.value.split()})
    chosen = [fact for fact in chosen if not days or fact.value not in ("any_time", *_weekend_of(days))]
    told = [fact for fact in told if not (days and key_of(fact) in _WORKED_OUT and days_named(fact.words, sure=True))]
    return as_list([*worded(chosen, phrases()["times"]), *map(_own_time, told), *days])


_SHIFTS = re.compile(r"(?:on )?(?:the )?(?:night ?shifts?|nights|earlies|lates|shifts?|days and nights)", re.IGNORECASE)
"""Who has work and names these tells of when they work; no place is met then."""


def _weekend_of(days: Sequence[str]) -> tuple[str, ...]:
    """Who names Sundays is not said to have Saturdays too."""
    return ("weekends",) if set(days) & set(phrases()["days"][-2:]) else ()


def _days(named: Collection[str]) -> list[str]:
    """The days that suit as they are said: "weekdays", or those few that do not."""
    names = phrases()["days"]
    left = [name for day, name in zip(DAYS, names, strict=True) if day not in named]
    if not named or left == names[-2:]:
        return [str(phrases()["weekdays"])] if named else []
    if 0 < len(left) <= _FEW_DAYS:
        return [str(phrases()["days_but"]).format(days=as_list(left))]
    return [name for day, name in zip(DAYS, names, strict=True) if day in named]


_FEW_DAYS = 2
_NOT_MORNINGS = "constraint.not_mornings"
_DENIES = re.compile(r"\b(?:not|no|never|except|after|later|from|afternoons?|evenings?|pm)\b|n't\b|\d", re.IGNORECASE)
"""Without such a word it is what mornings do to them: "mornings kill"."""


def _own_time(fact: Fact) -> str:
    """The times that somebody named, in their words where those are times and nothing else."""
    if fact.code == _NOT_MORNINGS and not _DENIES.search(fact.words):
        plain = next(worded([fact], phrases()["times"]), "")
        at_work = plain and any(works_then(fact.words[one.start : one.end]) for one in taken(fact.words))
        return str(phrases()["at_work_then"]).format(times=plain) if at_work else plain
    if fact.words == AFTERNOONS:
        return AFTERNOONS
    if fact.code in _WORKED_OUT and fact.polarity == "yes" and (hours := hours_in(fact.words)):
        return hours
    if key_of(fact) not in phrases()["times"] or fact.polarity == "no":
        return ""
    codes = {concept.code for concept in understand(fact.words).concepts} if is_name(fact.words) else set[str]()
    if codes and codes <= _WORKED_OUT:
        return fact.words if fact.polarity == "yes" else ""
    return next(worded([fact], phrases()["times"]), "")
