from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.directory import Directory
from knowledge.listing import Eligibility, Place
from knowledge.matching import match
from knowledge.profile import Profile, Said
from knowledge.sample import load_sample
from knowledge.typology import typology
from tests.knowledge.builders import COMPANY, SEWING, TODAY, a_directory, a_service

GROUPS = [("story", "interests"), ("hopes",), ("hard", "times", "place"), ("health",)]
ORDINARY = frozenset(slot for group in GROUPS for slot in group)
SENSITIVE = {"age", "heritage", "gender", "diagnosis", "work_right", "circumstance", "record"}
SAMPLE = load_sample()


def asks(profile: Profile, directory: Directory) -> str | None:
    question = match(profile, directory, today=TODAY).ask_next
    return None if question is None else question.question


def settled(*codes: str, **fields: Any) -> Profile:
    """Somebody of whom everything but what a place may require is known."""
    concepts = tuple(Said(code) for code in (SEWING, COMPANY, *codes))
    return Profile(**{"concepts": concepts, "postcode": "SW9", "age_band": "adult", "answered": ORDINARY} | fields)


def test_the_first_question_lets_people_tell_it_their_own_way() -> None:
    question = match(Profile(), SAMPLE, today=TODAY).ask_next
    assert question is not None
    assert (question.question, question.why) == ("story", "nothing_known")


def test_likes_come_before_hopes_and_hopes_before_what_makes_it_hard() -> None:
    person = Profile(text="hello there", answered=frozenset({"story"}))
    assert asks(person, SAMPLE) == "interests"
    person = replace(person, concepts=(Said("interest.music"),))
    assert asks(person, SAMPLE) == "hopes"
    person = replace(person, concepts=(*person.concepts, Said(COMPANY)))
    assert asks(person, SAMPLE) in GROUPS[2]


def test_what_is_known_is_never_asked_again() -> None:
    person = Profile(
        concepts=tuple(Said(c) for c in ("interest.music", COMPANY, "constraint.no_groups", "constraint.daytime_only")),
        postcode="SW9",
        age_band="adult",
    )
    assert asks(person, SAMPLE) not in {"story", "interests", "hopes", "hard", "times", "place"}


def test_words_that_found_a_place_count_as_a_liking_told() -> None:
    person = Profile(text="i love beekeeping")
    bees = a_service("bees", interests=(), summary="Beekeeping on a roof.")
    others = [a_service(f"s{at}", support=(code,)) for at, code in enumerate(sorted(typology().group("support")))]
    assert asks(person, a_directory(*others)) == "interests"
    assert asks(person, a_directory(bees, *others)) == "hopes"


def test_nothing_is_asked_where_no_answer_would_change_what_is_shown() -> None:
    assert asks(Profile(), a_directory()) is None
    assert asks(settled(), a_directory(a_service())) is None


def test_one_changed_requirement_changes_the_question() -> None:
    plain = a_service()
    required = {
        "age": Eligibility(min_age=50),
        "gender": Eligibility(women_only=True),
        "heritage": Eligibility(ethnicities=("black",)),
        "diagnosis": Eligibility(needs_diagnosis=True),
        "work_right": Eligibility(right_to_work=True),
        "circumstance": Eligibility(groups=("identity.refugee",)),
        "record": Eligibility(groups=("constraint.criminal_record",)),
    }
    assert asks(settled(), a_directory(plain)) is None
    for question, rule in required.items():
        assert asks(settled(), a_directory(replace(plain, eligibility=rule))) == question


def test_the_reason_to_ask_is_the_field_that_requires_it() -> None:
    service = a_service(eligibility={"needs_diagnosis": True})
    question = match(settled(), a_directory(service), today=TODAY).ask_next
    assert question is not None
    assert question.why == "eligibility.needs_diagnosis"


def test_a_required_district_is_asked_for_even_by_a_single_place() -> None:
    person = Profile(concepts=(Said(SEWING), Said(COMPANY)), age_band="adult", answered=ORDINARY - {"place"})
    service = a_service(eligibility={"districts": ("SE5",)}, places=(Place("Hall", district="SW9"),))
    assert asks(person, a_directory(service)) == "place"


@pytest.mark.parametrize("slot", ["age", "gender", "diagnosis"])
def test_a_skipped_question_does_not_come_back(slot: str) -> None:
    rules = {"age": {"min_age": 50}, "gender": {"women_only": True}, "diagnosis": {"needs_diagnosis": True}}
    person = settled(answered=ORDINARY | {slot}, skipped=frozenset({slot}))
    result = match(person, a_directory(a_service(eligibility=rules[slot])), today=TODAY)
    assert result.ask_next is None
    assert [entry.service_id for entry in result.matches] == ["circle"]


def test_a_sensitive_question_is_not_put_for_a_place_that_would_not_be_shown_anyway() -> None:
    good = [a_service(name) for name in ("alder", "birch", "cedar")]
    weak = a_service("weak", interests=(), eligibility={"women_only": True})
    assert asks(settled(), a_directory(*good, weak)) is None
    strong = replace(weak, interests=(SEWING,), summary="Sewing.")
    assert asks(settled(concepts=(Said(SEWING, "sewing"), Said(COMPANY))), a_directory(*good, strong)) == "gender"


def test_health_is_asked_only_where_it_tells_places_apart() -> None:
    person = settled(answered=ORDINARY - {"health"})
    alike = [a_service(name) for name in "abcdef"]
    assert asks(person, a_directory(*alike)) is None
    knowing = [replace(service, specialism=("health.anxiety", "health.depression")) for service in alike[3:]]
    assert asks(person, a_directory(*alike[:3], *knowing)) == "health"


ANSWERS: dict[str, dict[str, Any]] = {
    "story": {"text": "hello there"},
    "interests": {"concepts": (Said("interest.music"),)},
    "hopes": {"concepts": (Said(COMPANY),)},
    "hard": {"concepts": (Said("constraint.travel"),)},
    "place": {"postcode": "SW9"},
    "age": {"age": 40},
}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.booleans(), min_size=14, max_size=14))
def test_asking_always_ends_in_the_order_of_the_groups_and_never_repeats(answers: list[bool]) -> None:
    order = [*GROUPS, tuple(SENSITIVE | {"health", "place", "hard"})]
    person, asked = Profile(age_band="adult"), list[str]()
    for answers_it in answers:
        question = asks(person, SAMPLE)
        if question is None:
            break
        assert question not in asked
        asked.append(question)
        change = ANSWERS.get(question, {}) if answers_it else {}
        concepts = person.concepts + change.get("concepts", ())
        person = replace(person, **{**change, "concepts": concepts}, answered=person.answered | {question})
    else:
        pytest.fail("asking did not end")
    positions = [next(at for at, group in enumerate(order) if question in group) for question in asked]
    required_from = next((at for at, question in enumerate(asked) if question in SENSITIVE), len(asked))
    assert positions[:required_from] == sorted(positions[:required_from])
