"""Work that somebody does or did, told from what they like."""

from __future__ import annotations

import pytest

from introductions.questions import telling
from introductions.reading import Reading
from introductions.trade_parts import parts_of
from knowledge.understanding import understand


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("18 years a dental nurse, my hands have gone bad", ["dental nurse"]),
        ("20 years in finance then i had a breakdown", ["finance"]),
        ("i work in a care home", ["care home"]),
        ("i was a bus driver for ten years", ["bus driver"]),
        ("I'm a printer", ["printer"]),
        ("20 yrs in print, supervisor", ["print"]),
        ("retired teacher", ["teacher"]),
        ("im a plumber by trade", ["plumber"]),
        ("i sing in a choir and work nights at tesco", ["tesco"]),
        ("used to do a lot of sewing", []),
        ("been gardening for 20 years", []),
        ("16 years teaching maths", ["teaching maths"]),
        ("20 years gardening on my allotment", []),
        ("i love being a teacher", []),
        ("i want to be a nurse", []),
        ("i'd like to work in a kitchen", []),
        ("i miss gardening", []),
        ("it was a cooking class", []),
        ("worked as a chef, love cooking", ["chef"]),
        ("plasterer, ceilings and cornices", ["plasterer"]),
    ],
)
def test_work_is_told_from_likings(text: str, work: list[str]) -> None:
    heard = telling(Reading.of(understand(text, asked="story")), "story").heard
    assert [one.words for one in heard if one.field == "trade"] == work


@pytest.mark.parametrize(
    ("text", "trade", "parts"),
    [
        ("tailor, wedding dresses and school uniforms", "tailor", "wedding dresses and school uniforms"),
        ("I am a tailor for 14 years, wedding dresses and shirts. I like tea", "tailor", "wedding dresses and shirts"),
        ("hairdresser - braids, weaves and locs, in brixton", "hairdresser", "braids, weaves and locs"),
        ("baker, bread and cakes", "baker", "bread and cakes"),
        ("plumber, boilers mostly", "plumber", "boilers"),
        ("chef, pubs and hotels and schools", "chef", "pubs, hotels and schools"),
        ("chef, two kids", "chef", ""),
        ("chef, bad knees", "chef", ""),
        ("tailor, mornings only", "tailor", ""),
        ("electrician, likes football and dogs", "electrician", ""),
        ("nurse, south london", "nurse", ""),
        ("I was a chef twenty years, then my back went", "chef", ""),
    ],
)
def test_what_was_made_in_it_is_told_too(text: str, trade: str, parts: str) -> None:
    assert parts_of(text, trade) == parts
