"""Who rings whom, and a first step that needs a number."""

from __future__ import annotations

import pytest

from knowledge.understanding.ringing import asks_of_ringing, needs_a_number, who_rings

ASKS = """
can they ring me on my mobile instead of here
thank u. can they ring me on my mobile
who rings who
who calls who?
who is going to ring me
do i ring them or do they ring me
do they have my number
have they got my number?
how do they know my number
they dont have my number
did you give them my number
should i give her my mobile number
how will they call me
how do i phone them
what number will it be from
what number do i ring
can she text me
id rather they rang me on my mobile
"""
OTHERWISE = """
can they ring after 2 instead
can they ring me on thursday instead
can they ring me tomorrow morning
they can ring me on 07700 900123
ring me
can you ring me
what number bus is it
my national insurance number
i missed the call
who do i ask for
how do i get there
do they have my letter
nobody calls me
is someone going to call me
i dont want them ringing me
"""


@pytest.mark.parametrize("text", ASKS.strip().splitlines())
def test_who_rings_whom_is_asked(text: str) -> None:
    assert asks_of_ringing(text)


@pytest.mark.parametrize("text", OTHERWISE.strip().splitlines())
def test_something_else_is_said(text: str) -> None:
    assert not asks_of_ringing(text)


@pytest.mark.parametrize(
    ("step", "needed"),
    [
        ("a chat on the phone about the chair", True),
        ("A call about what you were proud of", True),
        ("I ring you", True),
        ("Ring me on 020 7946 0000", False),
        ("A video call", False),
        ("A call on Zoom, we send the link", False),
        ("Come in for tea, ring the bell", False),
        ("tea and a look round", False),
    ],
)
def test_a_first_step_on_the_phone_needs_a_number(step: str, needed: bool) -> None:
    assert needs_a_number(step) is needed


@pytest.mark.parametrize(
    ("step", "who"),
    [
        ("I'll ring you for a chat", "they"),
        ("Ade rings you on your mobile", "they"),
        ("we will phone", "they"),
        ("we give you a quick call", "they"),
        ("expect a call from Bea", "they"),
        ("ring me when you can", "you"),
        ("give us a ring", "you"),
        ("phone the office and ask for Ade", "you"),
        ("you call us", "you"),
        ("Call 020 7946 0000", "you"),
        ("a chat on the phone", None),
        ("a phone call", None),
        ("ring me or I ring you", None),
        ("come in for a cup of tea", None),
        ("a short talk by telephone", None),
    ],
)
def test_who_rings_is_read_off_a_first_step(step: str, who: str | None) -> None:
    assert who_rings(step) == who
