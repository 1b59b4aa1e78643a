"""What people ask of the work they have, in the words they ask it in."""

from __future__ import annotations

import pytest

from knowledge.understanding.asked_of_work import asked_of_work


@pytest.mark.parametrize(
    ("text", "plain", "hinting"),
    [
        ("can i get a different chair or less hours", ["fewer hours"], ["a different chair"]),
        ("fewer hours and a better chair please", ["fewer hours"], ["a better chair"]),
        ("a chair for my back, maybe shorter days", ["shorter days"], ["a chair"]),
        ("lighter duties", [], ["lighter duties"]),
        ("better chair and more breaks at work", [], ["better chair", "more breaks"]),
        ("fewer hours made it worse", [], []),
        ("a better chair was there once", [], []),
        ("shorter days make me sad", [], []),
        ("need help talking to work about it", ["help talking to work"], []),
        ("could they let me start later? mornings kill me", ["to start later"], []),
        ("i want to cut down to three days a week but keep my job", ["to cut down to three days a week"], []),
        ("I need someone to talk to my employer", ["someone to talk to my employer"], []),
        ("how do i tell my boss", ["help with telling my boss"], []),
        ("is there any way i can work from home", ["to work from home"], []),
        ("maybe working from home would help me stay", ["to work from home"], []),
        ("i could stay if they moved me off nights", ["to come off nights"], []),
        ("want to swap to day shifts", ["to swap to day shifts"], []),
        ("could someone come with me to the meeting", ["someone to come with me to the meeting"], []),
        ("can my boss give me lighter duties", [], ["lighter duties"]),
        ("need them to move my days and stop the heavy lifting", ["to move my days"], ["no heavy lifting"]),
        (
            "can I ask for a phased return, fewer lessons and a classroom near the lift",
            [],
            ["a phased return", "fewer lessons", "a classroom near the lift"],
        ),
        ("need someone to write to her for me", ["someone to write to my work for me"], []),
        ("can i get a different chair and the pain clinic is 9 month wait", [], ["a different chair"]),
        ("hoping for a phased return", [], ["a phased return"]),
        ("wish they'd let me sit down at the till and more breaks", [], ["to sit down at the till", "more breaks"]),
        ("can i ask for a dictaphone at work", [], ["a dictaphone"]),
        ("I asked my manager for a talking clock and he laughed", [], ["a talking clock"]),
        ("i want to keep my job but with hours like before", ["hours like before"], []),
        (
            "I want my 35 hours back, and help to talk with my manager",
            ["my 35 hours back", "help to talk with my manager"],
            [],
        ),
        ("i want my manager to cut my hours", ["to cut my hours"], []),
    ],
)
def test_it_is_told_as_it_would_stand_in_a_list(text: str, plain: list[str], hinting: list[str]) -> None:
    asked = asked_of_work(text)
    assert [one.reads for one in asked if one.kind == "plain"] == plain
    assert [one.reads for one in asked if one.kind == "hinting"] == hinting


@pytest.mark.parametrize(
    "text",
    [
        "I work part time in a school kitchen, 3 days a week",
        "my boss wants me to work more days",
        "he gave me a different desk last year and it's fine",
        "i dont want fewer hours",
        "they want me to do more hours and i can't",
        "can I get a free bus pass",
        "I want to see a doctor about my back",
        "I need help, my manager he cut my hours from 35 to 20",
        "can he cut my hours because I am sick? I want to know",
        "dem cut mi hours and mi want dem back",
        "the manager want to reduce my hours",
        "my boss give me less hours and i need advice",
        "they moved me to nights and i need advice",
    ],
)
def test_what_is_told_and_not_asked_is_none(text: str) -> None:
    assert asked_of_work(text) == []
