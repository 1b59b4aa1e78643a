"""What looks like one thing and says another: a trade that is a place's nickname, a tongue not spoken, a feared day."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.misheard import taken_off


def heard(text: str, asked: str | None = None) -> dict[str, str]:
    return {one.code: one.polarity for one in understand(text, asked).concepts}


def told(field: str, text: str, asked: str | None = None) -> list[str]:
    return [one.value for one in understand(text, asked).values if one.field == field]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("i was a bricky", []),
        ("a bricky for 20 years", []),
        ("i live in bricky", ["Brixton"]),
        ("i'm a brixton girl", ["Brixton"]),
        ("not brixton, i'm in streatham SW16", ["Streatham"]),
        ("i moved out of peckham", []),
    ],
)
def test_a_place_is_where_somebody_is(text: str, areas: list[str]) -> None:
    assert told("area", text) == areas


@pytest.mark.parametrize(
    ("text", "tongues"),
    [
        ("nothing to do with Spanish please", []),
        ("i dont speak spanish", []),
        ("i want to learn spanish", []),
        ("i dont speak good english i speak spanish", ["es"]),
        ("no english. portuguese", ["pt"]),
        ("my language is spanish", ["es"]),
    ],
)
def test_a_tongue_that_is_not_spoken_is_none_of_theirs(text: str, tongues: list[str]) -> None:
    assert told("language", text) == tongues


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("English is my only language", "no"),
        ("I'm English", "no"),
        ("I speak English!", "no"),
        ("my english is not good", "yes"),
        ("I speak English but not good", "yes"),
    ],
)
def test_english_is_new_to_nobody_who_speaks_it(text: str, polarity: str) -> None:
    assert heard(text)["constraint.english"] == polarity


@pytest.mark.parametrize("asked", [None, "times"])
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("it's on FRIDAY", []),
        ("they want me in a meeting on friday", []),
        ("my hearing is friday", []),
        ("fridays are good", ["Fri"]),
        ("fridays only", ["Fri"]),
    ],
)
def test_a_feared_day_suits_nobody(text: str, days: list[str], asked: str | None) -> None:
    assert told("days", text, asked) == (days if asked or "only" not in text else told("days", text))


@pytest.mark.parametrize("asked", [None, "times"])
def test_times_that_are_said_to_suit_do(asked: str | None) -> None:
    assert heard("evenings are best", asked)["constraint.evenings_weekends"] == "yes"
    assert "constraint.not_mornings" not in heard("morning or afternoon not bothered", asked)
    assert heard("after 2 clock. morning i have other clean", asked)["constraint.not_mornings"] == "yes"
    assert (
        heard("evenings innit, cant do mornings", asked).items()
        >= {
            "constraint.evenings_weekends": "yes",
            "constraint.not_mornings": "yes",
        }.items()
    )


def test_a_wish_that_is_turned_down_goes() -> None:
    read = heard("I want to volunteer my skills, not to learn")
    assert (read["support.training"], read["support.work_experience"]) == ("no", "yes")


def test_children_who_are_missed_want_no_childcare() -> None:
    assert "constraint.childcare" not in heard("i was a dinner lady 20 years. i miss the kids")


def test_a_warning_at_work_wants_help_to_keep_the_job() -> None:
    read = understand("i been off with fibro and my manager says one more absence and thats it. im scared")
    assert "support.in_work_support" in {one.code for one in read.concepts}
    assert read.crisis == "none"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("how your mind works?? take that off.", "how your mind works"),
        ("dont put the drink down. im off it", "the drink"),
        ("do not write the fits down", "the fits"),
        ("I like cooking. take that off", None),
    ],
)
def test_what_is_not_to_be_put_down(text: str, about: str | None) -> None:
    assert taken_off(text) == about


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("I dont have time now... before I sing in choir in the church, and cook for the friends", {"past"}),
        ("before, I play football every week", {"past"}),
        ("i like to eat before i sing", {"yes"}),
    ],
)
def test_what_somebody_did_before_is_past(text: str, polarity: set[str]) -> None:
    assert {told for code, told in heard(text).items() if code.startswith("interest.")} == polarity
