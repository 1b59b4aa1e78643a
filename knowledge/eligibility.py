"""Hard facts: what closes a service to a person, and what is not known yet.

Unknown is not no. A requirement about which nothing was told never excludes: it comes back as ``Unknown``, with the
slot of the question that would settle it and a factor for how likely it is that a person meets it unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from knowledge import availability, who_may
from knowledge.facts import Facts
from knowledge.freshness import OFFERED_UNTIL
from knowledge.geography import Inside, in_areas, in_districts
from knowledge.listing import Provider, Service
from knowledge.verdicts import Finding, Unknown, Verdict


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
    who_may.age,
    _place,
    who_may.gender,
    who_may.ethnicity,
    who_may.condition,
    who_may.diagnosis,
    who_may.group,
    _right_to_work,
    _language,
    _needs,
    _times,
    _alongside,
)
