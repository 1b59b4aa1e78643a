"""Hours that somebody works suit nothing else, and who works shifts that change has answered when."""

from __future__ import annotations

import pytest

from introductions.questions import telling
from introductions.reading import Reading
from knowledge.understanding import understand


def told(text: str, asked: str) -> list[tuple[str, str]]:
    heard = telling(Reading.of(understand(text, asked=asked)), asked)
    return [(one.field if one.field != "concept" else str(one.code), one.value) for one in heard.heard]


@pytest.mark.parametrize(
    "text", ["dunno. i do shifts. earlies this week lates next", "im on shifts, lates mostly", "depends on my shifts"]
)
def test_shifts_are_no_times_that_suit(text: str) -> None:
    heard = told(text, "times")
    assert ("times", "skipped") in heard
    assert not {code for code, _ in heard} & {"constraint.daytime_only", "constraint.evenings_weekends"}


def test_days_named_beside_shifts_stand() -> None:
    assert ("times", "skipped") not in told("i do shifts, off on tuesdays", "times")


def test_work_at_night_is_no_time_that_suits() -> None:
    heard = told("i work in a warehouse nights and my back is killing me", "story")
    assert "constraint.evenings_weekends" not in {code for code, _ in heard}


@pytest.mark.parametrize(
    "text", ["the meds. shaky in the morning. and my manager, i just said", "my boss. being found unfit. thats it"]
)
def test_trouble_of_no_code_answers_what_makes_it_hard(text: str) -> None:
    assert ("hard", "given") in told(text, "hard")


@pytest.mark.parametrize(
    "text", ["SW2", "ffs. i want to keep my job. thats what i want", "what about my boss?", "lol ok"]
)
def test_what_tells_of_no_trouble_does_not(text: str) -> None:
    assert ("hard", "given") not in told(text, "hard")


def test_where_somebody_is_seen_is_not_what_they_have() -> None:
    heard = told("yeh i see the rheumatology lot at kings", "diagnosis")
    assert ("diagnosis", "yes") in heard
    assert "health.musculoskeletal" not in {code for code, _ in heard}
