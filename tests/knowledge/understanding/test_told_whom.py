"""Who else might find out, however it is asked."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.told_whom import asks_what_went, told_whom, writes_down


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("if i tell you stuff does my boss find out", "work"),
        ("you didnt answer. my boss, my manager at the warehouse, does he find out", "work"),
        ("yes or no. can my boss see this", "work"),
        ("will my boss get this letter in any way. last time asking", "work"),
        ("is bronwen going to write anything down my work could see", "work"),
        ("i dont want work knowing ive got depresion, is that anywhere in what you sent", "work"),
        ("will the gaffer know", "work"),
        ("does hr see it", "work"),
        ("is any of this going to my school", "work"),
        ("does the agency get to know about my back", "work"),
        ("is this confidential from my employer", "work"),
        ("you wont tell my manager will you", "work"),
        ("does the dwp see this", "jobcentre"),
        ("is it private from the jobcentre", "jobcentre"),
        ("can the council see what i write", "council"),
        ("are you going to tell social services", "council"),
        ("is my GP going to be told", "doctor"),
        ("does my husband get to know", "family"),
        ("my landlord, can he see this", "others"),
        ("who sees my MS?", "health"),
        ("hang on, does the message in the email say about my MS? who opens it", "health"),
    ],
)
@pytest.mark.parametrize("asked", [None, "letter_decision"])
def test_who_might_find_out_is_heard_at_every_point(text: str, whom: str, asked: str | None) -> None:
    assert told_whom(text) == whom
    assert (command(text, asked) or "").startswith("ask_told_")


@pytest.mark.parametrize(
    "text",
    [
        "can you ring my boss for me",
        "can they sack me for being off sick",
        "can my mum come with me",
        "can my partner come and see it too",
        "i told my manager i have MS and she cut my shifts",
        "does the council run it",
        "will i lose my benefits if i go",
        "can they tell me about my benefits",
        "does she know my doctor",
        "put in that my work is not to know",
        "i was a nurse. will they know what to do if i have a fit",
        "my husband died and i dont see friends",
    ],
)
def test_who_is_spoken_of_otherwise_is_not_feared(text: str) -> None:
    assert told_whom(text) is None


def test_what_went_and_what_a_place_keeps_are_asked_besides() -> None:
    assert writes_down("is bronwen going to write anything down my work could see")
    assert asks_what_went("i dont want work knowing ive got depresion, is that anywhere in what you sent")
    assert not writes_down("does my boss find out")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes 18, im 34, and yes thats fine", "agree"),
        ("like i said, yes over 18 and fine with it", "agree"),
        ("nothing to change?? i said yes", "agree"),
        ("yes you can keep it", "agree"),
        ("i am 34", None),
        ("34", None),
        ("yes im 15 and its fine", "under_16"),
        ("i am 17. yes", "16_17"),
        ("who reads it? ok", None),
        ("yes but who reads it", None),
        ("can you keep it", None),
    ],
)
def test_a_yes_in_many_words_is_the_yes_and_an_age_alone_is_none(text: str, answer: str | None) -> None:
    assert understand(text, "agreed").answer == answer
