"""Whom a place is for, as its listing says and no more."""

from __future__ import annotations

import pytest

from actions.whereabouts import organisation, who_for
from bot.copy import Copy
from knowledge.geography import Where
from knowledge.listing import Eligibility, Provider, ProviderKind, Service
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


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("dwp", "It's part of the DWP."),
        ("jobcentre", "It's the Jobcentre."),
        ("housing", "It's a landlord for homes at a fair rent, run by its tenants."),
        ("private", "It's a private firm, run by its tenants."),
        ("social_enterprise", "It's a firm set up to help people, not to make money, run by its tenants."),
    ],
)
def test_who_runs_it_tells_the_kind_of_place(kind: ProviderKind, told: str) -> None:
    assert organisation(Copy().text, Provider("oak", "Oak House", kind=kind, run_by="its tenants")) == told


def test_a_public_body_that_pays_is_named_and_no_body_twice() -> None:
    paid = Provider("oak", "Oak House", paid_by=("dwp",))
    assert organisation(Copy().text, paid) == "It's a charity. The DWP pays for some of it."
    itself = Provider("oak", "Oak House", kind="dwp", paid_by=("dwp",))
    assert organisation(Copy().text, itself) == "It's part of the DWP."
