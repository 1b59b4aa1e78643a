"""A place with a condition in its name is for those who live with it."""

from __future__ import annotations

from knowledge.belonging import conditions_named
from knowledge.matching import match
from knowledge.profile import Profile, Said
from knowledge.sample import SAMPLE_DAY, load_sample
from tests.knowledge.builders import SEWING, TODAY, a_directory, a_service

VOICES, CIRCLE = "health.psychosis", "ackee-voices-circle"


def test_a_circle_for_a_condition_comes_last_for_who_never_spoke_of_it() -> None:
    services = [
        a_service("a", name="Hearing voices circle", specialism=(VOICES,)),
        a_service("b", name="Sewing circle"),
    ]
    silent = match(Profile(concepts=(Said(SEWING),)), a_directory(*services), today=TODAY).matches
    named = match(Profile(concepts=(Said(SEWING), Said(VOICES))), a_directory(*services), today=TODAY).matches
    assert silent[0].service_id == "b"
    assert all("condition_unknown" in {c.code for c in one.cautions} for one in silent if one.service_id == "a")
    assert (named[0].service_id, {c.code for c in named[0].cautions} & {"condition_unknown"}) == ("a", set())


def test_nobody_who_asks_for_someone_to_talk_to_is_shown_a_circle_for_voices() -> None:
    wish = Said("support.psychological_support", "counselling")
    sample = load_sample()
    assert CIRCLE not in {m.service_id for m in match(Profile(concepts=(wish,)), sample, today=SAMPLE_DAY).matches}
    told = Profile(concepts=(wish, Said(VOICES, "hear voices"), Said("constraint.own_community", "black led")))
    assert CIRCLE in {m.service_id for m in match(told, sample, today=SAMPLE_DAY).matches}


def test_who_tires_easily_is_no_person_with_sickle_cell() -> None:
    fatigue = "health.fatigue"
    services = [
        a_service("a", name="A sickle cell pack", specialism=(fatigue,)),
        a_service("b", name="Sewing circle", specialism=(fatigue,)),
    ]
    tired = Profile(concepts=(Said(SEWING), Said(fatigue, "tired all the time")))
    theirs = Profile(concepts=(Said(SEWING), Said(fatigue, "sickle cell")))
    shown = {m.service_id: m for m in match(tired, a_directory(*services), today=TODAY).matches}
    told = {m.service_id: m for m in match(theirs, a_directory(*services), today=TODAY).matches}
    assert "a" not in shown or "condition_unknown" in {c.code for c in shown["a"].cautions}
    assert "condition_unknown" not in {c.code for c in told["a"].cautions}


def test_a_name_with_no_condition_in_it_names_none() -> None:
    assert conditions_named("Thursday sewing circle") == frozenset()


def test_a_circle_of_people_with_the_very_illness_comes_before_places_that_know_of_its_kind() -> None:
    told = Profile(concepts=(Said("support.social_engagement", "company"), Said("health.fatigue", "sickle cell")))
    best = [one.service_id for one in match(told, load_sample(), today=SAMPLE_DAY).matches]
    tired = Profile(concepts=(Said("support.social_engagement", "company"), Said("health.fatigue", "always tired")))
    assert best[0] == "redwing-rest-club"
    assert "redwing-rest-club" not in [one.service_id for one in match(tired, load_sample(), today=SAMPLE_DAY).matches]
