"""Hard facts of who somebody is: age, health, gender, background and groups, each against one service."""

from __future__ import annotations

from knowledge import who
from knowledge.facts import Facts
from knowledge.listing import Service
from knowledge.verdicts import Finding, Unknown


def age(facts: Facts, service: Service) -> Finding:
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


def condition(facts: Facts, service: Service) -> Finding:
    fits = who.condition(facts, service.eligibility.conditions)
    if fits is False:
        return "condition"
    if fits is None:
        slot = "" if facts.health_known else "health"
        return Unknown(slot, "eligibility.conditions", "condition_unknown", likely=0.7)
    return None


def diagnosis(facts: Facts, service: Service) -> Finding:
    if not service.eligibility.needs_diagnosis or facts.diagnosis:
        return None
    if facts.diagnosis is False:
        return "diagnosis"
    return Unknown("diagnosis", "eligibility.needs_diagnosis", "diagnosis_unknown", likely=0.85)


def gender(facts: Facts, service: Service) -> Finding:
    rule = service.eligibility
    for only, wanted, other in ((rule.women_only, "woman", "man"), (rule.men_only, "man", "woman")):
        if not only or facts.gender == wanted:
            continue
        if facts.gender == other:
            return "women_only" if rule.women_only else "men_only"
        slot = "" if facts.gender else "gender"
        return Unknown(slot, "eligibility.gender", "women_unknown" if rule.women_only else "men_unknown", likely=0.6)
    return None


def ethnicity(facts: Facts, service: Service) -> Finding:
    fits = who.heritage(facts, service.eligibility.ethnicities)
    if fits is False:
        return "ethnicity"
    if fits is None:
        slot = "" if facts.heritage else "heritage"
        return Unknown(slot, "eligibility.ethnicities", "heritage_unknown", likely=0.7)
    return None


def group(facts: Facts, service: Service) -> Finding:
    groups = service.eligibility.groups
    fits = who.group(facts, groups)
    if fits is False:
        return "group"
    if fits is None:
        return Unknown(who.group_slot(facts, groups), "eligibility.groups", "group_unknown", likely=0.45)
    return None
