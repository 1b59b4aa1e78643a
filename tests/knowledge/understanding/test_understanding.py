"""Messages as people type them, and what is heard in each."""

from __future__ import annotations

import pytest

from knowledge.typology import typology
from knowledge.understanding import understand
from knowledge.understanding.commands import command


def heard(text: str, asked: str | None = None) -> dict[str, str]:
    return {c.code: c.polarity for c in understand(text, asked).concepts}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "anxiety n back gone, used to b a chef, kids so only mornings, cant do groups",
            {
                "health.anxiety": "yes",
                "health.musculoskeletal": "yes",
                "interest.cooking_food": "past",
                "constraint.childcare": "yes",
                "constraint.daytime_only": "yes",
                "constraint.no_groups": "yes",
            },
        ),
        ("hate gardening", {"interest.gardening_nature": "no"}),
        (
            "not interested in retail or security, office yes",
            {"interest.retail": "no", "interest.security": "no", "interest.office": "yes"},
        ),
        ("no health problems", {"health.other": "no"}),
        ("i sew my own clothes", {"interest.arts_crafts": "yes"}),
        ("anything with an engine", {"interest.cars_driving": "yes"}),
        ("groups are fine", {"constraint.no_groups": "no"}),
        ("i dont have any kids", {"constraint.childcare": "no"}),
        ("mi waan company", {"support.social_engagement": "yes"}),
        ("money no dey for transport", {"constraint.cost": "yes"}),
        ("dpression an anxeity", {"health.depression": "yes", "health.anxiety": "yes"}),
    ],
)
def test_everything_said_is_heard_with_its_polarity(text: str, facts: dict[str, str]) -> None:
    assert facts.items() <= heard(text).items()


def test_counselling_is_work_for_one_and_help_for_another() -> None:
    assert set(heard("interested in counselling as a job")) >= {"interest.counselling_peer"}
    assert "support.psychological_support" not in heard("interested in counselling as a job")
    assert set(heard("i think i need counselling")) == {"support.psychological_support"}


def test_what_is_said_of_a_relative_is_not_said_of_the_person() -> None:
    assert "health.neurodivergence" not in heard("my son has autism")
    assert "constraint.caring" in heard("i look after my mum who has dementia")
    assert "health.epilepsy" not in heard("i look after my mum who has dementia")


def test_an_old_illness_that_is_over_is_past() -> None:
    assert heard("i had depression ten years ago, well now") == {"health.depression": "past"}


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("9", "times", "mornings"),
        ("after lunch", "times", "afternoons"),
        ("no", "health", "none"),
        ("bit of both", "health", "both"),
        ("just some company", "hopes", "company"),
        ("yeah did 2 years", "record", "yes"),
        ("not sure", "work_right", "unsure"),
        ("nothing really", "hard", "nothing"),
    ],
)
def test_the_question_asked_gives_a_short_answer_its_meaning(text: str, asked: str, answer: str) -> None:
    result = understand(text, asked)
    assert (result.intent, result.answer) == ("inform", answer)


def test_a_postcode_is_heard_as_a_district() -> None:
    assert [(v.field, v.value) for v in understand("sw9 8lf", "place").values] == [("district", "SW9")]
    assert not understand("skool run 9 n 3").values
    assert [(v.field, v.value) for v in understand("near tulse hill").values] == [("area", "Tulse Hill")]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("why do you ask? anyway its depression", "ask_why"),
        ("will this affect my pip", "ask_benefits"),
        ("can i talk to a real person", "ask_human"),
        ("delete everything", "delete_data"),
        ("introduce me to the first one", "want_introduction"),
        ("skip", "skip"),
        ("quiero trabajar en cocina", "language"),
    ],
)
def test_a_whole_message_has_an_intent(text: str, intent: str) -> None:
    assert understand(text).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("have somali place?", "inform"),
        ("i want somali place", "inform"),
        ("any portuguese groups", "inform"),
        ("is there a place for eritrean women", "inform"),
        ("place for somali speakers", "inform"),
        ("in somali please", "language"),
        ("can u speak somali", "language"),
        ("can i write in somali", "language"),
        ("spanish?", "language"),
    ],
)
def test_a_wish_for_places_of_a_people_is_none_for_a_language(text: str, intent: str) -> None:
    assert understand(text, "story").intent == intent
    assert (heard(text).get("constraint.own_community") == "yes") == (intent == "inform")


def test_a_question_of_ours_and_a_fact_are_both_heard() -> None:
    assert heard("why do you ask? anyway its depression") == {"health.depression": "yes"}


def test_how_it_stands_is_nobody_s_leave_to_stay() -> None:
    assert heard("status") == {}
    assert heard("settled status") == {"constraint.right_to_work": "yes"}


def test_a_question_about_benefits_tells_nothing_about_the_person() -> None:
    assert heard("would i lose my pip if i volunteered") == {}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("show me others", {}),
        ("show me more art ones", {"interest.arts_crafts": "yes"}),
        ("show me others, less people", {"constraint.no_groups": "yes"}),
    ],
)
def test_the_words_of_a_wish_for_other_places_tell_nothing_else(text: str, facts: dict[str, str]) -> None:
    assert heard(text) == facts


@pytest.mark.parametrize(
    ("text", "intent", "otherwise"),
    [
        ("whats the point of being alive. who sees this?", "crisis", "ask_privacy"),
        ("whats the point of being alive", "crisis", "inform"),
        ("who sees this?", "ask_privacy", "ask_privacy"),
    ],
)
def test_words_that_may_tell_of_danger_mean_that_first(text: str, intent: str, otherwise: str) -> None:
    result = understand(text)
    assert (result.intent, result.otherwise[0]) == (intent, otherwise)


def test_an_unsure_reading_offers_two_or_three_meanings() -> None:
    result = understand("blue hat thing maybe tuesday fish?")
    assert result.confidence >= 0.5 or 2 <= len(result.alternatives) <= 3


@pytest.mark.parametrize("text", ["", " ", "😀", "'", "((((", "a" * 5000, "\x00", "١٢٣", "/restart", "no no no " * 300])
def test_no_text_breaks_the_reader(text: str) -> None:
    result = understand(text)
    assert f"intent.{result.intent}" in typology().codes


def test_every_place_points_into_the_text() -> None:
    text = "Dépression & my back's gone, in SW9"
    result = understand(text)
    assert all(text[c.start : c.end] == c.words for c in result.concepts)
    assert {c.code for c in result.concepts} == {"health.depression", "health.musculoskeletal"}


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("chosen_name", "Ama"),
        ("chosen_name", "Marcia"),
        ("chosen_name", "Joe"),
        ("answer_text", "No, but I can borrow one."),
        ("message_text", "I will be ten minutes late"),
    ],
)
def test_words_that_were_asked_for_freely_are_an_answer(asked: str, text: str) -> None:
    read = understand(text, asked)
    assert (read.intent, read.confidence > 0.5) == ("inform", True)


@pytest.mark.parametrize(("text", "intent"), [("go back", "back"), ("who sees this?", "ask_privacy"), ("skip", "skip")])
def test_what_always_works_works_where_a_name_is_asked_for(text: str, intent: str) -> None:
    assert understand(text, "chosen_name").intent == intent


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("i want counselling for trauma", "health.trauma"),
        ("need therapy for my anxiety", "health.anxiety"),
        ("support with addiction pls", "health.addiction"),
    ],
)
def test_what_help_is_asked_for_is_told(text: str, code: str) -> None:
    assert (code, "yes") in {(one.code, one.polarity) for one in understand(text).concepts}


def test_what_would_end_the_talk_is_asked_about_where_it_is_not_plain() -> None:
    assert understand("can i sit down while i chop?").confidence < 0.5
    assert understand("lets pause for now").confidence > 0.5


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("actually can u take mr peters name out before it goes", True),
        ("add my mum before you send it", True),
        ("take care before you go", False),
        ("i leave the house before it goes dark", False),
    ],
)
def test_a_change_before_a_letter_goes_takes_it_back(text: str, *, changes: bool) -> None:
    assert (command(text, None) == "withdraw") is changes


@pytest.mark.parametrize(
    "text", ["used to like fishing", "i used to love sewing", "used to sew", "used to enjoy gardening"]
)
def test_what_was_liked_once_is_past(text: str) -> None:
    assert [one.polarity for one in understand(text).concepts if one.code.startswith("interest.")] == ["past"]


@pytest.mark.parametrize(
    ("text", "asked", "languages"),
    [
        ("does anybody there speak Somali", "letter_decision", []),
        ("i speak Somali", "letter_decision", ["so"]),
        ("does anybody there speak Somali", None, ["so"]),
    ],
)
def test_a_letter_tells_no_language_for_a_question_about_the_place(
    text: str, asked: str | None, languages: list[str]
) -> None:
    assert [one.value for one in understand(text, asked).values if one.field == "language"] == languages


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("I don't need company, a dog or a childminder. I asked for paid review", "no"),
        ("i dont want sewing or dogs", "no"),
    ],
)
def test_a_list_is_turned_down_whole(text: str, polarity: str) -> None:
    assert {one.polarity for one in understand(text).concepts if one.code == "interest.animals"} == {polarity}


def test_a_day_by_which_something_is_wanted_is_no_day_that_suits() -> None:
    assert [one for one in understand("can they do it before wednesday", "place").values if one.field == "days"] == []


@pytest.mark.parametrize(("text", "areas"), [("do i have to go to brixton", []), ("i live in brixton", ["Brixton"])])
def test_where_somebody_would_have_to_go_is_not_where_they_are(text: str, areas: list[str]) -> None:
    assert [one.value for one in understand(text, "place").values if one.field == "area"] == areas
