"""Reasons and cautions as data: a code, the fact it rests on, the person's own words, the listing's field.

Callers word them by the response ``utter_reason_<code>`` or ``utter_caution_<code>`` of the dialogue's copy
(``reasons.yml``) with the parameters named here. Where a reason lives on the person's words and none are kept,
``response_of`` names the response that does without (``..._plain``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.first_visit import who_meets
from knowledge.listing import Place, Provider, Service


@dataclass(frozen=True)
class Reason:
    """``because`` is a code of the typology or the name of a profile's field; ``text`` is left to the caller. Where a
    listing's field suits in part, ``words`` tell what of it does and ``rest`` what does not.
    """

    code: str
    because: str = ""
    words: str = ""
    field: str = ""
    text: str = ""
    rest: str = ""


REASONS: Mapping[str, tuple[str, ...]] = {
    "interest": ("words",),
    "strength": ("words",),
    "own_words": ("words",),
    "hope": ("words",),
    "stage_distant": (),
    "stage_nearer": (),
    "stage_ready": (),
    "stage_in_work": (),
    "need": ("words",),
    "benefits_first": (),
    "adapts": ("words",),
    "one_to_one": (),
    "small_group": ("detail",),
    "from_home": (),
    "near": ("words",),
    "times": ("detail",),
    "free": (),
    "quiet": (),
    "step_free": (),
    "language": (),
    "women_only": (),
    "men_only": (),
    "own_community": ("words",),
    "group": ("words",),
    "age": (),
    "specialism": ("words",),
    "condition": ("words",),
    "experienced": (),
    "met": ("detail",),
}
"""Reason codes with the parameters their copy may use, beside ``words`` always ``service`` and ``provider``."""

CAUTIONS: Mapping[str, tuple[str, ...]] = {
    "age_unknown": ("detail",),
    "area_unknown": ("detail",),
    "half_district": ("detail",),
    "heritage_unknown": ("detail",),
    "women_unknown": (),
    "men_unknown": (),
    "condition_unknown": (),
    "diagnosis_unknown": (),
    "work_right_unknown": (),
    "group_unknown": (),
    "language": (),
    "step_free_unknown": (),
    "quiet_unknown": (),
    "noisy": (),
    "group_only": ("detail",),
    "travel": (),
    "cost": ("detail",),
    "times": ("detail",),
    "times_partly": ("words", "detail"),
    "timing_unsure": ("detail",),
    "mixed": (),
    "at_home": (),
    "waiting": ("detail",),
    "away": ("detail",),
    "starts_later": ("detail",),
    "out_of_season": ("detail",),
    "unchecked": ("detail",),
    "changed": (),
    "silent": (),
    "funding": ("detail",),
    "no_recent": ("detail",),
    "touches_benefits": (),
    "papers": ("detail",),
    "no_letters": (),
}

EXCLUSIONS: tuple[str, ...] = (
    "paused",
    "jobcentre",
    "disliked",
    "closed",
    "ended",
    "full",
    "stale",
    "under_16",
    "child_safeguarding",
    "age",
    "area",
    "women_only",
    "men_only",
    "ethnicity",
    "condition",
    "diagnosis",
    "group",
    "right_to_work",
    "language",
    "cannot_meet",
    "times",
    "not_alongside",
    "unwanted",
    "too_basic",
)
"""Why a service is not offered, the first that holds being the one that is told."""

_NEEDS_WORDS = frozenset({code for code, names in REASONS.items() if "words" in names})


def response_of(kind: str, reason: Reason) -> str:
    """The name of the response that words it; ``kind`` is ``reason`` or ``caution``."""
    bare = kind == "reason" and reason.code in _NEEDS_WORDS and not reason.words
    return f"utter_{kind}_{reason.code}{'_plain' if bare else ''}"


def parameters(reason: Reason, service: Service, provider: Provider) -> dict[str, str]:
    """What the copy may use: the person's ``words``, the listing's own ``detail``, ``service`` and ``provider``."""
    return {
        "words": reason.words,
        "detail": reason.rest or _detail(reason.field, service, provider),
        "service": service.name,
        "provider": provider.name,
    }


def _detail(field: str, service: Service, provider: Provider) -> str:
    """A listing's field in the listing's own words; "" where it has none."""
    rule = service.eligibility
    if field == "eligibility.age":
        return _ages(rule.min_age, rule.max_age)
    if field.startswith("eligibility."):
        value = getattr(rule, field.removeprefix("eligibility."), "")
    elif field == "times":
        value = service.times_words
    elif field == "away_until":
        value = provider.away_until
    elif field == "first_visit":
        value = who_meets(service)
    elif field == "capacity":
        value = service.waiting
    elif field == "season":
        value = service.season[0] if service.season else ""
    else:
        value = getattr(service, field, "")
    return _worded(value).removesuffix(".")


def _worded(value: object) -> str:
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, tuple):
        return _joined([entry.area or entry.name if isinstance(entry, Place) else str(entry) for entry in value])
    return "" if value is None or isinstance(value, bool) else str(value)


def _joined(names: list[str]) -> str:
    unique = list(dict.fromkeys(name for name in names if name))
    return ", ".join(unique)


def _ages(low: int | None, high: int | None) -> str:
    return f"{low or 0}+" if high is None else f"{low or 0}–{high}"
