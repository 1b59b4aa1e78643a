"""Every reason to exclude decides at least twice in the sample, and very different people find good places in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from knowledge.directory import Directory
from knowledge.listing import Service
from knowledge.matching import match
from knowledge.profile import Profile, Said
from knowledge.reasons import EXCLUSIONS
from knowledge.sample import SAMPLE_DAY, load_sample

DIRECTORY = load_sample()
NOBODY = Profile()


def said(*codes: str) -> tuple[Said, ...]:
    return tuple(Said(code) for code in codes)


def excluded(profile: Profile, directory: Directory = DIRECTORY) -> Mapping[str, str]:
    return {e.service_id: e.reason for e in match(profile, directory, today=SAMPLE_DAY).excluded}


BY_PERSON: Mapping[str, tuple[Profile, ...]] = {
    "disliked": (Profile(dislikes=frozenset({"ackee-house"})),),
    "under_16": (Profile(age=14),),
    "child_safeguarding": (Profile(age=17),),
    "area": (Profile(postcode="SE1"), Profile(postcode="SE5 7")),
    "women_only": (Profile(gender="man"),),
    "men_only": (Profile(gender="woman"),),
    "ethnicity": (Profile(heritage="Polish"),),
    "condition": (Profile(concepts=said("health.diabetes"), answered=frozenset({"health"})),),
    "diagnosis": (Profile(diagnosis=False),),
    "group": (
        Profile(
            answered=frozenset({"circumstance", "record"}), not_=("identity.refugee", "constraint.criminal_record")
        ),
        Profile(not_=("identity.care_experienced", "identity.lgbt", "identity.refugee")),
    ),
    "right_to_work": (Profile(right_to_work=False),),
    "language": (Profile(languages=("pl",)),),
    "cannot_meet": (Profile(concepts=said("constraint.step_free")), Profile(concepts=said("constraint.no_groups"))),
    "times": (Profile(concepts=said("constraint.evenings_weekends")),),
    "not_alongside": (Profile(attending=frozenset({"south-reach-talks", "doorway-coach"})),),
    "unwanted": (Profile(not_=("interest.arts_crafts", "interest.gardening_nature", "interest.computers")),),
    "too_basic": (Profile(concepts=said("constraint.overqualified")),),
}

OPENED: Mapping[str, dict[str, Any]] = {
    "closed": {"capacity": "open"},
    "ended": {"ends": None},
    "full": {"capacity": "open"},
    "stale": {"checked": SAMPLE_DAY},
}


@pytest.mark.parametrize("reason", BY_PERSON)
def test_a_reason_about_the_person_decides_at_least_twice(reason: str) -> None:
    """Decides: for somebody of whom nothing is known the same service is not excluded."""
    anyway = excluded(NOBODY)
    decided = {i for p in BY_PERSON[reason] for i, why in excluded(p).items() if why == reason and i not in anyway}
    assert len(decided) >= 2, decided


@pytest.mark.parametrize(("low", "high"), [(25, 25), (64, 64)])
def test_age_decides_from_below_and_from_above(low: int, high: int) -> None:
    anyway = excluded(NOBODY)
    decided = [i for i, why in excluded(Profile(age=low)).items() if why == "age" and i not in anyway]
    limits = [DIRECTORY.services[i].eligibility for i in decided]
    assert len(limits) >= 2
    if high < 50:
        assert sum(rule.min_age is not None and rule.min_age > low for rule in limits) >= 2
    else:
        assert sum(rule.max_age is not None and rule.max_age < high for rule in limits) >= 2


@pytest.mark.parametrize("reason", OPENED)
def test_a_reason_about_the_listing_decides_at_least_twice(reason: str) -> None:
    """Decides: with that one field put right, the service is offered."""
    shut = [i for i, why in excluded(NOBODY).items() if why == reason]
    services: dict[str, Service] = {i: replace(DIRECTORY.services[i], **OPENED[reason]) for i in shut}
    opened = Directory(DIRECTORY.providers, {**DIRECTORY.services, **services})
    assert len(shut) >= 2
    assert not set(shut) & set(excluded(NOBODY, opened))


def test_the_jobcentre_and_the_dwp_are_listed_and_never_offered() -> None:
    kinds = {DIRECTORY.provider_of(s).kind for s in DIRECTORY.services.values()}
    shut = [i for i, why in excluded(NOBODY).items() if why == "jobcentre"]
    assert {"jobcentre", "dwp"} <= kinds
    assert len(shut) >= 2


def test_every_reason_the_matcher_knows_is_covered_here() -> None:
    assert set(EXCLUSIONS) == {*BY_PERSON, *OPENED, "age", "jobcentre", "paused"}


PEOPLE: Mapping[str, tuple[Profile, set[str]]] = {
    "anxious, sews, wants small company": (
        Profile(
            concepts=(
                *said("health.anxiety", "constraint.no_groups", "constraint.good_bad_days", "stage.distant"),
                Said("interest.arts_crafts", "sewing"),
                Said("support.social_engagement", "some company"),
            ),
            text="dont go out much since my mum died. anxiety. used to do a lot of sewing. company, not a big group",
            postcode="SW9",
        ),
        {"thread-kettle-circle", "kitchen-table-craft", "muddy-collar-walks", "two-hats-wobble", "shelfmark-till"}
        | {"ackee-paint-night", "ackee-barber-talk", "windrow-open-studio", "zaytun-stitch", "st-brannocs-porch"},
    ),
    "experienced, would teach print": (
        Profile(
            concepts=(
                *said("constraint.overqualified", "constraint.benefits_worry", "stage.nearer"),
                Said("interest.teaching", "teach it maybe"),
            ),
            text="20 years in print, supervisor. teach it maybe. done interview skills 4 times",
            postcode="SE5",
        ),
        {"inkwell-guest-teacher", "bridgefoot-teach-trade", "two-hats-be-a-mentor", "spanner-old-hands"}
        | {"elder-tide-third-act", "tide-street-front-of-house", "ember-benefits-morning"},
    ),
    "night care worker with a bad back": (
        Profile(
            concepts=said(
                "health.musculoskeletal", "stage.in_work", "support.in_work_support", "interest.care_support"
            ),
            text="work in a care home nights my backs gone & i cant tell my manager ill lose it",
            postcode="SW8",
        ),
        {"fair-shift-rights", "night-bench-rights", "upright-backs-at-work", "lark-street-physio-work"}
        | {"adjust-ask-for-change", "doorway-stay-in"},
    ),
}


@pytest.mark.parametrize("person", PEOPLE)
def test_very_different_people_each_find_three_good_places(person: str) -> None:
    profile, good = PEOPLE[person]
    offered = [m.service_id for m in match(profile, DIRECTORY, today=SAMPLE_DAY).matches]
    assert len(offered) == 3
    assert set(offered) <= good, offered
