"""What waits in a line of a letter for its person's tap, limits and times among it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from introductions.fields import compose, edited, switched, waiting
from introductions.model import DraftField
from tests.introductions.test_letter_fields import CIRCLE, texts, told, value

QUIET = DraftField(False, "somewhere quiet, no stairs", True)


@pytest.mark.parametrize("words", ["no phone", "text only", "no calls please"])
def test_what_waits_in_a_line_stays_when_more_is_put_in(words: str) -> None:
    line = edited("helps", words, QUIET)
    assert (line.on, line.text, waiting(line)) == (True, words, "somewhere quiet, no stairs")
    shown = texts({**compose([], CIRCLE, "Marcia"), "helps": line})["shown_text"]
    assert f"What would help me: {words}" in shown
    assert "stays out unless you add it: what would help (somewhere quiet, no stairs)" in shown
    assert "quiet" not in texts({**compose([], CIRCLE, "Marcia"), "helps": line})["page_text"]


def test_what_waits_comes_in_by_a_tap_and_waits_again_where_the_rest_goes() -> None:
    line = edited("helps", "no phone", QUIET)
    whole = switched(line, on=True)
    assert (whole.text, whole.sensitive, waiting(whole)) == ("no phone, somewhere quiet, no stairs", True, "")
    assert edited("helps", "", line) == QUIET
    assert waiting(switched(line, on=False)) == "no phone, somewhere quiet, no stairs"


def test_what_they_put_in_themselves_waits_no_more() -> None:
    assert waiting(edited("helps", "somewhere quiet", QUIET)) == "no stairs"


def test_a_time_that_work_takes_says_so() -> None:
    assert compose([told("constraint.not_mornings", "I work mornings")], CIRCLE, "Dee")["times"].text == (
        "not mornings because of work"
    )
    dialysis = told("constraint.not_mornings", "mornings im at dialysis")
    assert compose([dialysis], CIRCLE, "Dee")["times"].text == "not mornings"
    assert compose([told("constraint.not_mornings", "mornings dont work")], CIRCLE, "Dee")["times"].text == (
        "not mornings"
    )


def test_when_to_ring_stands_among_what_would_help_and_in_no_time() -> None:
    mornings = "no calls in the mornings because of work – please ring at another time"
    fields = compose([value("calls", mornings), value("calls", "calls after 2"), value("calls", "calls after 3")],
                     CIRCLE, "Dee")  # fmt: skip
    assert (fields["helps"].on, fields["helps"].text) == (True, f"{mornings}, calls after 3")
    assert fields["times"].text == ""


@pytest.mark.parametrize(
    ("words", "text", "on"),
    [
        ("cant sit for more than two hours at a time", "no more than two hours of sitting at a time", False),
        ("not more than 4 hours a day", "no more than 4 hours a day", False),
        ("16 hours a week max", "", False),
    ],
)
def test_a_limit_stands_as_one_and_waits_for_a_tap(words: str, text: str, *, on: bool) -> None:
    field = compose([told("constraint.part_time", words)], CIRCLE, "Dee")["helps"]
    assert (field.text, field.on, waiting(field)) == (text, on, text)


def test_the_hours_of_a_week_are_told_to_who_finds_jobs() -> None:
    jobs = replace(CIRCLE, support=("support.job_brokering",))
    field = compose([told("constraint.part_time", "16 hours a week max")], jobs, "Dee")["helps"]
    assert (field.text, field.on) == ("no more than 16 hours a week", True)


def test_times_that_were_told_stand_though_the_question_is_marked_as_answered() -> None:
    facts = [told("constraint.daytime_only", "mornings"), value("times", "given")]
    assert compose(facts, CIRCLE, "Dee")["times"].text == "mornings"
