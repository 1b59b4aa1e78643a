"""Times that something else takes do not suit, though they are named; and days are heard by their names."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.week import TIMES, taken

DAY, LATE, NOON = "constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings"


def times(text: str, asked: str | None = None) -> dict[str, str]:
    return {one.code: one.polarity for one in understand(text, asked).concepts if one.code in TIMES}


def days(text: str, asked: str | None = None) -> list[str]:
    return [value.value for value in understand(text, asked).values if value.field == "days"]


@pytest.mark.parametrize("asked", [None, "times", "hard"])
@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("my daughter has mornings school run, i can do tues and thurs", {NOON: "yes"}),
        ("i do the school run in the mornings", {NOON: "yes"}),
        ("mornings i take my son to nursery", {NOON: "yes"}),
        ("i work mornings", {NOON: "yes"}),
        ("mornings im at dialysis", {NOON: "yes"}),
        ("carers come in the mornings", {NOON: "yes"}),
        ("i have my carer in the morning so afternoon better", {NOON: "yes"}),
        ("cant do mornings, school run", {NOON: "yes"}),
        ("mornings are awful", {NOON: "yes"}),
        ("not mornings", {NOON: "yes"}),
        ("you write wrong. morning no!", {NOON: "yes"}),
        ("mornings school run, afternoon is ok", {NOON: "yes"}),
        ("my mum has carers in the afternoon so mornings", {NOON: "no", DAY: "yes"}),
        ("evenings i work", {LATE: "no"}),
        ("weekends i have the kids", {LATE: "no"}),
        ("only afternoons", {NOON: "yes", LATE: "no"}),
        ("dialysis mon wed fri mornings", {}),
    ],
)
def test_a_time_that_something_takes_does_not_suit(text: str, heard: dict[str, str], asked: str | None) -> None:
    assert times(text, asked) == heard
    assert understand(text, asked).answer not in ("mornings", "evenings", "weekends")


@pytest.mark.parametrize("asked", [None, "times"])
@pytest.mark.parametrize(
    "text",
    [
        "i can do mornings while the kids are at school",
        "mornings after the school run are best",
        "after the school run",
        "mornings when my mum has the baby",
        "kids are at school so 10 to 2 is good",
        "mornings are best",
        "i want to work mornings",
    ],
)
def test_a_time_that_something_opens_suits(text: str, asked: str | None) -> None:
    assert times(text, asked) == {DAY: "yes"}
    assert not taken(text)


@pytest.mark.parametrize("text", ["i worked nights for years", "used to work mornings", "i was on nights"])
def test_what_took_a_time_once_takes_it_no_more(text: str) -> None:
    assert not taken(text)


MOST = "Mon Tue Wed Thu Sat Sun"


@pytest.mark.parametrize(
    ("text", "asked", "named"),
    [
        ("my daughter has mornings school run, i can do tues and thurs", None, "Tue Thu"),
        ("tues and thurs", "times", "Tue Thu"),
        ("mon-weds", "times", "Mon Tue Wed"),
        ("monday to wednesday", "times", "Mon Tue Wed"),
        ("weds thurs or fri", "times", "Wed Thu Fri"),
        ("any day but friday", "times", MOST),
        ("any day but friday", None, MOST),
        ("thats not what i said, i can only do friday nights", None, "Fri"),
        ("not fridays", "times", MOST),
        ("cant do fridays, jummah", None, MOST),
        ("i can come on wednesdays", None, "Wed"),
        ("prayers at lunchtime friday", "times", MOST),
        ("dialysis mon wed fri mornings", "times", "Tue Thu Sat Sun"),
        ("i work mon-weds", "times", "Thu Fri Sat Sun"),
        ("i work mon to fri", "times", ""),
        ("i am sat at home", "times", ""),
        ("sat", "times", "Sat"),
        ("my meeting is on tuesday", None, ""),
        ("call me on tuesday", None, ""),
        ("since last friday i have been low", None, ""),
        ("i sat with mon ami in the sun", None, ""),
    ],
)
def test_days_are_heard_where_they_are_about_when(text: str, asked: str | None, named: str) -> None:
    assert days(text, asked) == ([named] if named else [])


@pytest.mark.parametrize(
    ("text", "code", "polarity"),
    [
        ("nothing before 1pm", "not_mornings", "yes"),
        ("i can't do anything before 2", "not_mornings", "yes"),
        ("before 2 is best", "daytime_only", "yes"),
        ("i can't do afternoons", "not_mornings", "no"),
        ("only weekends, evenings no good", "evenings_weekends", "yes"),
    ],
)
def test_what_is_left_counts_and_not_the_time_that_is_named(text: str, code: str, polarity: str) -> None:
    times = [one for one in understand(text, asked=None).concepts if one.code in TIMES]
    assert [(one.code, one.polarity) for one in times] == [(f"constraint.{code}", polarity)]


WEEK = "Mon Tue Wed Thu Fri"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("weekdays", WEEK),
        ("week days", WEEK),
        ("only weekdays", WEEK),
        ("weekdays and saturdays", f"{WEEK} Sat"),
        ("not weekdays", "Sat Sun"),
        ("i like cooking, SW2, weekdays after 12. bad back", WEEK),
    ],
)
@pytest.mark.parametrize("asked", ["times", "story"])
def test_weekdays_are_days_and_no_weekend(text: str, heard: str, asked: str) -> None:
    assert days(text, asked) == [heard]
    assert (times(text, asked).get(LATE) == "yes") == ("sat" in heard.casefold())


def test_a_day_that_is_missed_now_and_then_stays_open() -> None:
    assert days("is it alright if i cant do mondays some weeks when im low") == []
    assert days("i cant do mondays") == ["Tue Wed Thu Fri Sat Sun"]
