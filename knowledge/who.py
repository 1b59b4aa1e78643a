"""Whether a person is among those a service is for: conditions, heritage, groups. None means that it is not known."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.facts import Facts
from knowledge.heritage import meets
from knowledge.profile import CODED_AGES

MIND = frozenset(
    f"health.{key}"
    for key in ("anxiety", "depression", "psychosis", "bipolar", "personality", "trauma", "stress", "addiction")
)
BODY = frozenset(
    f"health.{key}"
    for key in (
        "musculoskeletal",
        "chronic_pain",
        "fatigue",
        "mobility",
        "heart_lungs",
        "diabetes",
        "cancer",
        "epilepsy",
        "sight",
        "hearing",
    )
)
_SLOTS: Mapping[str, str] = {
    "identity.ethnicity": "heritage",
    "identity.woman": "gender",
    "identity.man": "gender",
    "identity.age_16_25": "age",
    "identity.over_50": "age",
    "identity.care_experienced": "circumstance",
    "identity.refugee": "circumstance",
    "identity.lone_parent": "circumstance",
    "identity.veteran": "circumstance",
    "identity.lgbt": "circumstance",
    "constraint.criminal_record": "record",
    "constraint.right_to_work": "work_right",
}
"""The question that settles each group; every other constraint is asked about by ``hard``."""
_SETTLING = frozenset({"circumstance", "record"})
"""Questions whose answer also says what a person is not."""


def condition(facts: Facts, asked: tuple[str, ...]) -> bool | None:
    """Any one condition is enough. A condition that was named only as "something else" decides nothing."""
    if not asked or facts.conditions & set(asked):
        return True
    if facts.health == "none" or set(asked) <= facts.denied:
        return False
    if facts.conditions:
        return None if "health.other" in facts.conditions else False
    for answer, family in (("mind", MIND), ("body", BODY)):
        if facts.health in (answer, "both") and family <= set(asked):
            return True
    return None


def heritage(facts: Facts, asked: tuple[str, ...]) -> bool | None:
    if not asked:
        return True
    return meets(facts.heritage, asked) if facts.heritage else None


def group(facts: Facts, asked: tuple[str, ...]) -> bool | None:
    """Any one group is enough."""
    answers = {_in_group(facts, code) for code in asked}
    if not answers or True in answers:
        return True
    return None if None in answers else False


def group_slot(facts: Facts, asked: tuple[str, ...]) -> str:
    """The first question, not yet put, that would settle one of the groups; "" where none is left."""
    slots = (_SLOTS.get(code, "hard") for code in asked if _in_group(facts, code) is None)
    return next((slot for slot in slots if slot not in facts.answered), "")


def _in_group(facts: Facts, code: str) -> bool | None:
    if code in facts.identities or code in facts.constraints:
        return True
    if code in facts.denied or (_SLOTS.get(code) in facts.settled & _SETTLING):
        return False
    if code in ("identity.woman", "identity.man"):
        return None if facts.gender in (None, "other") else f"identity.{facts.gender}" == code
    if code in CODED_AGES:
        return _within(facts, *CODED_AGES[code])
    if code == "constraint.right_to_work" and facts.right_to_work is not None:
        return not facts.right_to_work
    return None


def _within(facts: Facts, low: int, high: int) -> bool | None:
    if facts.ages is None:
        return None
    if facts.ages[0] >= low and facts.ages[1] <= high:
        return True
    return False if facts.ages[1] < low or facts.ages[0] > high else None
