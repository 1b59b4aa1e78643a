"""A fact told in the words of a worry, times of day turned down, and a people's name that is a language as well."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand

COST, AGE, LATE, NOON = (f"constraint.{code}" for code in ("cost", "age_worry", "evenings_weekends", "not_mornings"))


def heard(text: str, asked: str | None = None) -> dict[str, str]:
    return {c.code: c.polarity for c in understand(text, asked).concepts}


@pytest.mark.parametrize("asked", [None, "hard", "times"])
@pytest.mark.parametrize("text", ["bus fare ok got pass", "bus fare is fine", "fares are no problem got a pass"])
def test_a_fare_that_is_no_trouble_is_no_worry(text: str, asked: str | None) -> None:
    assert heard(text, asked).get(COST) == "no"
    assert understand(text, asked).answer not in ("money", "skipped")


@pytest.mark.parametrize("text", ["pass", "i'll pass", "can i pass", "hmm pass"])
def test_a_pass_by_itself_passes_over_the_question(text: str) -> None:
    read = understand(text, "hard")
    assert "skip" in (read.intent, (read.answer or "").removesuffix("ped"))


@pytest.mark.parametrize("asked", [None, "hard", "age"])
def test_an_age_is_no_worry_about_it(asked: str | None) -> None:
    read = understand("my age is 61", asked)
    assert AGE not in heard("my age is 61", asked)
    assert [value.value for value in read.values if value.field == "age"] == ["61"]


@pytest.mark.parametrize(
    "text", ["my age is against me", "my age is 61 and nobody wants me", "at my age who will hire me"]
)
def test_a_worry_about_age_stays_one(text: str) -> None:
    assert heard(text)[AGE] == "yes"


@pytest.mark.parametrize("text", ["only afternoons", "afternoons only", "i can only do afternoons"])
def test_only_afternoons_leaves_evenings_out_too(text: str) -> None:
    assert heard(text).items() >= {NOON: "yes", LATE: "no"}.items()


@pytest.mark.parametrize("asked", [None, "times"])
@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("evenings", "yes"),
        ("eves", "yes"),
        ("eves only", "yes"),
        ("after work", "yes"),
        ("any evening after 6", "yes"),
        ("evenings not mornings", "yes"),
        ("evenings r best", "yes"),
        ("not evenings", "no"),
        ("no eves", "no"),
        ("cant do evenings", "no"),
        ("evenings dont work for me", "no"),
        ("evenings are no good", "no"),
        ("no to evenings", "no"),
        ("anything but evenings", "no"),
        ("not after work", "no"),
    ],
)
def test_evenings_and_not_evenings(text: str, polarity: str, asked: str | None) -> None:
    assert heard(text, asked)[LATE] == polarity
    assert (understand(text, asked).answer == "evenings") is (polarity == "yes" and asked == "times")


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("somali", None, []),
        ("somali", "interests", []),
        ("i am portuguese and like cooking", None, []),
        ("somali", "language", ["so"]),
        ("i speak somali", None, ["so"]),
        ("portuguese and english", None, ["pt"]),
        ("twi", None, ["tw"]),
    ],
)
def test_a_people_is_a_language_where_the_talk_is_of_one(text: str, asked: str | None, language: list[str]) -> None:
    assert [value.value for value in understand(text, asked).values if value.field == "language"] == language


def test_a_people_answers_who_somebody_is() -> None:
    assert understand("somali", "heritage").intent == "inform"


BENEFITS = "constraint.benefits_worry"


@pytest.mark.parametrize(
    "text",
    ["i get no benefits", "i'm not on any benefits", "i don't claim benefits. i draw", "never been on uc"],
)
def test_who_gets_no_benefits_has_no_worry_about_them(text: str) -> None:
    assert heard(text).get(BENEFITS, "no") == "no"


@pytest.mark.parametrize(
    "text",
    [
        "i'm scared to lose my benefits",
        "they stopped my money so i get no benefits now",
        "i'm worried i'll get no benefits",
        "got a work capability assessment coming and im scared they stop my money",
    ],
)
def test_a_worry_about_benefits_stays_one(text: str) -> None:
    assert heard(text)[BENEFITS] == "yes"


def test_a_capability_meeting_at_work_is_nothing_of_benefits() -> None:
    assert BENEFITS not in heard("im a teaching assistant, off 3 weeks and they gonna capability me")
