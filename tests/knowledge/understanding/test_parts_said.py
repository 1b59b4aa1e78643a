"""Times that are said in so many words, whatever else is heard beside them."""

import pytest

from knowledge.understanding import understand
from knowledge.understanding.letter_reading import read_beside_letter
from knowledge.understanding.parts_said import AFTERNOONS, hours_in
from knowledge.understanding.week import TIMES

_GOOD = "constraint.daytime_only"


def times(text: str, asked: str | None = None) -> list[tuple[str, str, str]]:
    return [(c.code, c.polarity, c.words) for c in understand(text, asked).concepts if c.code in TIMES]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("I don't know. Mornings he's at his best, before the tablets make him sleepy", _GOOD, "Mornings"),
        ("No no, mornings is GOOD. It's after dinner he gets sleepy", _GOOD, "mornings"),
        ("Mornings suit him best. Change it please", _GOOD, "Mornings"),
        ("my best time is the morning, after food I just sleep", _GOOD, "morning"),
        ("i dey okay for morning", _GOOD, "morning"),
        ("mornin no good. aftanoon", "constraint.not_mornings", AFTERNOONS),
        ("no no mi sey mornin NO good. aftanoon", "constraint.not_mornings", AFTERNOONS),
        ("I cannot do mornings, afternoons are fine", "constraint.not_mornings", AFTERNOONS),
        ("i can do evenings but not weekends", "constraint.evenings_weekends", "evenings"),
        ("i can do weekends, no evenings", "constraint.evenings_weekends", "weekends"),
        ("aftanoon better fi mi", "constraint.not_mornings", "afternoons"),
        ("between nine and half past two", _GOOD, "between nine and half past two"),
        ("What is 'between nine'? I said from nine until half past two", _GOOD, "from nine until half past two"),
    ],
)
@pytest.mark.parametrize("asked", [None, "times"])
def test_a_time_is_heard_as_it_is_said(text: str, code: str, words: str, asked: str | None) -> None:
    read = understand(text, asked)
    assert times(text, asked) == [(code, "yes", words)]
    assert read.intent == "inform"
    assert read.confidence > 0.9


def test_hours_beside_what_fills_the_others_keep_both() -> None:
    text = "to work a few hours, but only when the children are in school, between nine and half past two"
    assert times(text) == [(_GOOD, "yes", "when the children are in school, between nine and half past two")]


def test_who_did_not_say_it_said_no_time() -> None:
    assert times("I did not say mornings") == []


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("After ten", "after ten"),
        ("10 to 3", "10 to 3"),
        ("when they are at school, between nine and half past two", "between nine and half past two"),
        ("9.15 to 14.30", "9.15 to 14.30"),
        ("mornings", ""),
        ("one or two mornings", ""),
    ],
)
def test_hours_are_taken_out_of_words(words: str, hours: str) -> None:
    assert hours_in(words) == hours


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("no no mi sey mornin NO good. aftanoon", "afternoons, not mornings"),
        ("times wrong it fi sey evenin", "evenings"),
        ("Mornings suit him best. Change it please", "mornings"),
        ("i said afternoons", "afternoons"),
    ],
)
def test_a_letter_s_times_are_put_right_in_such_words(text: str, line: str) -> None:
    wishes = [one.edit for one in read_beside_letter(text) if one.edit and one.edit.line == "times"]
    assert [wish.words for wish in wishes] == [line]
