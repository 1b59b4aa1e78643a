"""Somebody with a trade that takes years is shown what is near it, and no work in another trade before that."""

from __future__ import annotations

import pytest

from actions.few import few
from knowledge.listing import Service
from knowledge.matching import match
from knowledge.profile import Profile, Said
from knowledge.sample import SAMPLE_DAY, load_sample
from knowledge.skilled import fields, is_at_their_level
from knowledge.understanding import understand

DIRECTORY = load_sample()
READY = Said("stage.ready", "want work")


def shown(*told: Said) -> list[Service]:
    person = Profile(concepts=(*told, READY), postcode="SW9", age=45)
    return [one.listing for one in match(person, DIRECTORY, today=SAMPLE_DAY, ask=False).matches]


@pytest.mark.parametrize(
    ("told", "mine"),
    [
        ((Said("interest.finance", "accountant"),), {"interest.finance"}),
        ((Said("interest.care_support", "nursing"), Said("interest.music", "gospel")), {"interest.care_support"}),
        ((Said("interest.finance", "sums"),), set()),
        ((Said("interest.cooking_food", "cook"), Said("constraint.overqualified")), {"interest.cooking_food"}),
    ],
)
def test_their_trade_is_known_from_what_they_call_it_or_from_long_experience(
    told: tuple[Said, ...], mine: set[str]
) -> None:
    assert fields(Profile(concepts=told)) == mine


def test_no_work_in_another_trade_stands_beside_what_is_theirs() -> None:
    ids = [one.id for one in shown(Said("interest.finance", "accountant"), Said("support.job_brokering", "job"))]
    assert "tide-street-front-of-house" not in ids
    assert "doorway-coach" in ids


def test_a_nurse_who_looks_for_a_job_sees_no_first_course_in_care_and_no_help_for_who_has_one() -> None:
    told = (Said("interest.care_support", "nurse"), Said("constraint.overqualified", "20 years"))
    bad_back = Said("health.musculoskeletal", "bad back")
    first = [one.support[0] for one in shown(*told, bad_back)]
    assert not {"support.training", "support.in_work_support"} & set(first[:1])


def test_work_in_another_trade_is_told_from_what_is_near_theirs() -> None:
    told = (Said("interest.care_support", "nurse"), Said("constraint.overqualified", "20 years"), READY)
    found = match(Profile(concepts=told, postcode="SW9", age=45), DIRECTORY, today=SAMPLE_DAY, limit=6).matches
    apart = {one.service_id: one.apart for one in found}
    assert apart["tide-street-front-of-house"]
    assert not apart["corner-advice-desk"]
    near = next(one for one in found if not one.apart)
    far = next(one for one in found if one.apart)
    assert few([near, near, far]) == [near, near]
    assert few([near, far]) == [near, far]


def test_a_level_is_a_place_s_own_word() -> None:
    broker = DIRECTORY.services["doorway-job-match"]
    assert is_at_their_level(frozenset(("interest.building_trades",)), broker)
    assert not is_at_their_level(frozenset(("interest.finance",)), broker)


@pytest.mark.parametrize(
    "text",
    [
        "I'm an accountant, had a stroke, want finance work",
        "qualified nurse of 20 years, want to go back to nursing",
        "i was a teacher for 15 years and want to teach again",
    ],
)
def test_the_wish_for_work_in_their_line_is_heard(text: str) -> None:
    assert ("stage.ready", "yes") in {(one.code, one.polarity) for one in understand(text).concepts}


@pytest.mark.parametrize("text", ["i want voluntary work", "i dont want cleaning work", "i want to dance again"])
def test_no_job_is_heard_in_other_wishes(text: str) -> None:
    assert ("stage.ready", "yes") not in {(one.code, one.polarity) for one in understand(text).concepts}
