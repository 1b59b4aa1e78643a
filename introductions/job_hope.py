"""What somebody hopes to do, as they named it: a goal, a job in place of "a job that suits", whom they would teach."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from introductions.model import Fact, Heard
from introductions.private_words import says_private_things, tells_private
from introductions.reading import Reading
from introductions.templates import phrases
from knowledge.kindness import dream
from knowledge.understanding.open_wish import open_wish
from knowledge.understanding.work_wish import work_wished

JOB_HOPE = "job_hope"
"""The field of such a fact; what they say last stands."""
JOBS = frozenset(("stage.ready", "support.job_brokering"))
"""What a wish for a job is heard as."""


def goal_told(read: Reading) -> list[Heard]:
    """What they would love to be or do, in their own words: no list of ours holds every ambition."""
    if read.tapped or read.intent not in ("inform", "correct", "nlu_fallback"):
        return []
    known = [one.words for one in read.concepts if not (one.code or "").startswith(_HOURS_AND_THE_LIKE)]
    words = dream(read.text) or open_wish(read.text, known)
    return [Heard("goal", words, None, "yes", words)] if words else []


_HOURS_AND_THE_LIKE = "constraint."
"""These stand beside a wish and do not tell it."""


def job_hope_told(text: str, heard: Iterable[Heard]) -> list[Heard]:
    """None where the message was not heard to wish for a job."""
    wishes = any(one.code in JOBS and one.polarity == "yes" for one in heard)
    words = work_wished(text) if wishes else ""
    return [Heard(JOB_HOPE, words, None, "yes", words)] if words else []


def job_hoped(facts: Sequence[Fact]) -> str:
    """Empty where they named none, hope for none any more, or it tells more than a letter says unasked."""
    words = next((one.value for one in reversed(facts) if one.field == JOB_HOPE), "")
    stands = any(one.code in JOBS and one.polarity == "yes" for one in facts)
    return words if stands and words and not tells_private("hopes", words) else ""


def would_teach(fact: Fact) -> bool:
    """A wish to give: "teach it maybe", "show young lads how its done"; who likes teaching tells of a liking."""
    return fact.code == "interest.teaching" and fact.polarity == "yes" and _TEACHES.match(fact.words) is not None


def would_sit_on_a_board(fact: Fact) -> bool:
    """As is to sit on a board: a seat is no pastime that somebody enjoys."""
    return fact.code == "interest.community" and fact.polarity == "yes" and _SEAT.search(fact.words) is not None


_SEAT = re.compile(
    r"\btrustees?\b|\b(?:on|join) (?:(?:a|the|some|any) )?(?:\w+ )?(?:boards?|committee)\b", re.IGNORECASE
)


def is_a_wish_to_give(fact: Fact) -> bool:
    """Who has one has said what they hope for."""
    return would_teach(fact) or would_sit_on_a_board(fact)


def seat_hoped(facts: Sequence[Fact]) -> list[str]:
    return [str(phrases()["to_be_a_trustee"])] if any(map(would_sit_on_a_board, facts)) else []


def teaching_hoped(facts: Sequence[Fact]) -> list[str]:
    """Whom they would teach, in their words where those name somebody."""
    found = [_TEACHES.match(fact.words) for fact in facts if would_teach(fact)]
    named = [one for one in found if one and one["whom"] and not says_private_things(one["whom"])]
    if not named:
        return [str(phrases()["to_teach"])] if found else []
    return [f"to {one['verb'].casefold()} {one['whom']}" for one in named]


_TEACHES = re.compile(
    r"(?P<verb>teach|mentor|coach|train|tutor)\b(?:\s+(?:it|this|that|what i know))?\s*(?P<whom>[\w' -]{3,30})?\W*$"
    r"|(?:show|pass)\b.*$",
    re.IGNORECASE,
)
