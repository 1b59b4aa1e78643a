"""What somebody told, read back: each thing once, in its line, and never as a thing it is not."""

from __future__ import annotations

from datetime import UTC, datetime

from actions.held import Told, told_things
from bot.copy import Copy
from introductions.model import Fact, Polarity

AT = datetime(2026, 11, 3, tzinfo=UTC)
SAY = Copy().text


def fact(field: str, value: str, polarity: Polarity = "yes", words: str = "") -> Fact:
    code = value if field == "concept" else None
    return Fact("f", field, value, code, polarity, words or value, "t1", AT)


def abouts(*facts: Fact) -> list[str]:
    return [one.about for one in told_things(SAY, facts)]


def test_each_thing_stands_in_its_line_in_the_lists_order() -> None:
    told = (
        fact("concept", "constraint.daytime_only", words="mornings"),
        fact("concept", "constraint.childcare", words="the school run"),
        fact("concept", "support.social_engagement", words="company"),
        fact("concept", "interest.arts_crafts", words="sewing"),
        fact("district", "SW9"),
    )
    assert abouts(*told) == ["about", "likes", "hopes", "around", "times"]


def test_a_no_stands_among_the_noes() -> None:
    assert abouts(fact("concept", "interest.arts_crafts", "no", "sewing")) == ["no"]


def test_what_is_said_twice_or_within_another_stands_once() -> None:
    twice = (fact("goal", "be a baker"), fact("goal", "be a baker"), fact("goal", "be a baker of bread"))
    assert told_things(SAY, twice) == [Told("hopes", "to be a baker of bread")]
