"""Hard facts: what closes a service to a person, and what is not known yet.

Unknown is not no. A requirement about which nothing was told never excludes: it comes back as ``Unknown``, with the
slot of the question that would settle it and a factor for how likely it is that a person meets it unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from knowledge import availability, who
from knowledge.facts import Facts
from knowledge.freshness import OFFERED_UNTIL
from knowledge.geography import Inside, in_areas, in_districts
from knowledge.listing import Provider, Service


@dataclass(frozen=True)
class Unknown:
    """``slot`` is "" where no question of ours would settle it. ``likely`` is 0 to 1, a weight and no statistic."""

    slot: str
    requirement: str
    caution: str
    likely: float


@dataclass(frozen=True)
class Verdict:
    """``excluded`` is one of ``reasons.EXCLUSIONS`` or None; ``unknown`` is empty where it is not None."""

    excluded: str | None = None
    unknown: tuple[Unknown, ...] = ()

    @property
    def likely(self) -> float:
        product = 1.0
        for unknown in self.unknown:
            product *= unknown.likely
        return product


Finding = str | Unknown | None
"""What one check finds: an exclusion's code, something unknown, or nothing against it."""


def judge(facts: Facts, service: Service, provider: Provider, today: date) -> Verdict:
    """Every hard fact of one service against one person, in the order in which reasons are told."""
    unknown: list[Unknown] = []
    for finding in _findings(facts, service, provider, today):
        if isinstance(finding, str):
            return Verdict(excluded=finding)
        if finding is not None:
            unknown.append(finding)
    return Verdict(unknown=tuple(unknown))


def _findings(facts: Facts, service: Service, provider: Provider, today: date) -> Iterator[Finding]:
    yield _provider(facts, service, provider)
    yield _listing(service, today)
    for check in _CHECKS:
        yield check(facts, service)


def _provider(facts: Facts, service: Service, provider: Provider) -> Finding:
    if provider.kind in ("jobcentre", "dwp"):
        return "jobcentre"
    return "disliked" if facts.dislikes & {provider.id, service.id} else None


def _listing(service: Service, today: date) -> Finding:
    if service.capacity == "closed":
        return "closed"
    if service.ends is not None and service.ends < today:
        return "ended"
    if service.capacity == "full" and not (service.full_until is not None and service.full_until <= today):
        return "full"
    if service.checked is not None and today - service.checked > OFFERED_UNTIL:
        return "stale"
    return None


def _age(facts: Facts, service: Service) -> Finding:
    rule = service.eligibility
    if facts.minor:
        return _minor(facts, service)
    low, high = facts.ages or (16, 120)
    if (rule.min_age is not None and high < rule.min_age) or (rule.max_age is not None and low > rule.max_age):
        return "age"
    met_below = rule.min_age is None or low >= rule.min_age or (facts.ages is None and rule.min_age <= 18)
    if met_below and (rule.max_age is None or high <= rule.max_age):
        return None
    slot = "" if facts.age_known else "age"
    return Unknown(slot, "eligibility.age", "age_unknown", likely=_age_likely(rule.min_age, rule.max_age))


def _minor(facts: Facts, service: Service) -> Finding:
    """At 16 and 17 only places that record both that age and child safeguarding; below 16 none at all."""
    low, high = facts.ages or (0, 0)
    if high < 16:
        return "under_16"
    if service.child_safeguarding is not True:
        return "child_safeguarding"
    rule = service.eligibility
    if rule.min_age is None or rule.min_age > low or (rule.max_age is not None and rule.max_age < high):
        return "age"
    return None


def _age_likely(low: int | None, high: int | None) -> float:
    """Support for the under-25s is never assumed to fit (Hackney scrutiny report); wider ranges usually do."""
    if high is not None and high <= 30:
        return 0.5
    return 0.7 if low is not None and low >= 40 else 0.9


def _place(facts: Facts, service: Service) -> Finding:
    rule = service.eligibility
    if rule.districts:
        return _inside(in_districts(facts.where, rule.districts), facts, "eligibility.districts")
    if rule.areas:
        return _inside(in_areas(facts.where, rule.areas), facts, "eligibility.areas")
    return None


def _inside(answer: Inside, facts: Facts, requirement: str) -> Finding:
    if answer == "yes":
        return None
    if answer == "no":
        return "area"
    if answer == "part":
        return Unknown("", requirement, "half_district", likely=0.85)
    return Unknown("" if facts.where.told else "place", requirement, "area_unknown", likely=0.8)


def _condition(facts: Facts, service: Service) -> Finding:
    fits = who.condition(facts, service.eligibility.conditions)
    if fits is False:
        return "condition"
    if fits is None:
        slot = "" if facts.health_known else "health"
        return Unknown(slot, "eligibility.conditions", "condition_unknown", likely=0.7)
    return None


def _diagnosis(facts: Facts, service: Service) -> Finding:
    if not service.eligibility.needs_diagnosis or facts.diagnosis:
        return None
    if facts.diagnosis is False:
        return "diagnosis"
    return Unknown("diagnosis", "eligibility.needs_diagnosis", "diagnosis_unknown", likely=0.85)


def _gender(facts: Facts, service: Service) -> Finding:
    rule = service.eligibility
    for only, wanted, other in ((rule.women_only, "woman", "man"), (rule.men_only, "man", "woman")):
        if not only or facts.gender == wanted:
            continue
        if facts.gender == other:
            return "women_only" if rule.women_only else "men_only"
        slot = "" if facts.gender else "gender"
        return Unknown(slot, "eligibility.gender", "women_unknown" if rule.women_only else "men_unknown", likely=0.6)
    return None


def _ethnicity(facts: Facts, service: Service) -> Finding:
    fits = who.heritage(facts, service.eligibility.ethnicities)
    if fits is False:
        return "ethnicity"
    if fits is None:
        slot = "" if facts.heritage else "heritage"
        return Unknown(slot, "eligibility.ethnicities", "heritage_unknown", likely=0.7)
    return None


def _group(facts: Facts, service: Service) -> Finding:
    groups = service.eligibility.groups
    fits = who.group(facts, groups)
    if fits is False:
        return "group"
    if fits is None:
        return Unknown(who.group_slot(facts, groups), "eligibility.groups", "group_unknown", likely=0.45)
    return None


def _right_to_work(facts: Facts, service: Service) -> Finding:
    if not service.eligibility.right_to_work or facts.right_to_work:
        return None
    if facts.right_to_work is False:
        return "right_to_work"
    return Unknown("work_right", "eligibility.right_to_work", "work_right_unknown", likely=0.9)


def _language(facts: Facts, service: Service) -> Finding:
    """A group held in a language the person did not name is closed to them; English never closes a door."""
    spoken = {tag.split("-")[0].lower() for tag in service.languages}
    own = {tag.split("-")[0].lower() for tag in facts.languages}
    if not spoken or "en" in spoken or spoken & own:
        return None
    return "language" if own else Unknown("", "languages", "language", likely=0.4)


def _needs(facts: Facts, service: Service) -> Finding:
    if facts.constraints & set(service.cannot_meet):
        return "cannot_meet"
    if "constraint.own_home" in facts.constraints and availability.only_in_person(service):
        return "cannot_meet"
    if "constraint.step_free" in facts.constraints and availability.steps_everywhere(service):
        return "cannot_meet"
    return None


def _times(facts: Facts, service: Service) -> Finding:
    return (
        "times"
        if availability.clashes(facts.constraints, service, days=facts.only_days, closely=facts.closely)
        else None
    )


def _alongside(facts: Facts, service: Service) -> Finding:
    return "not_alongside" if facts.attending & {*service.not_alongside, service.id} else None


_CHECKS: tuple[Callable[[Facts, Service], Finding], ...] = (
    _age,
    _place,
    _gender,
    _ethnicity,
    _condition,
    _diagnosis,
    _group,
    _right_to_work,
    _language,
    _needs,
    _times,
    _alongside,
)
