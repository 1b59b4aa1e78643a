"""The questions of a first conversation: what a message answers, and what is known, as slots.

Slots are a projection of facts: a list of codes, an answer, ``given`` or ``skipped``. None: not asked, not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from introductions.answering import answer_of
from introductions.asked import A_STORY, FREE_TEXT, QUESTIONS, SENSITIVE
from introductions.asked_about import EXPERIENCED, only_asked_about
from introductions.at_work import asks_told
from introductions.calls import calls_told
from introductions.hours_worked import is_a_shift, on_shifts, worked
from introductions.job_hope import goal_told, is_a_wish_to_give, job_hope_told
from introductions.likings import likings_told, makes_ill, points_at_a_place
from introductions.model import Fact, Heard
from introductions.reading import Reading
from introductions.trades import trades_told
from knowledge.answers import answer_codes
from knowledge.understanding.giving import TEACHING
from knowledge.understanding.looked_on import is_looked_on
from knowledge.understanding.times_again import is_any_time

_TIMES = frozenset({"constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings"})
_CIRCUMSTANCES = ("care_experienced", "refugee", "lone_parent", "veteran", "lgbt")


@dataclass(frozen=True)
class Telling:
    """``heard`` are the facts to keep; ``answered`` says whether the asked question has its answer."""

    heard: tuple[Heard, ...] = ()
    answered: bool = False


def telling(read: Reading, asked: str | None) -> Telling:
    """What one message tells, in the light of the question that was ``asked`` (a slot's name)."""
    if asked and asked in SENSITIVE and not read.tapped and is_looked_on(read.text):
        return Telling((_marker(asked, "skipped", read), _marker("alone", "with_someone", read)), answered=True)
    goal = goal_told(read)
    facts = [*(meant := _meant(read, asked)), *trades_told(read.text, meant), *map(_value, read.values), *goal]
    if not read.tapped and read.intent in ("inform", "correct"):
        facts += [*likings_told(read.text, asked), *job_hope_told(read.text, facts)]
    if not read.tapped:
        facts += [*asks_told(read.intent, read.text), *calls_told(read.intent, read.text)]
    answer = answer_of(read, asked)
    if asked == "times" and answer != "skipped" and on_shifts(read.text) and not _chosen(facts):
        answer = "skipped"
    if asked is None and not read.tapped and is_any_time(read.text):
        facts.append(_marker("times", "any_time", read))
    if answer is None and goal and asked in _ASKS_FOR_GOALS:
        answer = "given"
    if answer is None and asked and read.intent in ("inform", "correct") and _tells(asked, facts):
        answer = "given"
    if answer is not None and asked:
        facts += _coded(asked, answer, read, facts)
        facts.append(_marker(asked, answer, read))
    return Telling(tuple(facts), answer is not None)


_ASKS_FOR_GOALS = ("story", "interests", "hopes")


def _meant(read: Reading, asked: str | None) -> list[Heard]:
    """The concepts without those that other words of the message took with them.

    Digits of a postcode are no hour of the day; the basic help that somebody is sick of is not what they ask for.
    """
    places = [one.words for one in read.values if one.field == "district"]
    teaches = any(one.code == "interest.teaching" for one in read.concepts)
    sick_of_basics = any(one.code == EXPERIENCED for one in read.concepts)
    names = [one.words.casefold() for one in read.values if one.field == "name"] if asked == "chosen_name" else []
    return [
        replace(one, words="") if one.words in places else one
        for one in read.concepts
        if one.words.casefold() not in names
        and not makes_ill(read.text, one, read.concepts)
        and not points_at_a_place(read.text, one)
        and not only_asked_about(read.intent, one.code or "")
        and not (one.words.isdigit() and any(one.words in place for place in places))
        and not (one.code == "constraint.cost" and _ASKS_IF_FREE.search(read.text))
        and not (sick_of_basics and one.code in _BASICS)
        and not (asked != "times" and one.code in (*_TIMES, _PART_TIME) and worked(read.text, one.words))
        and not (one.code in _TIMES and is_a_shift(read.text, one.words))
        and not _DEPARTMENT.fullmatch(one.words)
        and not (teaches and one.code == "support.training" and one.words.casefold() == "teach")
        and not (one.code == "constraint.caring" and _OTHERS_CARE.search(one.words))
    ]


def _chosen(facts: Sequence[Heard]) -> bool:
    return any(one.code in _TIMES or one.field == "days" for one in facts)


_DEPARTMENT = re.compile(r"(?:the )?(?:\w+ology|\w+ologist|physio\w*|orthopaedics?)", re.IGNORECASE)
"""Where somebody is seen is not what they have."""
_OTHERS_CARE = re.compile(
    r"\b(?:has|have|takes?|minds?|watch(?:es)?|looks? after|picks?)\s+(?:him|her|them|the kids|my (?:son|daughter"
    r"|kids|lad|boy|girl))\b"
    r"|\b(?:residents?|clients?|patients?|service users?)\b",
    re.IGNORECASE,
)
"""Who minds a child for them, or whom they care for at work, is nobody they care for at home."""
_ASKS_IF_FREE = re.compile(r"\b(is|are) (it|this|that|they)( \w+)? free\b", re.IGNORECASE)
"""A question about the price tells of no need."""
_PART_TIME = "constraint.part_time"
_BASICS = frozenset({"support.employability_skills", "support.information_technology"})


def _value(one: Heard) -> Heard:
    return replace(one, code=None)


def _tells(asked: str, facts: Sequence[Heard]) -> bool:
    if asked == "times" and any(one.code in _TIMES or one.field == "days" for one in facts):
        return True
    if asked == "hopes" and any((one.code, one.polarity) == (TEACHING, "yes") for one in facts):
        return True
    return slot_of(asked, [_as_fact(one) for one in facts]) is not None


def _coded(asked: str, answer: str, read: Reading, facts: Sequence[Heard]) -> list[Heard]:
    known = {one.code for one in facts}
    words = "" if answer in ("skipped", "given") else read.text.strip()
    words = words[:1].lower() + words[1:] if read.tapped else words
    return [
        Heard("concept", code, code, "yes", words[:80]) for code in answer_codes(asked, answer) if code not in known
    ]


def _marker(asked: str, answer: str, read: Reading) -> Heard:
    words = ""
    if answer == "given" and asked == "heritage":
        words = read.text.strip()
    if answer == "given" and asked == "chosen_name":
        named = next((one.value for one in read.values if one.field == "name"), read.text.strip())
        words = _ASIDE_OF_A_NAME.split(named)[0].strip() or named
    return Heard(asked, words or answer, None, "yes", words)


_ASIDE_OF_A_NAME = re.compile(r"\s*[,;(]|\s+(?=since you|if you|but |thanks|please\b|for now\b)", re.IGNORECASE)
"""Where a name ends and what is said beside it begins: "Robert, since you ask"."""


def as_facts(heard: Iterable[Heard]) -> list[Fact]:
    """What was heard, as the facts it would become; for judging a message by itself."""
    return [_as_fact(one) for one in heard]


def _as_fact(one: Heard) -> Fact:
    return Fact("", one.field, one.value, one.code, one.polarity, one.words, "", datetime.min.replace(tzinfo=UTC))


def slots(facts: Sequence[Fact]) -> dict[str, object]:
    """Every question's slot: None where nothing is known and the person did not skip it."""
    waiting = reopened(facts)
    return {name: None if name == waiting else slot_of(name, facts) for name in QUESTIONS}


def tells_health(facts: Sequence[Fact]) -> bool:
    """Whether they told of their health: who did is not asked what makes things hard as if they had not."""
    return any((fact.code or "").startswith("health.") and fact.polarity == "yes" for fact in facts)


def jobs_turned_down(facts: Sequence[Fact]) -> bool:
    """Whether what they said last of a job is no; to have none is no such no."""
    return any(fact.code == "stage.ready" and fact.polarity == "no" for fact in facts)


def facts_of(question: str, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that a question's answer left, in its own field or as codes that belong to it."""
    return [fact for fact in facts if fact.field == question or (question != "story" and slot_of(question, [fact]))]


def reopened(facts: Sequence[Fact]) -> str | None:
    """The question that the person wants to answer anew, if there is one."""
    return next((f.value or None for f in reversed(facts) if f.field == "reopened"), None)


def slot_of(name: str, facts: Sequence[Fact]) -> object:
    codes = sorted({f.code for f in facts if f.code and f.polarity != "no" and belongs(name, f.code)})
    if codes:
        return codes
    marker = next((f.value for f in reversed(facts) if f.field == name and f.polarity == "yes"), None)
    if marker is not None:
        return "given" if name in FREE_TEXT and marker != "skipped" else marker
    if name == "hopes" and any(f.field == "goal" or is_a_wish_to_give(f) for f in facts):
        return "given"
    if name == "place":
        return "given" if any(f.field in ("district", "area") for f in facts) else None
    if name == "story":
        return "given" if sum(f.field == "concept" and f.polarity != "no" for f in facts) >= A_STORY else None
    if name == "health" and any(f.code and f.code.startswith("health.") and f.polarity == "no" for f in facts):
        return "none"
    if name == "work_right" and any(f.code == _NO_PAPERS and f.polarity == "no" for f in facts):
        return "yes"
    return None


_NO_PAPERS = "constraint.right_to_work"
"""Who says that it is no trouble ("yes I have papers") may work."""
_WISHED_STAGES = ("stage.ready", "stage.in_work")
"""Who wants a job, or has one to keep, has said what they hope for; the other stages are only ours to weigh."""


def belongs(name: str, code: str) -> bool:
    if name == "interests":
        return code.startswith("interest.")
    if name == "hopes":
        return code.startswith("support.") or code in _WISHED_STAGES
    if name == "hard":
        return code.startswith("constraint.") and code not in _TIMES
    if name == "times":
        return code in _TIMES
    if name == "health":
        return code.startswith("health.")
    return code in _SINGLE.get(name, ())


_SINGLE: Mapping[str, tuple[str, ...]] = {
    "gender": ("identity.woman", "identity.man"),
    "heritage": ("identity.ethnicity",),
    "circumstance": tuple(f"identity.{name}" for name in _CIRCUMSTANCES),
    "record": ("constraint.criminal_record",),
}


def answered_by(facts: Sequence[Fact]) -> list[str]:
    """The questions that were asked and answered or skipped, oldest first."""
    return [f.field for f in facts if f.field in QUESTIONS]
