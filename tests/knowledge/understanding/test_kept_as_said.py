"""What is told in words that look like others is kept as it was meant."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand


def polarities(text: str) -> list[str]:
    return [one.polarity for one in understand(text).concepts if one.code == "health.fatigue"]


@pytest.mark.parametrize(
    "text",
    ["i have ME", "I've got M.E.", "i have me and epilepsy", "ME and fibromyalgia", "diagnosed with me in 2019, so"],
)
def test_the_illness_is_heard(text: str) -> None:
    assert polarities(text) == ["yes"]


@pytest.mark.parametrize(
    "text", ["tell ME about it", "help me", "they have me down as late", "CAN YOU HELP ME", "let me"]
)
def test_a_person_is_none(text: str) -> None:
    assert polarities(text) == []


def test_it_may_be_denied() -> None:
    assert polarities("i dont have ME") == ["no"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i look after my brother at home because he cannot be left", {"constraint.caring", "constraint.own_home"}),
        ("only at home cause hes not to be left on his own", {"constraint.own_home"}),
        ("I cannot leave him for more than an hour", {"constraint.caring", "constraint.own_home"}),
    ],
)
def test_who_cannot_leave_somebody_is_kept(text: str, codes: set[str]) -> None:
    assert codes <= {one.code for one in understand(text).concepts if one.polarity == "yes"}


def test_likings_side_by_side_are_one_thing() -> None:
    assert {one.words for one in understand("i build model railways").concepts} == {"model railways"}
