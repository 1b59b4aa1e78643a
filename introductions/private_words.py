"""Whether words of a line say more than anybody's business, and what about: health, or another matter of their own."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

from introductions.health_words import names_health, without_mild
from introductions.templates import phrases
from knowledge.understanding import understand
from knowledge.understanding.asked_of_work import asked_of_work
from knowledge.understanding.limits import is_of_a_week, limit_in
from knowledge.understanding.not_alone import GOING_ALONE

PRIVATE = ("health.", "identity.", "constraint.")
"""How codes begin that tell of health, of who someone is, or of what stands in their way."""

OWN_AFFAIRS = re.compile(
    r"\b(?:benefits?|universal credit|uc|pip|esa|dole|signing on|debts?|rent|custody|social services|courts?"
    r"|(?:kids?|child(?:ren)?|son|daughter|bab(?:y|ies)) back|partner|husband|wife|ex|boyfriend|girlfriend|divorced?"
    r"|marriage|hostel|homeless|evict\w*|housed|housing|own (?:place|flat|home)|(?:a|my|criminal|police) record|prison"
    r"|jail|probation|convict\w*|(?:a|on|my) tag|visa|asylum|immigra\w*|refugee|my papers|home office|to remain"
    r"|citizen\w*|sober|(?:be|get|stay|getting) clean|rehab|drugs?|drink(?:ing)?)\b",
    re.IGNORECASE,
)
"""Money, family, housing, a record, status: nobody's business but their own, whatever it is said with."""


@lru_cache(maxsize=512)
def says_private_things(words: str, field: str = "") -> bool:
    """The words name health, who someone is, or what stands in their way, so they are not put in a letter unasked.
    Times are no such thing in the line of times, nor is anything in the line of a name.
    """
    if field == "name":
        return False
    if OWN_AFFAIRS.search(words):
        return True
    return _says(words, phrases()["times"] if field == "times" else ())


def _says(words: str, plain: Collection[str]) -> bool:
    found = understand(without_mild(words))
    codes = [concept.code for concept in found.concepts if concept.code not in (*plain, GOING_ALONE)]
    return found.crisis != "none" or any(code.startswith(PRIVATE) for code in codes)


_OF_MIND = "support.psychological_support"


@lru_cache(maxsize=512)
def touches(field: str, words: str) -> Literal["health", "private"]:
    """What a line that is off until its person puts it in is about: health, or another matter of their own."""
    if field == "health" or names_health(words) or (field == "helps" and _hints(words)):
        return "health"
    codes = {concept.code for concept in understand(words).concepts}
    of_mind = _OF_MIND in codes or phrases()["hopes_if_offered"][_OF_MIND] in words
    return "health" if of_mind else "private"


def _hints(need: str) -> bool:
    """Whether a need may hint at health, in our words or in theirs."""
    hinting, ours = _hinting(), (phrases()["online_when_hard"], phrases()["rest"])
    said = any(words in need for words in (*hinting.values(), *ours))
    asked = any(one.kind == "hinting" for one in asked_of_work(f"i need {need}"))
    limit = limit_in(need)
    said = said or (limit != "" and not is_of_a_week(limit))
    return said or asked or any(concept.code in hinting for concept in understand(need).concepts)


def _hinting() -> dict[str, str]:
    return {code: words for code, words in phrases()["helps_hinting"].items() if code != _NO_CALLS}


_NO_CALLS = "constraint.no_phone_calls"
"""Many want no calls; who says so themselves tells nothing of their health."""


def tells_private(field: str, line: str) -> bool:
    """Whether a line that they wrote is named as private where it is agreed to: nobody hides that they have no internet
    or were out of work.
    """
    if field == "name" or not line:
        return False
    if names_health(line) or OWN_AFFAIRS.search(line) or (field == "helps" and _hints(line)):
        return True
    offered = field == "hopes" and any(words in line for words in phrases()["hopes_if_offered"].values())
    plain = _PLAIN | {_NO_CALLS} if field == "helps" else _PLAIN
    return offered or _says(line, plain | set(phrases()["times"] if field == "times" else ()))


_PLAIN = frozenset(
    f"constraint.{name}"
    for name in "cost offline part_time english overqualified no_experience age_worry "
    "daytime_only evenings_weekends not_mornings".split()
)
