"""A day without work is no bad day; and whoever helps a charity asks for no help."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand


def codes(text: str, asked: str | None = None) -> set[tuple[str, str]]:
    return {(one.code, one.polarity) for one in understand(text, asked=asked).concepts}


@pytest.mark.parametrize(
    "text", ["days off are tues and weds", "my days off are mon and thurs", "off every fri and sat"]
)
def test_a_day_off_is_no_bad_day(text: str) -> None:
    assert ("constraint.good_bad_days", "yes") not in codes(text, "times")


def test_a_bad_day_stays_one() -> None:
    assert ("constraint.good_bad_days", "yes") in codes("i have good days and bad days, my days off are tues and weds")


@pytest.mark.parametrize(
    "text",
    [
        "perhaps helping a charity with their building",
        "i could be useful to a small charity",
        "would like to help a local charity with its accounts",
    ],
)
def test_who_helps_a_charity_would_try_unpaid_work(text: str) -> None:
    assert ("support.work_experience", "yes") in codes(text)


@pytest.mark.parametrize(
    "text", ["i need help from a charity", "can a charity help with rent", "the charity was no help"]
)
def test_whom_a_charity_helps_does_not(text: str) -> None:
    assert ("support.work_experience", "yes") not in codes(text)
