"""What somebody says outright weighs: to mentor, to be by themselves; and an age that nobody told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.fair_turns import Candidate, choose
from knowledge.listing import Eligibility
from knowledge.matching import match
from knowledge.own_words import still_liked
from knowledge.pay import is_work
from knowledge.profile import Profile, Said
from knowledge.reasons import Reason
from knowledge.sample import SAMPLE_DAY, load_sample
from knowledge.understanding import understand

MENTOR = Said("support.coaching_mentoring", "mentor")


def shown(profile: Profile, limit: int = 3) -> list[str]:
    return [one.service for one in match(profile, load_sample(), today=SAMPLE_DAY, limit=limit).matches]


def test_who_wants_to_mentor_is_shown_where_mentors_are_wanted() -> None:
    text = "i was a surveyor, i want to mentor someone"
    found = match(Profile(concepts=(MENTOR,), text=text), load_sample(), today=SAMPLE_DAY).matches
    assert found[0].service == "Become a mentor"


def test_who_wants_a_mentor_is_not_sent_to_become_one() -> None:
    assert shown(Profile(concepts=(MENTOR,), text="i want a mentor"))[0] != "Become a mentor"


def test_who_wants_to_draw_alone_sees_a_studio_where_each_does_their_own() -> None:
    told = (Said("interest.arts_crafts", "draw"), Said("constraint.no_groups", "on my own"))
    assert "Open art studio" in shown(Profile(concepts=told, text="i want to draw, on my own"), limit=6)


@pytest.mark.parametrize("code", ["interest.film_media", "interest.arts_crafts", "interest.gardening_nature"])
def test_no_place_for_one_generation_comes_first_while_the_age_is_unknown(code: str) -> None:
    found = match(Profile(concepts=(Said(code),), postcode="SW9"), load_sample(), today=SAMPLE_DAY).matches
    rules: list[Eligibility] = [one.listing.eligibility for one in found]
    assert (rules[0].max_age or 99) > 30
    assert (rules[0].min_age or 0) < 40


NOT_READY = Profile(
    concepts=(Said("support.social_engagement", "see people"), Said("constraint.no_groups"), Said("health.anxiety")),
    not_=("stage.ready", "support.job_brokering"),
    postcode="SW9",
    text="not ready for no job. maybe get out a bit, see people",
)


def test_who_is_not_ready_for_a_job_sees_no_work_while_another_place_fits() -> None:
    works = [is_work(one.listing) for one in match(NOT_READY, load_sample(), today=SAMPLE_DAY, limit=200).matches]
    assert any(works)
    assert works == sorted(works)


@pytest.mark.parametrize(
    ("code", "words"),
    [("support.work_experience", "volunteering"), ("interest.teaching", "teach"), ("interest.cooking", "mentor lads")],
)
def test_but_who_asks_to_volunteer_or_would_teach_does(code: str, words: str) -> None:
    asks = replace(NOT_READY, concepts=(*NOT_READY.concepts, Said(code, words)), text=f"no job yet. id like {words}")
    works = [is_work(one.listing) for one in match(asks, load_sample(), today=SAMPLE_DAY, limit=200).matches]
    assert works != sorted(works)


def test_words_about_other_people_tell_no_age() -> None:
    said = (Said("interest.film_media", "film"), Said("identity.age_16_25", "younger people"))
    found = match(Profile(concepts=said), load_sample(), today=SAMPLE_DAY, limit=9).matches
    assert not [one for one in found if Reason("age", "age", field="eligibility.age") in one.reasons]


def test_two_that_are_nearly_the_same_give_way_to_another_that_fits_as_well() -> None:
    first, twin = Candidate("a", "A", 40.0, provider="p craft"), Candidate("b", "B", 40.0, provider="p craft")
    others = [Candidate("c", "C", 39.0, provider="q"), Candidate("d", "D", 36.0, provider="r")]
    assert [one.name for one in choose([first, twin, *others], 3)] == ["A", "C", "D"]
    assert [one.name for one in choose([first, twin], 3)] == ["A", "B"]


def test_a_liking_that_was_taken_off_does_not_come_back_as_a_word_of_theirs() -> None:
    said = "i like drawing and singing"
    assert still_liked(said, {"interest.music"}).split() == "i like and singing".split()
    assert still_liked(said, {"interest.music", "interest.arts_crafts"}) == said


def told(text: str) -> Profile:
    return Profile(tuple(Said(c.code, c.words) for c in understand(text, "story").concepts), text=text, postcode="SW9")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Plasterer, 31 years. I can't do ceilings but I can still teach a lad to float a wall", "Teach what you know"),
        ("Plasterer, 31 years. I want to teach my trade at a college", "Teach what you know"),
        ("engineer for 35 years, i'd like a trustee's seat, mornings", "Treasurers and trustees wanted"),
        ("care worker with MS, i want help to keep my job, my hours got cut", "Rights at work, in private"),
    ],
)
def test_the_place_made_for_a_wish_is_among_those_shown(text: str, place: str) -> None:
    assert place in shown(told(text))


def test_who_would_teach_a_trade_swaps_no_tongues_before_that() -> None:
    assert "Word swap" not in shown(told("Plasterer, 31 years. I want to teach my trade. evenings"))


def test_a_class_for_sore_backs_comes_first_for_nobody_with_another_illness() -> None:
    found = shown(told("care worker with MS, i want help to keep my job, my hours got cut, nights"))
    assert found[0] != "Backs that lift for a living"


@pytest.mark.parametrize("text", ["i dont like no crowd", "I'd like to sit with one person", "somewhere small please"])
def test_who_wants_few_about_is_heard(text: str) -> None:
    assert ("constraint.no_groups", "yes") in {(one.code, one.polarity) for one in understand(text).concepts}
