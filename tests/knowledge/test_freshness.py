from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge.freshness import due, freshness
from knowledge.listing import Service

TODAY = date(2026, 11, 22)


def checked(days: int | None, funded_in: int | None = None, name: str = "s") -> Service:
    return Service(
        name,
        "p",
        name,
        checked=None if days is None else TODAY - timedelta(days=days),
        funded_until=None if funded_in is None else TODAY + timedelta(days=funded_in),
    )


@pytest.mark.parametrize(
    ("days", "state", "offered"),
    [
        (0, "fresh", True),
        (59, "fresh", True),
        (60, "due", True),
        (89, "due", True),
        (90, "caution", True),
        (180, "caution", True),
        (181, "stale", False),
        (None, "caution", True),
        (-5, "fresh", True),
    ],
)
def test_a_listing_ages_by_the_day(days: int | None, state: str, offered: bool) -> None:
    found = freshness(checked(days), TODAY)
    assert (found.state, found.offered, found.funding) == (state, offered, False)


@pytest.mark.parametrize(
    ("days", "funded_in", "state", "funding"),
    [
        (30, 20, "due", True),  # inside the notice, not checked within it
        (5, 20, "fresh", True),  # checked within the notice: asked again after the end
        (30, 60, "fresh", False),  # the usual day, in 30 days, comes before the notice, in 32
        (30, -1, "caution", True),  # ended, not checked since
        (1, -5, "fresh", False),  # checked after the end
        (200, -5, "stale", False),
    ],
)
def test_the_end_of_funding_sets_the_check_off(days: int, funded_in: int, state: str, funding: bool) -> None:
    found = freshness(checked(days, funded_in), TODAY)
    assert (found.state, found.funding) == (state, funding)


@pytest.mark.parametrize(
    ("days", "full_in", "state", "why"),
    [(5, 0, "due", "full"), (5, 7, "fresh", "full"), (0, 0, "fresh", "age"), (70, 3, "due", "age")],
)
def test_the_day_until_which_a_place_is_full_sets_it_off_too(days: int, full_in: int, state: str, why: str) -> None:
    found = freshness(replace(checked(days), full_until=TODAY + timedelta(days=full_in)), TODAY)
    assert (found.state, found.why) == (state, why)


def test_the_longest_unchecked_is_asked_first() -> None:
    listings = (checked(61, name="b"), checked(10, name="fresh"), checked(100, name="a"), checked(None, name="never"))
    assert [service.id for service in due(listings, TODAY)] == ["never", "a", "b"]
