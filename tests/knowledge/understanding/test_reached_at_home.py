"""Somebody who stays at home asks for places that come to them, or ring; a call from us is another wish."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.reached_at_home import ways_named, ways_wished


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("is there anyone who would come to the house, or ring me", ["phone", "outreach"]),
        ("not a kitchen. someone on the phone or a visit?", ["phone", "outreach"]),
        ("is there anybody who'd visit me at home", ["outreach"]),
        ("do any of them come to your house", ["outreach"]),
        ("I'd rather somebody came to my flat", ["outreach"]),
        ("have you got a place that does home visits", ["outreach"]),
        ("anyone who would phone me for a chat each week?", ["phone"]),
        ("something I can do over the phone?", ["phone"]),
        ("show me ones that come to you", ["outreach"]),
    ],
)
def test_a_place_that_reaches_them_at_home_is_looked_for(text: str, ways: list[str]) -> None:
    assert ways_wished(text) == ways
    assert command(text, None) == "show_kind"


@pytest.mark.parametrize(
    "text",
    [
        "can someone ring me",
        "can a person call me tomorrow",
        "can i talk to someone on the phone",
        "do they come to the house",
        "can i do it by phone",
        "nobody comes to the house any more",
        "I dont want anyone coming to my house",
        "my nurse comes to the house",
        "someone came to my house last week",
        "could someone meet me at the bus stop",
    ],
)
def test_what_is_asked_of_us_or_of_one_place_is_not(text: str) -> None:
    assert ways_wished(text) == []


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("so do they do phone??", ["phone"]),
        ("could I join by video on a flare day", ["online"]),
        ("do they come to the house", ["outreach"]),
        ("what is their phone number", []),
        ("is it quiet", []),
    ],
)
def test_the_ways_are_named(text: str, ways: list[str]) -> None:
    assert ways_named(text) == ways
