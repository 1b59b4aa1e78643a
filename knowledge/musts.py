"""Which times of the week are a must and which only suit best.

A must is a hard fact and closes what runs at other times; what only suits best is weighed and said honestly. The same
code stands for both ("only mornings", "mornings would be best"), so the person's words decide. A code that came
without any words stands as it is written in the typology: as a must, unless it was the answer to "when would suit you
best?". In doubt it is a liking, since a place with an honest caution can still be turned down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.answers import answer_codes
from knowledge.availability import TIME_CONSTRAINTS, Closely, Windows
from knowledge.clock_words import windows
from knowledge.language.weekdays import DAYS, days_named
from knowledge.profile import Profile, Said

_MUST = re.compile(
    r"\b(only|have to|has to|had to|must|got to|gotta|needs? to|nothing|never|no|impossible|out of the question"
    r"|(?:not|don'?t)(?! (?:mind|sure|fussed|bothered|too|really|care))|can'?t|can ?not|cyaan|couldn'?t|won'?t|unable"
    r"|(?:am|are|is) out"
    r"|school|nursery|kids?|child\w*|son|daughter|pick ?up|drop ?off|carers?|at work|after work|work days|works? nights"
    r"|finish work|day job|tablets?|meds|medication|medicine|pills|asleep|sleep\w*|drowsy|groggy|dialysis)\b"
)
"""Words beside a time that leave no choice: a limit said outright, or what fills the other hours."""
_NOON = "constraint.not_mornings"
_MORNINGS = re.compile(r"\b(mornings?|early|earlies)\b")
_SOFTLY = re.compile(
    r"\b(rather|prefer|better|easier|not (too|so|really|keen|great)|hard|slow|tough|difficult|struggle)\b"
)
"""Mornings that are merely hard may still be worth it for somebody; the card says what the times are."""
_CLAUSE = re.compile(r"[.,;:!?\n](?!\d)|\b(?:but|though|otherwise)\b")


def musts(profile: Profile) -> frozenset[str]:
    """The time constraints of a profile that are hard facts."""
    answered = {code for answer in profile.times for code in answer_codes("times", answer)}
    said = [entry for entry in profile.concepts if entry.code in TIME_CONSTRAINTS]
    return frozenset(
        entry.code for entry in said if (_is_must(entry, profile.text) if entry.words else entry.code not in answered)
    )


def liked_times(profile: Profile) -> frozenset[str]:
    """The time constraints that only suit best."""
    return (profile.codes & TIME_CONSTRAINTS) - musts(profile)


HOME = "constraint.own_home"
_AT_TIMES = re.compile(
    r"\b(?:hardly|barely|rarely|seldom|scarcely|mostly|most days|some days|much|often)\b", re.IGNORECASE
)


def goes_out_little(words: str) -> bool:
    """Whether it is hard to go out and not out of the question: "i hardly go out now"."""
    return _AT_TIMES.search(words) is not None


_RATHER = re.compile(r"\b(?:ideally|preferably|if possible|for preference|if i can)\b", re.IGNORECASE)


def rather_at_home(words: str) -> bool:
    """Whether home suits best, and no more: "ideally from home"."""
    return _RATHER.search(words) is not None


def liked_home(profile: Profile) -> frozenset[str]:
    """Home, where it only suits best: who hardly goes out and wishes for company is shown places to go to as well."""
    told = [entry.words for entry in profile.concepts if entry.code == HOME]
    softly = told and all(goes_out_little(words) or rather_at_home(words) for words in told)
    return frozenset((HOME,)) if softly else frozenset()


def closely(profile: Profile) -> Closely:
    """What the person's own words for a time leave, where they say more than its code."""
    said = [entry for entry in profile.concepts if entry.code in TIME_CONSTRAINTS and entry.words]
    left = ((entry.code, _windows(entry, profile.text)) for entry in said)
    return tuple((code, found) for code, found in left if found)


def _windows(said: Said, text: str) -> Windows:
    own = _plain(said.words)
    return windows(said.code, own, [clause for clause in _CLAUSE.split(_plain(text)) if own in clause])


def only_days(profile: Profile) -> frozenset[int]:
    """The days that suit, where they were named, or others shut out, in words that leave no choice."""
    days = frozenset(DAYS.index(day) for day in profile.days)
    others = frozenset(range(len(DAYS))) - days
    bound = (clause for clause in _CLAUSE.split(_plain(profile.text)) if _MUST.search(clause))
    named = (days_named(clause, sure=True) for clause in bound)
    return days if any(one and (one <= days or one <= others) for one in named) else frozenset()


def _is_must(said: Said, text: str) -> bool:
    """Mornings that are turned down, or that something else takes, are not theirs to give."""
    if said.code == _NOON and _MORNINGS.search(_plain(said.words)) and not _SOFTLY.search(_plain(said.words)):
        return True
    return any(_MUST.search(clause) for clause in _clauses(said.words, text))


def _clauses(words: str, text: str) -> Iterator[str]:
    """The words themselves, and every clause of the person's text that they stand in."""
    own = _plain(words)
    yield from _CLAUSE.split(own)
    yield from (clause for clause in _CLAUSE.split(_plain(text)) if own in clause)


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'").strip()
