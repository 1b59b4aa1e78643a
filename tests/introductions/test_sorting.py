"""What people write for their letter, and the lines it goes into."""

from __future__ import annotations

import pytest

from introductions.company import comes_along
from introductions.sorting import sort


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "I sing in church choir long time, and say I would like Wednesday",
            {"own": "I sing in church choir long time", "times": "Wednesdays"},
        ),
        ("I play bass in a band, put thursdays", {"own": "I play bass in a band", "times": "Thursdays"}),
        (
            "im into making beats, trap and afro. times evenings only",
            {"enjoys": "making beats, trap and afro", "times": "evenings only"},
        ),
        ("HR want a return plan by the 14th", {"own": "HR want a return plan by the 14th"}),
        (
            "cleaner 11 years, portuguese, back pain, after 2",
            {"worked": "cleaner 11 years", "language": "Portuguese", "health": "back pain", "times": "after 2"},
        ),
        ("school cook 20 years, somali, before 3pm", {"worked": "school cook 20 years", "language": "Somali",
                                                       "times": "before 3pm"}),
        ("work so far: cleaner 11 years", {"worked": "cleaner 11 years"}),
        ("times: fridays. health: sore hip", {"times": "Fridays", "health": "sore hip"}),
        ("no stairs, bad knee", {"helps": "no stairs", "health": "bad knee"}),
        ("about my health: i tire fast", {"health": "i tire fast"}),
        ("i love roses and i would like to meet people", {"enjoys": "roses", "hopes": "to meet people"}),
        ("my sister comes with me, she drives", {"who_comes": "their sister comes along the first time, and drives"}),
        ("i will be late", {"own": "i will be late"}),
        ("he died in may and i do not want to explain it", {"own": "he died in may and i do not want to explain it"}),
        ("can someone ring me? i get lost", {"own": "can someone ring me? I get lost"}),
    ],
)  # fmt: skip
def test_each_thing_goes_into_the_line_that_it_is_about(text: str, lines: dict[str, str]) -> None:
    assert {field: line for field, line, _ in sort(text)} == lines


@pytest.mark.parametrize(
    ("home", "text", "lines"),
    [
        ("enjoys", "roses, and a quiet patch of my own", {"enjoys": "roses, and a quiet patch of my own"}),
        ("enjoys", "making beats. times evenings only", {"enjoys": "making beats", "times": "evenings only"}),
        ("helps", "not lift heavy things, short words please", {"helps": "not lift heavy things, short words please"}),
        ("hopes", "company, i get tired", {"hopes": "company", "health": "i get tired"}),
        (
            "enjoys",
            "I was a dinner lady and I loved it. I would like somebody to sit with. I get depressed",
            {
                "enjoys": "I was a dinner lady and I loved it. I would like somebody to sit with.",
                "health": "I get depressed",
            },
        ),
        ("worked", "I designed bridges for 24 years.", {"worked": "I designed bridges for 24 years."}),
        ("worked", "I was a cleaner for 11 years", {"worked": "cleaner for 11 years"}),
        ("who_comes", "my daughter", {"who_comes": "their daughter comes along the first time"}),
    ],
)
def test_what_is_about_the_line_that_they_write_stays_in_it(home: str, text: str, lines: dict[str, str]) -> None:
    assert {field: line for field, line, _ in sort(text, home)} == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("my daughter comes with me and translates", "their daughter comes along the first time, and translates"),
        ("i will bring a friend", "their friend comes along the first time"),
        ("my support worker is coming", "their support worker comes along the first time"),
        ("my daughter is at school", ""),
        ("i come by myself", ""),
    ],
)
def test_who_comes_along_in_the_third_person(text: str, line: str) -> None:
    assert comes_along(text) == line
