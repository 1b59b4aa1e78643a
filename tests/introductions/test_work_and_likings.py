"""What is work in a letter and what is a liking, and how either reads there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from introductions.fields import compose
from introductions.model import Fact, Heard
from introductions.naming import as_liking
from introductions.trades import trades_told
from tests.introductions.places import DIRECTORY

CIRCLE = DIRECTORY.services["circle"]
NOW = datetime(2026, 11, 3, tzinfo=UTC)


def told(code: str, words: str, polarity: str = "yes") -> Fact:
    return Fact(code, "concept", code, code, polarity, words, "t", NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fact", "enjoys", "worked"),
    [
        (told("interest.cars_driving", "drive buses", "past"), "", "driving buses"),
        (told("interest.cars_driving", "drove vans", "past"), "", "driving vans"),
        (told("interest.cleaning", "clean offices"), "", "cleaning offices"),
        (told("interest.cooking_food", "dinner lady", "past"), "", "dinner lady"),
        (told("interest.arts_crafts", "sewing", "past"), "sewing (used to)", ""),
        (told("interest.cars_driving", "driving"), "driving", ""),
        (told("interest.gardening_nature", "grow tomatoes"), "growing tomatoes", ""),
    ],
)
def test_work_stands_under_work_and_likings_under_what_they_enjoy(fact: Fact, enjoys: str, worked: str) -> None:
    fields = compose([fact], CIRCLE, "Marcia")
    assert (fields["enjoys"].text, fields["worked"].text) == (enjoys, worked)


def test_a_trade_is_told_with_what_somebody_is_called_in_it() -> None:
    heard = trades_told(
        "I'm a policy analyst", [Heard("concept", "interest.office", "interest.office", "yes", "policy")]
    )
    assert [one.words for one in heard] == ["policy analyst"]


@pytest.mark.parametrize(
    ("words", "reads"), [("sew", "sewing"), ("sews", "sewing"), ("run marathons", "running marathons"), ("red", "red")]
)
def test_verbs_are_told_as_likings(words: str, reads: str) -> None:
    assert as_liking(words) == reads
