"""Which hours, days and parts of the week somebody's own words leave them: "only after 7pm", "home by 2", "Mondays".

A code of the typology says evenings or school hours for everybody; where a person names the hour or the part, that
counts. Only the words that a fact rests on are read, with the clause that they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.availability import LATE, Windows, part, within

_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NOON, _DAY = 12, 24
_LAST_OF_AFTERNOON = 7
"""Without "am" or "pm", one to seven are hours of the afternoon."""
_HOUR = (
    rf"(?P<half{{0}}>half (?:past )?)?(?P<hour{{0}}>\d{{{{1,2}}}}|{'|'.join(_WORDS)}|noon|midday|lunch(?:time)?)"
    r"(?:[:.](?P<min{0}>[0-5]\d))?\s*(?P<half_day{0}>[ap]\.?m\b\.?)?(?![\w:])"
)
_FROM = re.compile(
    r"\b(?:(?:not|nothing|never|can'?t|cannot|no use|don'?t|won'?t)\b[\w\s']{0,20}\b(?:before|until|till?)"
    r"|after|from|(?<!half )past|(?:finish|off|free)\b[\w\s]{0,12}\bat)\s+(?:about |around )?" + _HOUR.format(""),
    re.IGNORECASE,
)
_SHUT = re.compile(r"\b(?:no|not|none|nothing|never|wors[et])\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Before \"after 2\": from then on no time suits."""
_UNTIL = re.compile(r"\b(?:before|until|till?|by)\s+(?:about |around )?" + _HOUR.format(""), re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?<![\w:])" + _HOUR.format("1") + r"\s*(?:-|–|to|till?|until|and)\s*" + _HOUR.format("2"), re.IGNORECASE
)
_PARTS = {
    "mornings": re.compile(r"\bmornings?\b", re.IGNORECASE),
    "afternoons": re.compile(r"\bafternoons?\b", re.IGNORECASE),
    "evenings": re.compile(r"\b(?:evenings?|nights?|after work|late)\b", re.IGNORECASE),
    "weekends": re.compile(r"\b(?:weekends?|sat(?:urday)?s?|sun(?:day)?s?)\b", re.IGNORECASE),
}
_MAY_MEAN = {
    "constraint.daytime_only": {"mornings", "afternoons"},
    "constraint.not_mornings": {"afternoons"},
    LATE: {"evenings", "weekends"},
}
"""The parts that a code may stand for; it says no to all others."""
_PART = "|".join(pattern.pattern for pattern in _PARTS.values())
_RUN = re.compile(rf"(?:{_PART})(?:\W+(?:(?:or|and|n|at|the)\W+)*(?:{_PART}))+", re.IGNORECASE)
_TURNED_DOWN = re.compile(r"\b(?:not?|never|can'?t|cannot|don'?t|won'?t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def windows(code: str, words: str, clauses: Sequence[str]) -> Windows:
    """The times that the words leave; empty where they say no more than ``code`` does."""
    for clause in (*clauses, words):
        hours = _hours(clause, words, late=code == LATE)
        if hours is not None:
            between = within(*hours)
            return (between, part("weekends")) if "weekends" in _named(words) else (between,)
    named = _named(words) | {name for clause in clauses for name in _beside(words, clause)}
    denied = any(_TURNED_DOWN.search(clause.partition(words)[0]) for clause in (*clauses, f"{words} {words}"))
    return tuple(part(name) for name in named) if len(named) == 1 and named <= _MAY_MEAN[code] and not denied else ()


def _beside(words: str, clause: str) -> set[str]:
    """The parts that are named in one breath with those of the words: "evenings or weekends"."""
    runs = [found.group() for found in _RUN.finditer(clause)]
    return {name for run in runs if _named(run) & _named(words) for name in _named(run)}


def _named(words: str) -> set[str]:
    return {name for name, pattern in _PARTS.items() if pattern.search(words)}


def _hours(clause: str, words: str, *, late: bool) -> tuple[str, str] | None:
    """From when and until when, as "19:00"; None where no hour stands in, or beside, the words."""
    both = _touching(_BETWEEN, clause, words)
    if both is not None:
        return _in_order(_minutes(both, "1", late=late), _minutes(both, "2", late=late))
    opens = _touching(_FROM, clause, words)
    if (
        opens is not None
        and _SHUT.search(clause[: opens.start()])
        and opens.group().lower().startswith(("after", "past"))
    ):
        return _in_order(0, _minutes(opens, "", late=late))
    if opens is not None:
        return _in_order(_minutes(opens, "", late=late), _DAY * 60)
    closes = _touching(_UNTIL, clause, words)
    return _in_order(0, _minutes(closes, "", late=late)) if closes is not None else None


def _touching(pattern: re.Pattern[str], clause: str, words: str) -> re.Match[str] | None:
    at = clause.find(words)
    spans = (found for found in pattern.finditer(clause) if found.start() < at + len(words) and at < found.end())
    return next(spans, None) if at >= 0 else None


def _minutes(found: re.Match[str], which: str, *, late: bool) -> int:
    said, half_day = found[f"hour{which}"].casefold(), (found[f"half_day{which}"] or "").casefold()
    hour = (
        _NOON if not said.isdigit() and said not in _WORDS else _WORDS.index(said) + 1 if said in _WORDS else int(said)
    )
    afternoon = half_day.startswith("p") if half_day else late or hour <= _LAST_OF_AFTERNOON
    hour += _NOON if afternoon and hour < _NOON else 0
    return hour * 60 + (30 if found[f"half{which}"] else int(found[f"min{which}"] or 0))


def _in_order(opens: int, closes: int) -> tuple[str, str] | None:
    in_order = 0 <= opens < closes <= _DAY * 60
    return (_clock(opens), _clock(closes)) if in_order else None


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
