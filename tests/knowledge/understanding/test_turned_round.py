"""What has the words of one thing and says another."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand

JOB, HOME, CHILDREN = "support.job_brokering", "constraint.own_home", "constraint.childcare"


@pytest.mark.parametrize(
    ("text", "asked", "code"),
    [
        ("im not rdy for work. just want 1 thing thats mine, will they say im fit for work", "hopes", JOB),
        ("NO i said im NOT ready for work. i dont want a job", "times", JOB),
        ("just to get out the house i suppose", "hopes", HOME),
        ("im not housebound", None, HOME),
        ("i want to get OUT. not stay at home", None, HOME),
        ("my childrens big now. only me in house", "hard", CHILDREN),
        ("mornings id say, im dead by 2oclock", "times", "constraint.not_mornings"),
    ],
)
def test_it_is_not_heard_as_the_first(text: str, asked: str | None, code: str) -> None:
    read = understand(text, asked)
    assert (code, "yes") not in {(one.code, one.polarity) for one in read.concepts}
    assert read.answer not in ("job", "children")


@pytest.mark.parametrize(
    ("text", "asked", "code"),
    [
        ("i want a job", "hopes", JOB),
        ("im ready for work", None, "stage.ready"),
        ("i cant get out the house", None, HOME),
        ("housebound mostly", "hard", HOME),
        ("my kids are small", "hard", CHILDREN),
    ],
)
def test_the_thing_itself_is_heard(text: str, asked: str | None, code: str) -> None:
    assert (code, "yes") in {(one.code, one.polarity) for one in understand(text, asked).concepts}


@pytest.mark.parametrize("text", ["school was shit so no classrooms", "hated school", "i dropped out of college"])
def test_a_school_of_long_ago_is_no_wish_to_learn(text: str) -> None:
    read = understand(text, "hopes")
    assert ("support.training", "yes") not in {(one.code, one.polarity) for one in read.concepts}
    assert read.answer != "learn"


@pytest.mark.parametrize("text", ["nah im a bloke", "i said im a man", "I'm a deaf man"])
def test_a_man_looks_for_no_place_for_women(text: str) -> None:
    said = {one.code: one.polarity for one in understand(text).concepts}
    assert (said["identity.man"], said["constraint.women_only"]) == ("yes", "no")


@pytest.mark.parametrize("text", ["im not a man", "im with a man", "my husband is a man of few words"])
def test_who_is_not_said_to_be_one_is_none(text: str) -> None:
    assert ("identity.man", "yes") not in {(one.code, one.polarity) for one in understand(text).concepts}


@pytest.mark.parametrize(
    ("text", "ill"),
    [("my dad came from ghana to live with me", False), ("i live with ME", True), ("i have me and it floors me", True)],
)
def test_who_lives_with_me_is_no_illness(text: str, ill: bool) -> None:
    assert ("health.fatigue" in {one.code for one in understand(text).concepts}) is ill


_GARDEN, _CARS, _COST = "interest.gardening_nature", "interest.cars_driving", "constraint.cost"


@pytest.mark.parametrize(
    "text",
    [
        "i said flowers. none of them is flowers or garden",
        "none of them is gardening",
        "theres no gardening in any of them",
        "no no i LOVE my garden. i want flowers",
    ],
)
def test_what_none_of_the_places_is_is_asked_for(text: str) -> None:
    assert (_GARDEN, "yes") in {(one.code, one.polarity) for one in understand(text).concepts}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Weekday mornings, Brixton way, I've a van.", _CARS),
        ("ive got my own car", _CARS),
        ("Paid if there's money in it, college", _COST),
        ("only if theres money in it", _COST),
    ],
)
def test_what_somebody_has_is_no_liking_and_pay_is_no_cost(text: str, code: str) -> None:
    assert code not in {one.code for one in understand(text).concepts}


@pytest.mark.parametrize(
    ("text", "code"), [("i like my van", _CARS), ("i love driving, got a van", _CARS), ("i need bus money", _COST)]
)
def test_a_liking_and_a_worry_stay(text: str, code: str) -> None:
    assert code in {one.code for one in understand(text).concepts}


def test_a_liking_said_after_a_no_is_understood() -> None:
    assert understand("no no i LOVE my garden. i want flowers").intent == "inform"
