from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from knowledge.eligibility import judge
from knowledge.facts import facts_of
from knowledge.listing import Place, Provider, Service, Slot
from knowledge.profile import Profile, Said
from knowledge.reasons import CAUTIONS, EXCLUSIONS
from knowledge.verdicts import Verdict
from tests.knowledge.builders import TODAY, TUESDAY_EVENING, TUESDAY_MORNING, a_provider, a_service


def verdict(profile: Profile, service: Service, provider: Provider | None = None) -> Verdict:
    return judge(facts_of(profile, "Lambeth"), service, provider or a_provider(), TODAY)


def saying(*codes: str, **fields: Any) -> Profile:
    return Profile(concepts=tuple(Said(code) for code in codes), **fields)


CLOSED = [
    ("closed", Profile(), {"capacity": "closed"}),
    ("full", Profile(), {"capacity": "full"}),
    ("full", Profile(), {"capacity": "full", "full_until": TODAY + timedelta(days=1)}),
    ("ended", Profile(), {"ends": TODAY - timedelta(days=1)}),
    ("stale", Profile(), {"checked": TODAY - timedelta(days=181)}),
    ("disliked", Profile(dislikes=frozenset({"lantern"})), {}),
    ("disliked", Profile(dislikes=frozenset({"circle"})), {}),
    ("age", Profile(age=34), {"eligibility": {"min_age": 16, "max_age": 25}}),
    ("age", Profile(age=34), {"eligibility": {"min_age": 50}}),
    ("age", saying("identity.over_50"), {"eligibility": {"max_age": 25}}),
    ("area", Profile(postcode="SE5 9"), {"eligibility": {"districts": ("SE5 8",)}}),
    ("area", Profile(area="Hackney", postcode="E8"), {"eligibility": {"areas": ("Lambeth",)}}),
    ("women_only", Profile(gender="man"), {"eligibility": {"women_only": True}}),
    ("men_only", saying("identity.woman"), {"eligibility": {"men_only": True}}),
    ("ethnicity", Profile(heritage="white English"), {"eligibility": {"ethnicities": ("black",)}}),
    ("condition", saying("health.diabetes"), {"eligibility": {"conditions": ("health.psychosis",)}}),
    ("condition", Profile(health="none"), {"eligibility": {"conditions": ("health.psychosis",)}}),
    ("diagnosis", Profile(diagnosis=False), {"eligibility": {"needs_diagnosis": True}}),
    ("group", Profile(answered=frozenset({"circumstance"})), {"eligibility": {"groups": ("identity.refugee",)}}),
    ("group", Profile(not_=("constraint.caring",)), {"eligibility": {"groups": ("constraint.caring",)}}),
    ("right_to_work", Profile(right_to_work=False), {"eligibility": {"right_to_work": True}}),
    ("right_to_work", saying("constraint.right_to_work"), {"eligibility": {"right_to_work": True}}),
    ("language", Profile(languages=("pt",)), {"languages": ("es",)}),
    ("cannot_meet", saying("constraint.literacy"), {"cannot_meet": ("constraint.literacy",)}),
    ("cannot_meet", saying("constraint.own_home"), {"formats": ("group",)}),
    ("cannot_meet", saying("constraint.step_free"), {"places": (Place("Loft", step_free=False),)}),
    ("times", saying("constraint.daytime_only"), {"times": (TUESDAY_EVENING,)}),
    ("times", saying("constraint.evenings_weekends"), {"times": (TUESDAY_MORNING,)}),
    ("times", saying("constraint.not_mornings"), {"times": (TUESDAY_MORNING,)}),
    ("not_alongside", Profile(attending=frozenset({"other"})), {"not_alongside": ("other",)}),
    ("child_safeguarding", Profile(age=17), {"eligibility": {"min_age": 16}}),
    ("age", Profile(age=17), {"child_safeguarding": True}),
    ("age", Profile(age_band="16_17"), {"child_safeguarding": True, "eligibility": {"min_age": 17}}),
    ("under_16", Profile(age=15), {"child_safeguarding": True, "eligibility": {"min_age": 11}}),
]


@pytest.mark.parametrize(("reason", "profile", "fields"), CLOSED)
def test_a_hard_fact_excludes_and_says_which(reason: str, profile: Profile, fields: dict[str, Any]) -> None:
    assert verdict(profile, a_service(**fields)).excluded == reason
    assert reason in EXCLUSIONS


@pytest.mark.parametrize("kind", ["jobcentre", "dwp"])
def test_the_jobcentre_and_the_dwp_never_get_an_introduction(kind: str) -> None:
    assert verdict(Profile(), a_service(), a_provider(kind=kind)).excluded == "jobcentre"


OPEN = [
    (Profile(), {}),
    (Profile(), {"capacity": "full", "full_until": TODAY}),
    (Profile(), {"checked": None}),
    (Profile(), {"checked": TODAY - timedelta(days=180)}),
    (Profile(), {"ends": TODAY}),
    (Profile(), {"eligibility": {"min_age": 18}}),
    (Profile(age=25), {"eligibility": {"min_age": 16, "max_age": 25}}),
    (Profile(age_band="adult"), {"eligibility": {"min_age": 18}}),
    (Profile(age=17), {"child_safeguarding": True, "eligibility": {"min_age": 16}}),
    (Profile(postcode="SE5 8AB"), {"eligibility": {"districts": ("SE5 8",)}}),
    (Profile(), {"eligibility": {"areas": ("Lambeth",)}}),
    (Profile(gender="woman"), {"eligibility": {"women_only": True}}),
    (Profile(heritage="black caribbean"), {"eligibility": {"ethnicities": ("black",)}}),
    (saying("health.psychosis"), {"eligibility": {"conditions": ("health.psychosis",)}}),
    (saying("identity.refugee"), {"eligibility": {"groups": ("identity.refugee", "identity.veteran")}}),
    (Profile(not_=("constraint.right_to_work",)), {"eligibility": {"right_to_work": True}}),
    (Profile(languages=("pt",)), {"languages": ("en",)}),
    (Profile(languages=("pt-BR",)), {"languages": ("pt",)}),
    (saying("constraint.own_home"), {"formats": ("group", "online")}),
    (saying("constraint.own_home"), {"formats": ()}),
    (saying("constraint.step_free"), {"places": (Place("Loft", step_free=None),)}),
    (saying("constraint.daytime_only"), {"times": ()}),
    (saying("constraint.daytime_only"), {"times": (TUESDAY_EVENING, TUESDAY_MORNING)}),
    (saying("constraint.daytime_only"), {"times": (TUESDAY_EVENING,), "adapts": ("constraint.daytime_only",)}),
    (saying("constraint.daytime_only"), {"times": (Slot(1, "10:00", "17:00"),), "formats": ("one_to_one",)}),
]


@pytest.mark.parametrize(("profile", "fields"), OPEN)
def test_a_person_who_meets_every_fact_is_let_in(profile: Profile, fields: dict[str, Any]) -> None:
    assert verdict(profile, a_service(**fields)) == verdict(Profile(), a_service())


UNKNOWN = [
    ("age", {"min_age": 16, "max_age": 25}),
    ("age", {"min_age": 50}),
    ("place", {"districts": ("SE5 8",)}),
    ("place", {"areas": ("Brixton",)}),
    ("gender", {"women_only": True}),
    ("gender", {"men_only": True}),
    ("heritage", {"ethnicities": ("black",)}),
    ("health", {"conditions": ("health.psychosis",)}),
    ("diagnosis", {"needs_diagnosis": True}),
    ("circumstance", {"groups": ("identity.refugee",)}),
    ("record", {"groups": ("constraint.criminal_record",)}),
    ("hard", {"groups": ("constraint.caring",)}),
    ("work_right", {"right_to_work": True}),
]


@pytest.mark.parametrize(("slot", "rule"), UNKNOWN)
def test_unknown_is_not_no_and_names_its_question(slot: str, rule: dict[str, Any]) -> None:
    found = verdict(Profile(), a_service(eligibility=rule))
    assert found.excluded is None
    assert [unknown.slot for unknown in found.unknown] == [slot]
    assert found.unknown[0].caution in CAUTIONS
    assert 0 < found.likely < 1


def test_half_a_district_stays_open_with_a_caution_and_no_further_question() -> None:
    found = verdict(Profile(postcode="SE5"), a_service(eligibility={"districts": ("SE5 8",)}))
    assert found.excluded is None
    assert [(unknown.slot, unknown.caution) for unknown in found.unknown] == [("", "half_district")]


def test_another_gender_is_never_shut_out_of_a_single_gender_place() -> None:
    found = verdict(Profile(gender="other"), a_service(eligibility={"women_only": True}))
    assert found.excluded is None
    assert found.unknown[0].slot == ""


def test_a_condition_without_a_name_decides_nothing() -> None:
    rule = {"conditions": ("health.psychosis",)}
    assert verdict(saying("health.other"), a_service(eligibility=rule)).excluded is None


def test_support_for_the_young_is_never_assumed_to_fit() -> None:
    young = a_service(eligibility={"min_age": 16, "max_age": 25})
    wide = a_service(eligibility={"max_age": 65})
    assert verdict(Profile(), young).likely < verdict(Profile(), wide).likely


def test_the_first_reason_told_is_about_the_provider_then_the_listing_then_the_person() -> None:
    service = a_service(capacity="closed", eligibility={"women_only": True})
    disliked = Profile(dislikes=frozenset({"lantern"}), gender="man")
    assert verdict(disliked, service).excluded == "disliked"
    assert verdict(replace(disliked, dislikes=frozenset()), service).excluded == "closed"
    assert verdict(Profile(gender="man"), replace(service, capacity="open")).excluded == "women_only"


def test_a_listing_checked_long_ago_is_stale_from_the_day_after_half_a_year() -> None:
    assert verdict(Profile(), a_service(checked=date(2026, 5, 27))).excluded is None
    assert verdict(Profile(), a_service(checked=date(2026, 5, 26))).excluded == "stale"
