from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from introductions.calendar import add_working_days, after_working_days, is_working_day, london, next_loud, promised_day

NIGHT = (time(21), time(9))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "count", "days", "end"),
    [
        ("2026-11-03", 2, (0, 1, 2, 3, 4), "2026-11-05"),
        ("2026-11-06", 1, (0, 1, 2, 3, 4), "2026-11-09"),
        ("2026-12-24", 1, (0, 1, 2, 3, 4), "2026-12-29"),  # Christmas Day, a weekend, Boxing Day in lieu
        ("2027-03-25", 1, (0, 1, 2, 3, 4), "2027-03-30"),  # Good Friday and Easter Monday
        ("2026-11-03", 2, (1, 3), "2026-11-10"),  # open on Tuesdays and Thursdays
        ("2026-11-03", 1, (), "2026-11-04"),
        ("2026-11-07", 0, (0,), "2026-11-07"),
    ],
)
def test_working_days_are_england_s_and_the_provider_s_own(
    start: str, count: int, days: tuple[int, ...], end: str
) -> None:
    assert add_working_days(date.fromisoformat(start), count, days) == date.fromisoformat(end)


def test_the_day_of_a_letter_is_london_s_not_greenwich_s() -> None:
    assert promised_day(at("2026-06-01T23:30"), (0, 1, 2, 3, 4)) == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("now", "goes"),
    [
        ("2026-11-03T11:00", "2026-11-03T11:00"),
        ("2026-11-03T21:00", "2026-11-04T09:00"),
        ("2026-11-04T08:59", "2026-11-04T09:00"),
        ("2026-11-04T09:00", "2026-11-04T09:00"),
        ("2026-07-01T20:30", "2026-07-02T08:00"),  # 21:30 in London in summer
        ("2026-10-24T22:00", "2026-10-25T09:00"),  # the night the clocks go back: 09:00 is an hour later in UTC
        ("2027-03-27T23:00", "2027-03-28T08:00"),  # the night they go forward
    ],
)
def test_a_letter_agreed_at_night_goes_at_nine_in_london(now: str, goes: str) -> None:
    assert next_loud(at(now), NIGHT) == at(goes)


def test_quiet_hours_may_lie_within_a_day_or_be_none() -> None:
    assert next_loud(at("2026-11-03T13:00"), (time(12), time(14))) == at("2026-11-03T14:00")
    assert next_loud(at("2026-11-03T23:00"), (time(0), time(0))) == at("2026-11-03T23:00")


def test_clocks_strike_at_ten_in_london_in_summer_and_winter() -> None:
    assert after_working_days(at("2026-10-22T15:00"), 2) == at("2026-10-26T10:00")
    assert after_working_days(at("2026-06-01T15:00"), 2) == at("2026-06-03T09:00")


def test_an_hour_that_the_spring_change_skips_still_has_an_instant() -> None:
    assert london(date(2027, 3, 28), time(1, 30)) == at("2027-03-28T01:30")


def test_new_year_s_day_is_no_working_day() -> None:
    assert not is_working_day(date(2027, 1, 1))
