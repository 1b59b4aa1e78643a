"""Questions about a place, told from needs and from other questions."""

from __future__ import annotations

import pytest

from knowledge.understanding.asked_of_place import asks_difference, questions
from knowledge.understanding.commands import command
from knowledge.understanding.of_place import SIZE, asks_of_place
from knowledge.understanding.place_wish import asks_why_shown


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("is it step free", "step_free"),
        ("has it got a lift?", "step_free"),
        ("ok and are there stairs", "step_free"),
        ("can i get in with a wheelchair", "step_free"),
        ("stairs?", "step_free"),
        ("Is Thread & Kettle quiet?", "noise_crowds"),
        ("is it mixed", "women_only"),
        ("can i do it from home", "own_home"),
        ("is it a group", "no_groups"),
        ("is there a creche", "childcare"),
        ("can i bring my kids", "childcare"),
        ("can i bring my little one shes 2", "childcare"),
        ("the sewing one. can i bring my 2 year old", "childcare"),
        ("is there anything where i can bring the baby", "childcare"),
        ("could my toddler come with me?", "childcare"),
        ("can i take my son, hes 4", "childcare"),
        ("how much is it", "cost"),
        ("does it cost anything", "cost"),
        ("whats the price", "cost"),
    ],
)
@pytest.mark.parametrize("asked", [None, "letter_decision"])
def test_a_question_about_a_place_is_heard_as_one(text: str, topic: str, asked: str | None) -> None:
    assert (asks_of_place(text), command(text, asked)) == (f"constraint.{topic}", "about_place")


@pytest.mark.parametrize(
    "text",
    [
        "i need step free",
        "i cant do stairs is there a lift",
        "is there anything free",
        "is there anywhere step free",
        "is there a group for men",
        "have you got anything quiet",
        "can i get help with childcare",
        "can i bring my son, he's 24",
        "my kids come home at 3",
        "how much do they pay",
        "when do i get paid my pip",
        "will it cost me my benefits",
        "do you do it online",
        "is it private",
    ],
)
def test_a_need_and_other_questions_are_not(text: str) -> None:
    assert asks_of_place(text) is None


@pytest.mark.parametrize("text", ["hall shop dem go pay me?", "do they pay me?", "is it paid?", "will i get paid?"])
def test_whether_it_is_paid_is_asked(text: str) -> None:
    assert (asks_of_place(text), command(text, None)) == ("pay", "about_place")


@pytest.mark.parametrize("text", ["english class?", "where i can learn english", "is there a choir"])
def test_a_thing_to_do_is_looked_for(text: str) -> None:
    assert command(text, None) == "find_place"


def test_while_a_question_of_ours_is_open_no_place_is_meant() -> None:
    assert command("is it step free", "hard") is None


@pytest.mark.parametrize(
    "text",
    [
        "what do they charge?", "is it free?", "whats it cost", "what's it cost then", "do i have to pay",
        "how much is it", "does it cost anything", "are you free", "is there a fee", "ok and do they charge",
        "any charge?",
    ],
)  # fmt: skip
@pytest.mark.parametrize("asked", [None, "agreed", "story", "times", "alone", "letter_decision"])
def test_a_price_is_asked_at_any_point(text: str, asked: str | None) -> None:
    assert command(text, asked) == "about_place"


@pytest.mark.parametrize(
    "text",
    [
        "im free mornings", "are they free on mondays", "what does it pay", "can i pay my rent", "free only",
        "will it cost me my benefits", "how much do they pay", "is there anything free", "is it step free",
    ],
)  # fmt: skip
def test_no_price_is_asked_there(text: str) -> None:
    assert command(text, "times") != "about_place"


@pytest.mark.parametrize(
    "text", ["Do they have singing?", "Is there a choir?", "ok and is there any sewing", "does it have gardening"]
)
def test_something_to_do_is_looked_for(text: str) -> None:
    assert command(text, None) == "find_place"


@pytest.mark.parametrize("text", ["is there a person i can talk to", "is there a problem", "do they know me"])
def test_nothing_to_do_is_asked_for_there(text: str) -> None:
    assert command(text, None) != "find_place"


@pytest.mark.parametrize(
    "text", ["how many people come", "how big is the group?", "mo. how many people come to my house"]
)
def test_how_many_come_is_asked_of_a_place(text: str) -> None:
    assert asks_of_place(text) == SIZE


@pytest.mark.parametrize("asked", [None, "chosen_name", "letter_decision"])
@pytest.mark.parametrize(
    "text", ["the second one sounds right. tell me more", "wait, i said tell me more, what happens there?"]
)
def test_more_is_told_whatever_stands_beside(text: str, asked: str | None) -> None:
    assert command(text, asked) == "tell_more"


@pytest.mark.parametrize(
    ("text", "of_places"),
    [
        ("why is the first one for me", True),
        ("why these?", True),
        ("how come you picked that place", True),
        ("why would number two suit me", True),
        ("why do you ask", False),
        ("why do you need to know that", False),
        ("why is this question here", False),
        ("whats it for", False),
    ],
)
def test_a_why_is_about_places_or_about_what_we_ask(text: str, *, of_places: bool) -> None:
    assert asks_why_shown(text) is of_places


@pytest.mark.parametrize(
    "text",
    [
        "can i sit down while i chop?",
        "are there flashing lights?",
        "do i have to talk?",
        "is it noisy",
        "what should i bring",
        "will there be dogs?",
        "how much is it and is there a lift?",
        "is it outside, and do i need boots?",
        "can i just watch the first time",
        "are the people nice",
        "how long does it last",
    ],
)
def test_anything_may_be_asked_of_a_place(text: str) -> None:
    assert command(text, None) == "about_place"


@pytest.mark.parametrize(
    "text",
    [
        "can i talk to a person",
        "can i stop now",
        "can i come back later",
        "is it safe",
        "is it private",
        "do they know about my health",
        "will they tell the jobcentre",
        "can they sack me",
        "are there other ones",
        "have they answered",
        "can i work while on pip",
        "what do i do",
        "is it me",
    ],
)
def test_what_is_asked_of_us_or_of_other_things_is_not(text: str) -> None:
    assert command(text, None) != "about_place"


def test_two_questions_are_two() -> None:
    assert questions("how much is it and is there a lift?") == ["how much is it", "is there a lift?"]


@pytest.mark.parametrize(
    "text",
    [
        "whats the difference between the first and second", "what is the difference", "how are they different",
        "compare them", "which one is best", "which of these is nearer", "which one would you pick",
    ],
)  # fmt: skip
def test_places_are_to_be_told_apart(text: str) -> None:
    assert asks_difference(text)
    assert command(text, None) == "about_place"


@pytest.mark.parametrize("text", ["i want something different", "it makes a difference", "which one is my letter to"])
def test_other_differences_are_none_between_places(text: str) -> None:
    assert not asks_difference(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("do they know about MS", "health.epilepsy"),
        ("do they know anything about MS", "health.epilepsy"),
        ("will they understand autism", "health.neurodivergence"),
        ("is anyone there trained in epilepsy", "health.epilepsy"),
    ],
)
def test_whether_a_condition_is_known_there(text: str, code: str) -> None:
    assert (asks_of_place(text), command(text, None)) == (code, "about_place")


@pytest.mark.parametrize(
    "text",
    [
        "do they know about my depression",
        "will they know i have ms",
        "will they know i got ptsd",
        "do you know about MS",
    ],
)
def test_what_is_told_of_the_person_is_no_question_about_a_place(text: str) -> None:
    assert asks_of_place(text) is None


@pytest.mark.parametrize(
    "text", ["who runs the first one", "could i bring my dog", "can my dog come", "will they be nice"]
)
def test_questions_that_only_the_listing_may_answer(text: str) -> None:
    assert command(text, None) == "about_place"
