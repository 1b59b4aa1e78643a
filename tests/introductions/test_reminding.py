"""What somebody wants to be reminded of, and when, from their own words; today is Wednesday 25 November 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from introductions.reminding import day_before, morning_of, read_day, read_wish
from introductions.visit_day import of_hello
from knowledge.understanding.reminding import asks_for_reminder

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("remind me on thursday to ring the library", "ring the library", date(2026, 11, 26)),
        ("remind me tomorrow", "", date(2026, 11, 26)),
        ("can you remind me about my appointment on 3 december", "my appointment", date(2026, 12, 3)),
        ("Remind me to ring Ade next Friday morning please", "ring Ade", date(2026, 11, 27)),
        ("pls remind me in 2 weeks that i need my letter", "i need my letter", date(2026, 12, 9)),
        ("set a reminder for 1/12", "", date(2026, 12, 1)),
        ("remind me dec 5th to pack lunch", "pack lunch", date(2026, 12, 5)),
        ("ok remind me day after tomorrow about the form", "the form", date(2026, 11, 27)),
        ("remind me in a couple of days to breathe", "breathe", date(2026, 11, 27)),
        ("remind me on wed to wash my kit", "wash my kit", date(2026, 12, 2)),
        (
            "I need to ring the library, can you remind me on thursday?",
            "I need to ring the library",
            date(2026, 11, 26),
        ),
        ("remind me the day before my appointment on 3 december", "my appointment", date(2026, 12, 2)),
        ("remind me tmrw 2 ring libary", "ring libary", date(2026, 11, 26)),
        ("remind me on wensday about the form", "the form", date(2026, 12, 2)),
        ("dont let me forget the form, on the 3rd", "the form", date(2026, 12, 3)),
        ("remind me in a fortnight to write", "write", date(2026, 12, 9)),
        ("remind me at the weekend to rest", "rest", date(2026, 11, 28)),
        ("remind me to swim every thursday", "swim", date(2026, 11, 26)),
        ("remind me to sit in the sun", "sit in the sun", None),
        ("remind me to call mum", "call mum", None),
        ("remind me on 3 march to plant seeds", "plant seeds", None),
        ("remind me today", "today", None),
    ],
)
def test_a_wish_is_read_in_their_own_words(text: str, words: str, day: date | None) -> None:
    assert asks_for_reminder(text)
    wish = read_wish(text, TODAY)
    assert (wish.words, wish.day) == (words, day)


@pytest.mark.parametrize(
    "text", ["remind me what this is", "you remind me of my nan", "remind me who sees this", "she reminded me", ""]
)
def test_other_words_of_reminding_are_no_wish(text: str) -> None:
    assert not asks_for_reminder(text)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Saturday at 10", date(2026, 11, 27)),
        ("on 3 December, 2pm", date(2026, 12, 2)),
        ("Thursday at 11", None),  # the day before is today
        ("whenever suits", None),
        ("any Saturday", None),
        ("Saturday or Sunday", None),
    ],
)
def test_the_day_before_a_visit(when: str, day: date | None) -> None:
    visit = of_hello(when, TODAY).day
    assert (day_before(visit, TODAY) if visit else None) == day


def test_the_day_of_a_visit_is_read_from_the_day_it_was_said() -> None:
    said_a_week_ago = date(2026, 11, 18)
    assert of_hello("Thursday at 11", said_a_week_ago).day == date(2026, 11, 19)
    assert day_before(date(2026, 11, 19), TODAY) is None


@pytest.mark.parametrize("text", ["", "some time", "in may", "yesterday", "24 november", "in 20 weeks"])
def test_a_day_that_cannot_be_kept_is_none(text: str) -> None:
    assert read_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("day", "quiet_ends", "due"),
    [
        (date(2027, 6, 2), time(9), datetime(2027, 6, 2, 8, tzinfo=UTC)),
        (date(2026, 12, 2), time(9), datetime(2026, 12, 2, 9, tzinfo=UTC)),
        (date(2026, 12, 2), time(0), datetime(2026, 12, 2, 9, tzinfo=UTC)),
        (date(2026, 12, 2), time(10, 30), datetime(2026, 12, 2, 10, 30, tzinfo=UTC)),
    ],
)
def test_it_comes_in_the_morning_of_london_when_the_quiet_hours_are_over(
    day: date, quiet_ends: time, due: datetime
) -> None:
    assert morning_of(day, quiet_ends) == due
