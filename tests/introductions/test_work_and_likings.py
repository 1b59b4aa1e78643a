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
        (told("interest.cars_driving", "drove", "past"), "", "cars and driving"),
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


def test_a_letter_keeps_rank_and_years_and_says_them_once() -> None:
    text = "i was head chef at a hotel for 12 years"
    said = [
        told("interest.cooking_food", "head chef", "past"),
        told("interest.hospitality", "hotel", "past"),
    ]
    heard = trades_told(text, [Heard("concept", one.value, one.code, one.polarity, one.words) for one in said])
    facts = [*said, *(Fact("w", one.field, one.value, None, "yes", one.words, "t", NOW) for one in heard)]
    assert compose(facts, CIRCLE, "Marcia")["worked"].text == "head chef for 12 years, hotel work"


def test_a_trade_told_twice_stands_once_with_all_that_was_said() -> None:
    facts = [told("interest.finance", "accountant")]
    facts += [
        Fact(value, "trade", f"interest.finance {value}", None, "yes", "accountant", "t", NOW)
        for value in ("accountant", "chartered accountant for 22 years")
    ]
    assert compose(facts, CIRCLE, "Marcia")["worked"].text == "chartered accountant for 22 years"


@pytest.mark.parametrize(
    ("words", "reads"), [("sew", "sewing"), ("sews", "sewing"), ("run marathons", "running marathons"), ("red", "red")]
)
def test_verbs_are_told_as_likings(words: str, reads: str) -> None:
    assert as_liking(words) == reads
