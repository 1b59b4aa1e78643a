"""A time that is turned down is no time that suits, however the no is put."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand

_NOON, _DAY, _LATE = "constraint.not_mornings", "constraint.daytime_only", "constraint.evenings_weekends"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("never after 2", {(_DAY, "yes")}),
        ("i can never do after 2", {(_DAY, "yes")}),
        ("no later than 3", {(_DAY, "yes")}),
        ("nothing after 6pm", {(_DAY, "yes")}),
        ("not the evening one", {(_LATE, "no")}),
        ("any but the evening", {(_LATE, "no")}),
        ("anytime but weekends", {(_LATE, "no")}),
        ("anything apart from mornings", {(_NOON, "yes")}),
        ("not the morning one", {(_NOON, "yes")}),
        ("i can only come evenings", {(_LATE, "yes")}),
        ("i cant leave her evenings", {(_LATE, "no")}),
        ("free after 5", {(_LATE, "yes")}),
        ("not too late", set()),
    ],
)
def test_what_is_turned_down_is_heard_as_that(text: str, heard: set[tuple[str, str]]) -> None:
    understood = understand(text, "times")
    assert {(one.code, one.polarity) for one in understood.concepts} == heard
    assert understood.intent == "inform"


@pytest.mark.parametrize(("text", "picked"), [("i work 4 to 9", None), ("i can work 4 to 9", "afternoons")])
def test_hours_that_somebody_works_suit_nothing_else(text: str, picked: str | None) -> None:
    assert understand(text, "times").answer == picked


@pytest.mark.parametrize("text", ["i cant drink after 2 pints", "not bad after two weeks", "nothing after 6 months"])
def test_not_every_number_after_a_no_is_an_hour(text: str) -> None:
    assert _DAY not in {one.code for one in understand(text, "times").concepts}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("after dinner", {(_NOON, "yes")}),
        ("id say after dinner", {(_NOON, "yes")}),
        ("after dinner time", {(_NOON, "yes")}),
        ("after tea", {(_LATE, "yes")}),
        ("after the school run", {(_DAY, "yes"), ("constraint.childcare", "yes")}),
        ("when kids are at school", {(_DAY, "yes"), ("constraint.childcare", "yes")}),
        ("once carer's been", set()),
        ("after my dialysis", {("health.other", "yes")}),
    ],
)
def test_dinner_is_at_midday_or_at_night_and_only_mornings_are_shut_out(text: str, heard: set[tuple[str, str]]) -> None:
    understood = understand(text, "times")
    assert {(one.code, one.polarity) for one in understood.concepts} == heard
    assert understood.intent == "inform"


def test_no_part_of_the_day_is_picked_for_who_says_after_dinner() -> None:
    assert understand("after dinner", "times").answer is None


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("My tremor is worse after 3 pm", {(_DAY, "yes")}),
        ("the pain kicks in from about 3", {(_DAY, "yes")}),
        ("i'm wiped out by 2", {(_DAY, "yes")}),
        ("Mornings only, as fatigue sets in after lunch", {(_DAY, "yes"), (_NOON, "no")}),
        ("Mornings. Nothing after lunch.", {(_DAY, "yes"), (_NOON, "no")}),
        ("Mornings are best. An evening course is out of the question.", {(_DAY, "yes"), (_LATE, "no")}),
        ("Why is that one there? It is evenings.", set()),
        ("better after lunch", {(_NOON, "yes")}),
    ],
)
@pytest.mark.parametrize("asked", [None, "hopes"])
def test_an_hour_at_which_it_is_bad_is_none_that_suits(text: str, heard: set[tuple[str, str]], asked: str) -> None:
    said = {(one.code, one.polarity) for one in understand(text, asked).concepts}
    assert {one for one in said if one[0] in (_NOON, _DAY, _LATE)} == heard


def test_what_is_out_of_the_question_is_not_wanted() -> None:
    said = understand("Mornings are best. An evening course is out of the question.").concepts
    assert ("support.training", "yes") not in {(one.code, one.polarity) for one in said}
