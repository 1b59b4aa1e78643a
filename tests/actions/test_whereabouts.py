"""Whom a place is for, as its listing says and no more."""

from __future__ import annotations

import pytest

from actions.whereabouts import who_for
from knowledge.geography import Where
from knowledge.listing import Eligibility, Service
from tests.actions.saying import say

LAMBETH = Where(told=True, words="SE5", districts=frozenset({"SE5"}))


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        (Eligibility(), []),
        (Eligibility(women_only=True), ["reason_women_only()"]),
        (Eligibility(men_only=True), ["reason_men_only()"]),
        (Eligibility(min_age=18), []),
        (Eligibility(min_age=50), ["place_ages_from(50)"]),
        (Eligibility(min_age=16, max_age=25), ["place_ages(16 25)"]),
        (Eligibility(max_age=25), ["place_ages(16 25)"]),
        (Eligibility(districts=("SE5",)), ["place_takes_area(SE5)", "place_area_yes(SE5)"]),
        (Eligibility(districts=("SW9",)), ["place_takes_area(SW9)", "place_area_no(SE5)"]),
    ],
)
def test_who_it_is_for(rule: Eligibility, lines: list[str]) -> None:
    service = Service("circle", "kettle", "Sewing circle", eligibility=rule)
    assert who_for(say, "who is it for", service, LAMBETH) == " ".join(lines)


def test_nobody_is_told_that_their_part_of_town_is_out_who_never_told_it() -> None:
    service = Service("circle", "kettle", "Sewing circle", eligibility=Eligibility(districts=("SW9",)))
    assert who_for(say, "who is it for", service, None) == "place_takes_area(SW9)"
