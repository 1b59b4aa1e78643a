"""The codes that a message says, with polarity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.language.phrases import Found, inside
from knowledge.language.words import Token
from knowledge.lexicon import NOTHING
from knowledge.understanding.books import books
from knowledge.understanding.model import Concept, Polarity, Value
from knowledge.understanding.scope import Scope


def listed_concepts(text: str, scope: Scope) -> list[Concept]:
    """One concept for each code and polarity, in order of appearance."""
    message = scope.message
    found = _kept(books().concepts.find(message))
    heard: dict[tuple[str, str], Concept] = {}
    for one in sorted(found, key=lambda f: (f.start, f.end)):
        code, _, fixed = one.label.partition(" ")
        if scope.of_another(one, code):
            continue
        polarity: Polarity = fixed or scope.polarity(one, code, _group(found, code))  # type: ignore[assignment]
        if not fixed and not _meant(scope, one, code, polarity):
            continue
        start, end = message[one.start].start, message[one.end - 1].end
        for side in scope.sides(one, code, polarity):
            heard.setdefault((code, side), Concept(code, side, start, end, text[start:end]))
    return [c for c in heard.values() if not _follows(c, heard)]


def of_nothing(message: Sequence[Token]) -> dict[str, list[tuple[int, int]]]:
    """Where in the text words stand that are listed as telling nothing, by the groups of codes they tell nothing of."""
    told: dict[str, list[tuple[int, int]]] = {}
    for one in books().concepts.find(message):
        for group in one.label.split()[1:] if one.label.startswith(NOTHING) else ():
            told.setdefault(group, []).append((message[one.start].start, message[one.end - 1].end))
    return told


def _follows(concept: Concept, heard: Mapping[tuple[str, str], Concept]) -> bool:
    """A denial that only repeats: of a code also said, or of wanting work when one kind of it is refused."""
    if concept.polarity != "no":
        return False
    refused = any(code.startswith("interest.") and polarity == "no" for code, polarity in heard)
    wanting = concept.code.startswith("stage.") or concept.code == "support.job_brokering"
    return (concept.code, "yes") in heard or (refused and wanting)


def _meant(scope: Scope, one: Found, code: str, polarity: Polarity) -> bool:
    """Whether a code is more than named in passing: support is asked for or refused, hours are what one can do."""
    if polarity == "no":
        return not code.startswith("support.") or scope.refused(one)
    if code == "support.job_brokering":
        return scope.asked_near(one, "seek")
    if code in _ONLY_WISHED:
        return scope.asked_near(one, "wish")
    return code not in _ONLY_WHEN_FREE or scope.asked_near(one, "when_free")


_ONLY_WHEN_FREE = frozenset(("constraint.daytime_only", "constraint.evenings_weekends"))
_ONLY_WISHED = frozenset(
    (
        "support.training",
        "support.employability_skills",
        "support.coaching_mentoring",
        "support.work_experience",
        "support.information_technology",
        "support.psychological_support",
        "support.business_enterprise",
        "stage.nearer",
    )
)
"""Codes that a bare noun does not say: who had counselling does not ask for it."""

_HIDE_EACH_OTHER = frozenset(("interest", "health", "constraint"))


def _kept(found: Sequence[Found]) -> list[Found]:
    """Those that no longer phrase hides: "childcare course" hides "childcare", "art class" does not hide "art"."""
    return [
        one
        for one in found
        if not one.label.startswith(NOTHING) and not any(inside(one, other) and _hides(other, one) for other in found)
    ]


def _hides(longer: Found, shorter: Found) -> bool:
    group, other = shorter.label.partition(".")[0], longer.label.partition(".")[0]
    if other.startswith(NOTHING):
        return group in longer.label.split()
    if group == "identity":
        return longer.label == shorter.label
    if other == group or {group, other} <= _HIDE_EACH_OTHER:
        return True
    return other == "interest" and shorter.label == "support.psychological_support"


def _group(found: Sequence[Found], code: str) -> list[Found]:
    group = code.partition(".")[0]
    return [f for f in found if f.label.startswith(group + ".")]


def of_age(said: Sequence[Concept], values: Sequence[Value]) -> list[Concept]:
    """The age code that a stated age gives, if the words have not given it already."""
    codes = {concept.code for concept in said}
    ages = [value for value in values if value.field == "age"]
    for value in ages[:1]:
        years = int(value.value)
        code = "identity.age_16_25" if 16 <= years <= 25 else "identity.over_50" if years >= 50 else ""
        if code and code not in codes:
            return [Concept(code, "yes", value.start, value.end, value.words)]
    return []
