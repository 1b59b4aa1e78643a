"""Whatever somebody likes and wherever in the borough they live, the sample has up to three places for them."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.listing import Service
from knowledge.matching import match
from knowledge.profile import Profile, Said
from knowledge.sample import SAMPLE_DAY, load_sample
from knowledge.typology import typology

DIRECTORY = load_sample()
INTERESTS = sorted(typology().group("interest"))
DISTRICTS = ("SE1", "SW9", "SE27")
"""The north, the middle and the south of the borough."""
BEST = {
    "mornings": "constraint.daytime_only",
    "afternoons": "constraint.not_mornings",
    "evenings": "constraint.evenings_weekends",
    "weekends": "constraint.evenings_weekends",
}
COMMON = (
    *("cooking_food", "gardening_nature", "arts_crafts", "music", "sport_fitness", "writing_reading", "cars_driving"),
    *("computers", "retail", "office"),
)
EVERYWHERE = ("SE5", "SE11", "SE24", "SE27", "SW2", "SW4", "SW8", "SW9", "SW16")
MUSTS = (
    *("constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings", "constraint.own_home"),
    *("constraint.step_free", "constraint.no_groups", "constraint.cost"),
)


def offered(interest: str, district: str, *more: Said, times: tuple[str, ...] = ()) -> int:
    person = Profile(concepts=(Said(interest), *more), postcode=district, age=45, times=times)
    return len(match(person, DIRECTORY, today=SAMPLE_DAY, ask=False).matches)


def table(*more: Said, times: tuple[str, ...] = ()) -> dict[tuple[str, str], int]:
    found = {(i, d): offered(i, d, *more, times=times) for i in INTERESTS for d in DISTRICTS}
    counted = Counter(found.values())
    print(f"{[said.code for said in more]}: {dict(sorted(counted.items()))}; none: {counted[0]}")
    return found


def test_any_interest_in_any_part_of_the_borough_finds_three_places() -> None:
    assert {where: count for where, count in table().items() if count < 3} == {}


@pytest.mark.parametrize("answer", BEST)
def test_whatever_time_would_suit_best_three_places_are_found_nearly_always(answer: str) -> None:
    """Two where the third would be far worse than the first, which the shortlist leaves out."""
    found = table(Said(BEST[answer], answer), times=(answer,))
    assert {where: count for where, count in found.items() if count < 2} == {}
    assert sum(count == 3 for count in found.values()) >= 0.95 * len(found)


@pytest.mark.parametrize("must", MUSTS)
def test_with_a_must_there_is_a_place_for_every_interest(must: str) -> None:
    found = table(Said(must))
    assert {where for where, count in found.items() if count == 0} == set()
    assert sum(count >= 2 for count in found.values()) * 3 >= len(found) * 2


@pytest.mark.parametrize("stage", ["distant", "nearer", "ready"])
@pytest.mark.parametrize("liked", COMMON)
def test_what_many_like_has_a_place_of_its_own_for_any_neighbour(liked: str, stage: str) -> None:
    """One at least of what is shown is of that thing and asks for no condition."""
    thin = {}
    for district in EVERYWHERE:
        told = (Said(f"interest.{liked}"), Said(f"stage.{stage}"))
        shown = shown_first(told, district)
        if not any(f"interest.{liked}" in one.interests and not one.eligibility.conditions for one in shown):
            thin[district] = [one.id for one in shown]
    assert thin == {}


def shown_first(told: tuple[Said, ...], district: str) -> list[Service]:
    person = Profile(concepts=told, postcode=district, age=45)
    return [one.listing for one in match(person, DIRECTORY, today=SAMPLE_DAY, ask=False).matches]


@pytest.mark.parametrize("district", EVERYWHERE)
def test_who_likes_plants_has_a_plot_to_go_to_from_anywhere(district: str) -> None:
    plots = [one for one in shown_first((Said("interest.gardening_nature", "plants"),), district) if _grows(one)]
    assert [one for one in plots if not one.eligibility.conditions]


def _grows(service: Service) -> bool:
    return any(word in f"{service.summary} {service.about}".casefold() for word in ("plant", "pot ", "weed", "grow"))
