from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.listing import Place, Provider, Service
from knowledge.matching import Result, as_json, match
from knowledge.profile import Profile, Said
from knowledge.reasons import CAUTIONS, EXCLUSIONS, REASONS, Reason, parameters, response_of
from knowledge.sample import load_sample
from knowledge.typology import typology
from tests.knowledge.builders import (
    COMPANY,
    SEWING,
    TODAY,
    TUESDAY_EVENING,
    TUESDAY_MORNING,
    a_directory,
    a_provider,
    a_service,
)

LANTERN = a_provider()


def found(profile: Profile, *services: Service, providers: tuple[Provider, ...] = (LANTERN,), **options: Any) -> Result:
    return match(profile, a_directory(*services, providers=providers), today=TODAY, **options)


def ids(result: Result) -> list[str]:
    return [entry.service_id for entry in result.matches]


def saying(*codes: str | Said, **fields: Any) -> Profile:
    return Profile(concepts=tuple(code if isinstance(code, Said) else Said(code) for code in codes), **fields)


def reasons(result: Result, at: int = 0) -> dict[str, Reason]:
    return {reason.code: reason for reason in result.matches[at].reasons}


def cautions(result: Result, at: int = 0) -> dict[str, Reason]:
    return {caution.code: caution for caution in result.matches[at].cautions}


# What makes a fit


def test_a_reason_carries_the_persons_words_the_fact_and_the_listings_field() -> None:
    told = Profile(past=(Said(SEWING, "a lot of sewing"),), concepts=(Said(COMPANY, "company"),))
    given_back = reasons(found(told, a_service()))
    assert given_back["strength"] == Reason("strength", SEWING, "a lot of sewing", "interests")
    assert given_back["hope"] == Reason("hope", COMPANY, "company", "support")


def test_no_fit_is_said_honestly() -> None:
    assert found(saying("interest.animals"), a_service(support=())).matches == ()
    near = a_service(places=(Place("Hall", district="SW9"),))
    assert found(saying("constraint.cost", postcode="SW9"), near).matches == ()


def test_the_persons_own_words_tell_apart_what_one_code_holds() -> None:
    pots = a_service("pots", summary="Pottery on a small wheel.")
    cloth = a_service("cloth", summary="Sewing at a long table.")
    assert ids(found(saying(Said(SEWING, "sewin")), pots, cloth))[0] == "cloth"
    assert ids(found(saying(Said(SEWING, "pottery")), pots, cloth))[0] == "pots"


def test_words_that_no_code_names_still_find_their_place() -> None:
    bees = a_service("bees", interests=(), support=(), summary="Beekeeping on a roof.")
    result = found(Profile(text="i always loved beekeping"), bees, a_service())
    assert ids(result) == ["bees"]
    assert reasons(result)["own_words"].words == "beekeping"


def test_everyday_words_inside_a_liking_find_nothing_on_their_own() -> None:
    home = a_service("home", interests=(), support=(), summary="Cooking at home and care for the house.")
    assert found(saying(Said("interest.care_support", "care home")), home).matches == ()


def test_words_about_life_are_never_taken_for_a_liking() -> None:
    mums = a_service("mums", interests=(), support=(), summary="A circle for every mum who lost someone.")
    assert found(Profile(text="dont go out since my mum died"), mums).matches == ()


def test_what_a_person_asks_for_outranks_what_is_inferred() -> None:
    asked = a_service("asked", interests=(), support=("support.job_brokering",), stages=("stage.ready",))
    inferred = a_service("inferred", interests=(), stages=("stage.distant",))
    person = saying("support.job_brokering", "stage.distant", "constraint.confidence")
    assert ids(found(person, inferred, asked))[0] == "asked"


def test_a_stage_weighs_but_never_excludes() -> None:
    here = a_service("here", stages=("stage.distant",))
    there = a_service("there", stages=("stage.ready",))
    result = found(saying(SEWING, "stage.distant"), there, here)
    assert ids(result) == ["here", "there"]
    assert result.excluded == ()


def test_stages_come_from_what_is_wanted_and_never_from_health_or_benefits() -> None:
    person = saying("health.psychosis", "constraint.benefits_worry", "constraint.no_experience")
    assert set(found(person, a_service()).stages.values()) == {0.25}
    asked = found(saying("support.in_work_support", "stage.ready"), a_service()).stages
    assert asked["stage.ready"] > asked["stage.in_work"] > asked["stage.distant"] == 0
    assert sum(asked.values()) == pytest.approx(1, abs=0.01)


def test_knowing_the_persons_condition_well_makes_a_place_fit_better() -> None:
    knows = a_service("knows", specialism=("health.anxiety",))
    result = found(saying(SEWING, Said("health.anxiety", "my nerves")), a_service("alder"), knows)
    assert ids(result)[0] == "knows"
    assert reasons(result)["specialism"].words == "my nerves"


# What pushes away


def test_disliked_interests_push_away_and_exclude_where_there_is_nothing_else() -> None:
    only = a_service("only", interests=("interest.gardening_nature",))
    both = a_service("both", interests=("interest.gardening_nature", SEWING))
    result = found(saying(SEWING, COMPANY, not_=("interest.gardening_nature",)), only, both, a_service("cloth"))
    assert ids(result)[0] == "cloth"
    assert [(entry.service_id, entry.reason) for entry in result.excluded] == [("only", "unwanted")]


def test_support_that_is_not_wanted_is_not_offered() -> None:
    cv = a_service("cv", support=("support.employability_skills",))
    assert ids(found(saying(SEWING, not_=("support.employability_skills",)), cv, a_service())) == ["circle"]


CV = a_service("cv", support=("support.employability_skills",), interests=("interest.office",))
COACH = a_service("coach", support=("support.coaching_mentoring",), interests=("interest.office",))


def test_the_experienced_never_get_basics_unasked() -> None:
    result = found(saying("constraint.overqualified", "interest.office"), CV, COACH)
    assert ids(result) == ["coach"]
    assert result.excluded[0].reason == "too_basic"


def test_the_experienced_who_ask_for_basics_get_them_but_never_first() -> None:
    person = saying("constraint.overqualified", "support.employability_skills", "interest.office")
    assert ids(found(person, CV, COACH)) == ["coach", "cv"]


def test_a_course_for_beginners_is_basic_too_unless_it_starts_from_what_people_know() -> None:
    course = a_service("course", support=("support.training",), summary="Office basics for beginners.")
    person = saying("constraint.overqualified", SEWING)
    assert found(person, course).matches == ()
    assert ids(found(person, replace(course, adapts=("constraint.overqualified",)))) == ["course"]


# Working around


@pytest.mark.parametrize(
    ("constraint", "fields", "reason"),
    [
        ("constraint.no_groups", {"formats": ("one_to_one",)}, "one_to_one"),
        ("constraint.no_groups", {"formats": ("group",), "group_size": 6}, "small_group"),
        ("constraint.own_home", {"formats": ("group", "online")}, "from_home"),
        ("constraint.good_bad_days", {"adapts": ("constraint.good_bad_days",)}, "adapts"),
        ("constraint.noise_crowds", {"places": (Place("Room", quiet=True),)}, "quiet"),
        ("constraint.step_free", {"places": (Place("Room", step_free=True),)}, "step_free"),
        ("constraint.daytime_only", {"times": (TUESDAY_MORNING,)}, "times"),
        ("constraint.women_only", {"eligibility": {"women_only": True}}, "women_only"),
        ("constraint.own_community", {"eligibility": {"ethnicities": ("black",)}}, "own_community"),
        ("identity.over_50", {"eligibility": {"min_age": 50}}, "age"),
        ("identity.refugee", {"eligibility": {"groups": ("identity.refugee",)}}, "group"),
    ],
)
def test_what_a_place_works_around_is_a_reason_and_puts_it_first(
    constraint: str, fields: dict[str, Any], reason: str
) -> None:
    person = saying(SEWING, constraint, gender="woman", heritage="black")
    result = found(person, a_service("alder"), a_service("works", **fields))
    assert ids(result)[0] == "works"
    assert reasons(result)[reason].because


def test_what_is_free_goes_before_what_costs_money() -> None:
    result = found(saying(SEWING, "constraint.cost"), a_service("alder", free=False), a_service("free"))
    assert ids(result) == ["free", "alder"]
    assert "free" in reasons(result)


@pytest.mark.parametrize(
    ("constraint", "fields", "caution"),
    [
        ("constraint.no_groups", {"formats": ("group",), "group_size": 20}, "group_only"),
        ("constraint.cost", {"free": False, "cost": "£4 a week"}, "cost"),
        ("constraint.noise_crowds", {"places": (Place("Room", quiet=False),)}, "noisy"),
        ("constraint.noise_crowds", {"places": (Place("Room"),)}, "quiet_unknown"),
        ("constraint.step_free", {"places": (Place("Room"),)}, "step_free_unknown"),
        ("constraint.daytime_only", {"times": ()}, "timing_unsure"),
        ("constraint.documents", {"papers_first": ("passport",)}, "papers"),
        ("constraint.benefits_worry", {"touches_benefits": True}, "touches_benefits"),
        ("constraint.travel", {"formats": ("group",), "places": (Place("Hall", district="SE27"),)}, "travel"),
        ("constraint.women_only", {"formats": ("group",)}, "mixed"),
        ("constraint.english", {}, "language"),
        ("constraint.confidence", {"capacity": "waiting", "waiting": "six weeks"}, "waiting"),
        ("constraint.confidence", {"checked": TODAY - timedelta(days=91)}, "unchecked"),
        ("constraint.confidence", {"checked": TODAY - timedelta(days=90)}, "unchecked"),
        ("constraint.confidence", {"checked": None}, "unchecked"),
        ("constraint.confidence", {"doubt": "changed"}, "changed"),
        ("constraint.confidence", {"doubt": "silent", "checked": None}, "silent"),
        ("constraint.confidence", {"starts": TODAY + timedelta(days=9)}, "starts_later"),
        ("constraint.confidence", {"season": (f"{TODAY - timedelta(days=40):%B}",)}, "out_of_season"),
        ("constraint.confidence", {"funded_until": TODAY - timedelta(days=1)}, "funding"),
        ("constraint.confidence", {"eligibility": {"no_recent": "no course here this year"}}, "no_recent"),
        ("constraint.confidence", {"eligibility": {"districts": ("SW9 8",)}}, "half_district"),
    ],
)
def test_what_is_doubtful_is_an_honest_caution_and_never_hides_the_place(
    constraint: str, fields: dict[str, Any], caution: str
) -> None:
    result = found(saying(SEWING, constraint, postcode="SW9"), a_service(**fields))
    assert ids(result) == ["circle"]
    assert caution in cautions(result)


def test_times_that_were_only_liked_better_lower_a_place_and_say_so() -> None:
    person = saying(SEWING, times=("mornings",))
    result = found(person, a_service("late", times=(TUESDAY_EVENING,)), a_service("zeal", times=(TUESDAY_MORNING,)))
    assert ids(result) == ["zeal", "late"]
    assert "times" in cautions(result, at=1)


def test_a_place_in_the_persons_own_district_goes_first() -> None:
    far = a_service("alder", places=(Place("Hall", area="Norwood", district="SE27"),))
    near = a_service("near", places=(Place("Hall", area="Brixton", district="SW9"),))
    result = found(saying(SEWING, postcode="sw9"), far, near)
    assert ids(result) == ["near", "alder"]
    assert reasons(result)["near"].words == "SW9"


def test_heritage_alone_never_moves_what_is_shown_first() -> None:
    black_led = a_service("zeal", provider_id="ackee")
    providers = (a_provider(), a_provider("ackee", black_led=True))
    services = (a_service("alder"), black_led)
    assert ids(found(saying(SEWING, heritage="black"), *services, providers=providers))[0] == "alder"
    wish = saying(SEWING, Said("constraint.own_community", "people like me"), heritage="black")
    assert ids(found(wish, *services, providers=providers))[0] == "zeal"


def test_benefits_advice_comes_first_where_a_step_may_touch_benefits() -> None:
    step = a_service("step", touches_benefits=True)
    advice = a_service(
        "advice", interests=(), support=("support.financial_advice",), summary="Talk your benefits through."
    )
    worried = found(saying(SEWING, "constraint.benefits_worry"), step, advice)
    assert ids(worried) == ["advice", "step"]
    assert reasons(worried)["benefits_first"].because == "constraint.benefits_worry"
    assert ids(found(saying(SEWING), step, advice)) == ["step"]


def test_a_place_that_cannot_be_written_to_says_so_and_comes_later() -> None:
    silent = a_service("alder", provider_id="mute")
    providers = (LANTERN, a_provider("mute", letter_email=""))
    result = found(saying(SEWING), silent, a_service("zeal"), providers=providers)
    assert ids(result) == ["zeal", "alder"]
    assert "no_letters" in cautions(result, at=1)


# Fair turns and limits


def test_like_services_take_turns() -> None:
    services = [a_service(name, like_group="sewing") for name in ("alder", "birch", "cedar")]
    assert ids(found(saying(SEWING), *services, limit=1)) == ["alder"]
    assert ids(found(saying(SEWING), *services, limit=1, turns={"alder": 1})) == ["birch"]


def test_only_one_of_a_group_of_like_services_is_shown_while_others_fit() -> None:
    services = [a_service(name, like_group="sewing") for name in ("alder", "birch")]
    others = [a_service(name, interests=()) for name in ("music", "walks")]
    shown = ids(found(saying(SEWING, COMPANY), *services, *others))
    assert shown == ["alder", "music", "walks"]


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="limit"):
        found(saying(SEWING), a_service(), limit=0)


# The agreed JSON


def test_the_json_has_the_agreed_keys_and_explains_every_exclusion_on_demand() -> None:
    shut = a_service("shut", capacity="closed")
    result = found(saying(SEWING), a_service(), shut, replace(shut, id="other", interests=()))
    plain: Any = as_json(result)
    full: Any = as_json(result, explain=True)
    assert set(plain) == {"stages", "matches", "excluded", "ask_next"}
    assert set(plain["matches"][0]) == {"service_id", "provider", "service", "score", "reasons", "cautions"}
    assert set(plain["matches"][0]["reasons"][0]) == {"code", "because", "words", "field", "text"}
    assert plain["excluded"] == [{"service_id": "shut", "reason": "closed"}]
    assert [entry["service_id"] for entry in full["excluded"]] == ["shut", "other"]


def test_texts_are_worded_by_the_caller() -> None:
    result = found(saying(Said(SEWING, "sewing")), a_service())
    told: Any = as_json(result, wording=lambda kind, reason, service, provider: response_of(kind, reason))
    assert told["matches"][0]["reasons"][0]["text"] == "utter_reason_interest"
    tapped = found(saying(SEWING), a_service()).matches[0].reasons[0]
    assert response_of("reason", tapped) == "utter_reason_interest_plain"


def test_parameters_give_the_listings_own_words() -> None:
    service = a_service(cost="£4", times_words="Tuesdays 10 to 12", eligibility={"min_age": 16, "max_age": 25})
    provider = a_provider()
    expected = {
        "cost": "£4",
        "times": "Tuesdays 10 to 12",
        "eligibility.age": "16–25",
        "checked": "1 November 2026",
        "letter_email": "",
    }
    for field, detail in expected.items():
        assert parameters(Reason("x", field=field), service, provider)["detail"] == detail


def test_every_reason_and_caution_has_its_words_and_no_words_lack_their_code() -> None:
    copy = Path(__file__).parents[2] / "bot" / "dialogues" / "copy" / "reasons.yml"
    responses = yaml.safe_load(copy.read_text(encoding="utf-8"))["responses"]
    named = {response_of("reason", Reason(code, words=words)) for code in REASONS for words in ("", "sewing")}
    named |= {response_of("caution", Reason(code)) for code in CAUTIONS}
    assert named == set(responses)
    for name, lines in responses.items():
        kind, code = name.removeprefix("utter_").removesuffix("_plain").split("_", 1)
        allowed = (REASONS if kind == "reason" else CAUTIONS)[code]
        for line in lines:
            values = dict.fromkeys((*allowed, "service", "provider"), "x")
            assert line["text"].format(**values)


# Whatever a person says

SAMPLE = load_sample()
CODES = sorted(code for code in typology().codes if not code.startswith("intent."))
PROVIDERS = sorted(SAMPLE.providers)
PEOPLE = st.builds(
    Profile,
    concepts=st.lists(st.sampled_from(CODES), max_size=8).map(lambda codes: tuple(Said(code) for code in codes)),
    not_=st.lists(st.sampled_from(CODES), max_size=3).map(tuple),
    text=st.sampled_from(["", "dominoes and gardening", "i cant sleep", "sewing 😀 ' -- \x00"]),
    age=st.none() | st.integers(min_value=10, max_value=99),
    postcode=st.sampled_from([None, "SE5", "SE5 8", "SW9", "E8", "nonsense"]),
    dislikes=st.frozensets(st.sampled_from(PROVIDERS), max_size=4),
    languages=st.sampled_from([(), ("en",), ("pt",)]),
    gender=st.sampled_from([None, "woman", "man", "other"]),
)
PROPERTY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PROPERTY
@given(PEOPLE, st.integers(min_value=1, max_value=5))
def test_nothing_closed_disliked_or_beyond_the_limit_is_ever_shown(person: Profile, limit: int) -> None:
    result = match(person, SAMPLE, today=TODAY, limit=limit)
    closed = {entry.service_id for entry in result.excluded}
    assert len(result.matches) <= limit
    assert not closed & set(ids(result))
    assert not {entry.run_by.id for entry in result.matches} & person.dislikes
    assert all(entry.run_by.kind not in ("jobcentre", "dwp") for entry in result.matches)
    assert {entry.reason for entry in result.excluded} <= set(EXCLUSIONS)
    assert all(reason.code in REASONS for entry in result.matches for reason in entry.reasons)
    assert all(caution.code in CAUTIONS for entry in result.matches for caution in entry.cautions)
    if person.age is not None and person.age < 18:
        assert all(entry.listing.child_safeguarding for entry in result.matches)


@PROPERTY
@given(PEOPLE)
def test_the_same_person_is_always_shown_the_same(person: Profile) -> None:
    turned = replace(SAMPLE, services=dict(reversed(list(SAMPLE.services.items()))))
    first, again = match(person, SAMPLE, today=TODAY), match(person, SAMPLE, today=TODAY)
    assert first == again
    assert ids(match(person, turned, today=TODAY)) == ids(first)


def test_a_paused_service_is_not_offered_and_says_why() -> None:
    person = Profile(concepts=(Said("support.social_engagement"),))
    [first, *_] = (one.service_id for one in match(person, SAMPLE, today=TODAY).matches)
    result = match(person, replace(SAMPLE, paused=frozenset({first})), today=TODAY)
    assert first not in {one.service_id for one in result.matches}
    assert [one.reason for one in result.excluded if one.service_id == first] == ["paused"]


LISTING_REASONS = {"jobcentre", "closed", "full", "ended", "stale"}


def test_unknown_never_excludes() -> None:
    result = match(Profile(), SAMPLE, today=TODAY)
    assert {entry.reason for entry in result.excluded} <= LISTING_REASONS
