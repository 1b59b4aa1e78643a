"""What somebody asks of their work, in the letter to a place that helps with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from introductions.at_work import KEEPS_A_JOB, asks_told
from introductions.fields import compose
from introductions.model import Fact
from knowledge.understanding.troubles_at_work import troubles_at_work
from tests.introductions.places import DIRECTORY

CIRCLE = DIRECTORY.services["circle"]
BESIDE_WORK = replace(CIRCLE, support=(KEEPS_A_JOB,))
NOW = datetime(2026, 11, 3, tzinfo=UTC)


def told(code: str, words: str = "") -> Fact:
    return Fact(code, "concept", code, code, "yes", words, "t", NOW)


def asks(text: str) -> list[Fact]:
    return [
        Fact("a", one.field, one.value, None, one.polarity, one.words, "t", NOW) for one in asks_told("inform", text)
    ]


HAS_WORK = told("stage.in_work", "work")
CHAIR = asks("can i get a different chair or less hours")


def test_hours_stand_in_the_letter_and_a_chair_is_offered() -> None:
    fields = compose([HAS_WORK, *CHAIR], BESIDE_WORK, "Ade")
    assert (fields["at_work"].on, fields["at_work"].text) == (True, "fewer hours")
    assert (fields["helps"].on, fields["helps"].text, fields["helps"].sensitive) == (False, "a different chair", True)


@pytest.mark.parametrize("facts", [CHAIR, [HAS_WORK]])
def test_nothing_of_it_without_work_or_without_asking(facts: list[Fact]) -> None:
    fields = compose(facts, BESIDE_WORK, "Ade")
    assert (fields["at_work"].text, fields["helps"].text) == ("", "")


def test_a_place_that_has_nothing_to_do_with_their_job_hears_none_of_it() -> None:
    fields = compose([HAS_WORK, told("constraint.part_time", "less hours"), *CHAIR], CIRCLE, "Ade")
    assert (fields["at_work"].text, fields["helps"].text) == ("", "")


def test_who_finds_jobs_is_offered_what_a_body_asks_of_any() -> None:
    jobs = replace(CIRCLE, support=("support.job_brokering",))
    fields = compose(asks("want lighter work and fewer hours"), jobs, "Ade")
    assert (fields["helps"].on, fields["helps"].text, fields["at_work"].text) == (False, "lighter work", "")


def test_an_illness_beside_it_is_in_no_line() -> None:
    fields = compose([HAS_WORK, *asks("i need help telling my boss about my epilepsy")], BESIDE_WORK, "Ade")
    assert fields["at_work"].text == "help telling my boss"
    assert not any("epilepsy" in one.text for one in fields.values())


@pytest.mark.parametrize(("words", "helps"), [("less hours", "fewer hours"), ("part time", "part-time hours")])
def test_who_has_work_and_wants_less_of_it_wants_fewer_hours(words: str, helps: str) -> None:
    assert compose([HAS_WORK, told("constraint.part_time", words)], BESIDE_WORK, "Ade")["helps"].text == helps


def test_shifts_to_come_off_are_no_times_that_suit() -> None:
    facts = [told("constraint.evenings_weekends", "nights"), *asks("i could stay if they moved me off nights")]
    assert compose(facts, BESIDE_WORK, "Ade")["times"].text == ""


def test_who_would_keep_their_job_hopes_for_no_other() -> None:
    facts = [told("stage.ready", "want to keep my job"), told(KEEPS_A_JOB, "keep my job")]
    assert "a job" not in compose(facts, BESIDE_WORK, "Ade")["hopes"].text


def test_what_mornings_do_to_somebody_is_no_time() -> None:
    assert compose([told("constraint.not_mornings", "mornings kill")], CIRCLE, "Ade")["times"].text == "not mornings"


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("she put me down to one shift a week and i dont know if i got the right sick pay",
         ["advice on my hours being cut", "advice on my sick pay"]),
        ("they cut my hours after i told them", ["advice on my hours being cut"]),
        ("im on my second written warning", ["advice on keeping my job"]),
        ("i love the job honest, i just dont want to lose it", ["advice on keeping my job"]),
        ("i cut hair for six hours on saturdays", []),
    ],
)  # fmt: skip
def test_troubles_at_work_are_told_to_who_helps_with_them(text: str, reads: list[str]) -> None:
    assert [one.reads for one in troubles_at_work(text)] == reads
