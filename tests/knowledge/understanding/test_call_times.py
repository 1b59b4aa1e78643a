"""When somebody may be rung is no time to meet, and a letter says it among what would help."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.call_times import call_times
from knowledge.understanding.commands import command
from knowledge.understanding.week import TIMES

MORNINGS = "no calls in the mornings"


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("I work mornings, they can not call me", f"{MORNINGS} because of work"),
        ("i work mornings so dont ring me then", f"{MORNINGS} because of work"),
        ("afternoons im at work, they cant phone me", "no calls in the afternoons because of work"),
        ("my shifts are in the evening and i can't answer my phone", "no calls in the evenings because of work"),
        ("dont ring me in the mornings", MORNINGS),
        ("please don't phone before 10", "no calls before 10"),
        ("i cant take calls at weekends", "no calls at weekends"),
        ("call me after 3", "calls after 3"),
        ("you can ring me between 2 and 4", "calls between 2 and 4"),
        ("they can call me in the evenings", "calls in the evenings"),
        ("i work nights so they can't ring me in the day", "no calls in the day"),
    ],
)
def test_when_somebody_may_be_rung(text: str, reads: str) -> None:
    (one,) = call_times(text)
    assert one.reads.split(" – ")[0] == reads
    assert one.denied is one.reads.endswith(" – please ring at another time")


@pytest.mark.parametrize(
    "text",
    [
        "I work mornings",
        "they can not call me",
        "they call me Pat in the morning club",
        "can they ring me after 3?",
        "ring me tomorrow morning",
        "i hate phone calls",
        "I like phone calls with my sister in the evening",
        "he called me names every morning",
        "mornings dont work for me",
        "i work nights, dont ring me",
        "work called me in the morning and sacked me",
    ],
)
def test_what_tells_of_no_time_for_calls(text: str) -> None:
    assert call_times(text) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("they can call me in the evenings", []),
        ("dont ring me in the mornings", []),
        ("mornings suit me. no calls after 3", ["constraint.daytime_only"]),
        ("I work mornings, they can not call me", ["constraint.not_mornings"]),
    ],
)
def test_a_time_for_calls_is_no_time_to_meet(text: str, times: list[str]) -> None:
    codes = [one.code for one in understand(text).concepts]
    assert [code for code in codes if code in TIMES] == times
    assert "constraint.no_phone_calls" not in codes


def test_beside_the_question_for_times_an_hour_for_calls_answers_nothing() -> None:
    read = understand("mornings, and call me after 5", "times")
    assert (read.intent, read.answer) == ("inform", "mornings")
    assert understand("afternoons are no good. mornings. dont ring me before 10", "times").values == ()


def test_who_says_when_not_to_ring_asks_for_no_call() -> None:
    assert command("dont ring me in the mornings", "hard") == "inform"
    assert command("ring me after 3", "hard") != "inform"
