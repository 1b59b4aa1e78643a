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
from knowledge.understanding.wanting_out import wants_out

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


HOME, COMPANY = "constraint.own_home", "support.social_engagement"
_AT_TIMES = re.compile(
    r"\b(?:hardly|barely|rarely|seldom|scarcely|mostly|most days|some days|much|often)\b"
    r"|\b(?:going|getting|leaving)\b.*\b(?:out|house|home|flat)\b.*\b(?:hard|difficult|scary|a struggle|tough)\b"
    r"|\b(?:hard|scared|afraid|struggle|struggling|nervous)\s+(?:to|about)\s+(?:get|go|leave|leaving|going|getting)\b",
    re.IGNORECASE,
)
_STAYS_IN = re.compile(
    r"\b(?:do(?:n'?t| not)|dnt|dont|never|stopped|not|have(?:n'?t| not)|ain'?t|aint)\s+(?:\w+\s+){0,2}?"
    r"(?:go(?:ne|ing)?|get(?:ting)?|been|be|leav\w*|left|step\w*|come|coming)\b"
    r"|\bstay(?:s|ing|ed)?\s+(?:in|indoors|at home)\b|\b(?:always|just|only) (?:in|indoors|at home)\b",
    re.IGNORECASE,
)
_OUT_OF_THE_QUESTION = re.compile(
    r"\b(?:can'?t|cannot|can not|cyan|cyaan|unable|not able|no fit|impossible|(?:house|bed)\s?bound|agoraphob\w+"
    r"|shielding|isolating|be left|leave (?:him|her|them|mum|dad|my (?!house|home|flat|room)\w+))\b",
    re.IGNORECASE,
)
"""Who says so, needs what comes home."""


def goes_out_little(words: str) -> bool:
    """Whether somebody hardly goes out, or finds it hard, and does not say that they cannot: "dont go out much"."""
    words = words.replace("’", "'")
    return not _OUT_OF_THE_QUESTION.search(words) and bool(_AT_TIMES.search(words) or _STAYS_IN.search(words))


_HARD = re.compile(
    r"\b(?:hard|difficult|scar\w+|struggl\w+|tough|afraid|nervous|anxious|most days|some days)\b", re.IGNORECASE
)


def finds_it_hard(words: str) -> bool:
    """Whether going out is said to be hard: "scared to go out"."""
    return _HARD.search(words) is not None


_ANY_GROUPS = re.compile(
    r"\bno groups?\b|\b(?:can'?t|cannot|not|don'?t|dont|nuh|no fit) (?:do |like |want |stand |be in )?(?:a )?groups?\b"
    r"|\b(?:hate|hates|loathe|can'?t stand|scared of|terrified of) (?:being in |all |any )?(?:a )?groups?\b"
    r"|\b(?:1|one) (?:other )?person\b|\b(?:one|1)[ -]?(?:to|on|2)?[ -]?(?:one|1)\b|\b121\b",
    re.IGNORECASE,
)


def shuns_groups(words: str) -> bool:
    """Whether no group is small enough: "hate groups", "like 1 person"."""
    return _ANY_GROUPS.search(words.replace("’", "'")) is not None


_BIG = re.compile(
    r"\b(?:big|large|huge|massive|busy|loads|lots|tons|heaps|crowds?|crowded|too many|so many|bare people|full room)\b",
    re.IGNORECASE,
)


def only_big(words: str) -> bool:
    """Whether it is many people at once that are too much: "not loads of people", "big groups"."""
    return _BIG.search(words.replace("’", "'")) is not None and not shuns_groups(words)


_RATHER = re.compile(r"\b(?:ideally|preferably|if possible|for preference|if i can)\b", re.IGNORECASE)


def rather_at_home(words: str) -> bool:
    """Whether home suits best, and no more: "ideally from home"."""
    return _RATHER.search(words) is not None


def liked_home(profile: Profile) -> frozenset[str]:
    """Home, where it only suits best: who hardly goes out and wishes for company is shown places to go to as well."""
    told = [entry.words for entry in profile.concepts if entry.code == HOME]
    softly = told and all(_is_softly(words, profile.text) for words in told)
    return frozenset((HOME,)) if softly else frozenset()


def goes_out(profile: Profile) -> bool:
    """Whether somebody would like to get out, and does not say that they cannot."""
    wished = any(said.code == COMPANY and wants_out(said.words) for said in profile.concepts)
    return wished and (HOME not in profile.codes or HOME in liked_home(profile))


def _is_softly(words: str, text: str) -> bool:
    """Their words, and the clause they stand in: "i cant go out, i dont go out" is no choice."""
    if rather_at_home(words):
        return True
    own = _plain(words)
    around = [clause for clause in _CLAUSE.split(_plain(text)) if own and own in clause]
    return goes_out_little(words) and not any(_OUT_OF_THE_QUESTION.search(clause) for clause in around)


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
