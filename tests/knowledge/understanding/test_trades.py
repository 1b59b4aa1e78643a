"""Work that somebody does or did, told from what they like."""

from __future__ import annotations

import pytest

from introductions.questions import telling
from introductions.reading import Reading
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
    ],
)
def test_work_is_told_from_likings(text: str, work: list[str]) -> None:
    heard = telling(Reading.of(understand(text, asked="story")), "story").heard
    assert [one.words for one in heard if one.field == "trade"] == work
