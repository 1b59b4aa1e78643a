"""An illness that is named is itself, and none of those that share its code."""

from __future__ import annotations

import pytest

from knowledge.illnesses import illness_in
from knowledge.matching import match
from knowledge.profile import Profile, Said
from knowledge.sample import SAMPLE_DAY, load_sample
from knowledge.understanding import understand

SAMPLE = load_sample()
OF_SICKLE_CELL = ("redwing-rest-club", "redwing-boss-pack")


@pytest.mark.parametrize(
    ("words", "illness"),
    [
        ("have ms", "MS"),
        ("ms diagnosed last year", "MS"),
        ("M.E.", "ME"),
        ("fibro", "fibro"),
        ("tell me", ""),
        ("stroke the dogs", ""),
    ],
)
def test_illnesses_are_written_as_they_are_written(words: str, illness: str) -> None:
    assert illness_in(words) == illness


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("it's MS, not seizures", ("health.epilepsy", "yes", "MS")),
        ("i have parkinsons not MS", ("health.epilepsy", "yes", "parkinsons")),
        ("no i dont have MS", ("health.epilepsy", "no", "have MS")),
    ],
)
def test_what_is_named_stands_beside_what_is_denied(text: str, told: tuple[str, str, str]) -> None:
    assert [(one.code, one.polarity, one.words) for one in understand(text).concepts] == [told]


@pytest.mark.parametrize(
    ("code", "words"), [("health.fatigue", "ME"), ("health.fatigue", "always tired"), ("health.chronic_pain", "fibro")]
)
def test_a_place_for_another_illness_is_not_shown_as_fitting(code: str, words: str) -> None:
    profile = Profile(concepts=(Said(code, words), Said("support.social_engagement")), text=words)
    found = {one.service_id: one for one in match(profile, SAMPLE, today=SAMPLE_DAY, limit=200).matches}
    for service in OF_SICKLE_CELL:
        reasons = {reason.code for reason in found[service].reasons} if service in found else set()
        assert not reasons & {"specialism", "condition"}


def test_nobody_claims_an_illness_that_their_listing_does_not_name() -> None:
    profile = Profile(concepts=(Said("health.epilepsy", "MS"), Said("stage.in_work")), text="MS")
    found = match(profile, SAMPLE, today=SAMPLE_DAY, limit=200).matches
    known = [reason for one in found for reason in one.reasons if reason.code == "specialism"]
    assert known
    assert {reason.words for reason in known} == {""}
