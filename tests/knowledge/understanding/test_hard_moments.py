"""What somebody feels just now, in many wordings; near misses are of something else, and danger stays danger."""

from __future__ import annotations

import pytest

from knowledge.safety import check
from knowledge.understanding.commands import command
from knowledge.understanding.hard_moments import hard_moment
from knowledge.understanding.sober import of_drink, of_drugs, sober_time

_MEANT = {
    "craving": (
        "i think about drinking tonight. first time long time",
        "no! not for them. for you. i want drink",
        "i sober 8 month and i am scared i drink tonight. please help",
        "i am safe. only i want to drink",
        "is there AA or somebody to talk",
        "i really want a drink",
        "im craving a beer so bad",
        "cant stop thinking about using again",
        "tempted to have one drink tonight",
        "my cravings are bad tonight",
        "scared ill relapse",
        "where can i find an AA meeting?",
    ),
    "left_it": (
        "i called my friend from group. i dont drink. goodnight",
        "i rang my sponsor",
        "i didnt drink last night",
        "i spoke to AA just now, feel better",
        "i stayed sober last night",
        "i did not drink in the end",
    ),
    "craving_place": ("a place for that", "is there a place for drinking", "somewhere for alcohol please"),
    "disheartened": (
        "I'm fed up with this to be honest",
        "you're welcome?? I said I'm fed up",
        "That's a pity. I'm a bit flat about it, to be honest.",
        "im gutted tbh",
        "oh. what a shame",
        "feeling really let down",
        "well i'm disappointed",
    ),
    "not_heard": (
        "did you hear what I just said",
        "are you even listening",
        "did u read what i wrote",
        "you're not listening to me",
        "you ignored what i said",
    ),
    "nervous": (
        "hello, tomorrow is the day. i am nervous about so many people",
        "it was for you. i am scared",
        "im so nervous about tomorrow",
        "feeling a bit shaky",
        "i'm scared of going in",
        "i am terrified of meeting them",
    ),
    "ask_they_wrote": (
        "this is real? Femi write that? he is kind. i am nervous",
        "did joan really write that",
        "is that from a real person?",
        "did she say that",
        "was this really from him?",
    ),
}
_NONE_OF_THESE = (
    "i want a hot drink and a chat",
    "i want to stop drinking",
    "i want to drink less",
    "i fancy a drink with people my age",
    "i want to use my phone",
    "i used to drink and now im sober",
    "na i dont want that",
    "i dont drink or smoke, i like chess",
    "i called my friend",
    "i never drink",
    "my flat is cold",
    "im fed up of being at home all day",
    "im down for that",
    "did you hear from them",
    "did they read it",
    "did you see a doctor",
    "i am scared they will sack me",
    "i am worried about my rent",
    "did you write that",
    "is this from the jobcentre",
    "a place for painting",
)
_DANGER = (
    "i want to drink bleach",
    "i want to drink and take all my tablets",
    "i want to drink till i dont wake up",
    "im fed up of living",
    "im scared of him, he hits me",
    "im scared he will kill me",
    "i dont want to be here any more. im fed up",
    "i am nervous he will find me",
)


@pytest.mark.parametrize(("meant", "text"), [(meant, text) for meant, texts in _MEANT.items() for text in texts])
def test_what_they_feel_is_heard(meant: str, text: str) -> None:
    assert command(text, None) == meant
    assert check(text).level == "none" or not check(text).named


@pytest.mark.parametrize("text", _NONE_OF_THESE)
def test_something_else_is_none_of_these(text: str) -> None:
    assert hard_moment(text, None) is None


@pytest.mark.parametrize("text", _DANGER)
def test_danger_stays_danger(text: str) -> None:
    assert check(text).level != "none"
    assert hard_moment(text, None) is None


@pytest.mark.parametrize("text", ["i am nervous", "im fed up", "did you hear what i said"])
def test_at_a_question_it_is_an_answer(text: str) -> None:
    assert hard_moment(text, "hard") is None


def test_a_craving_is_heard_at_any_question() -> None:
    assert hard_moment("i want to drink tonight", "times") == "craving"


def test_panic_is_ours_to_answer_beside_words_that_we_guessed() -> None:
    assert hard_moment("what if i panic and cannot go in", "message_decision") == "ask_panic"
    assert hard_moment("what if i panic and cannot go in", "message_text") is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("i sober 8 month", "8 months"),
        ("im an alcoholic, 2 years sober", "2 years"),
        ("clean for nearly a year", "one year"),
        ("been off the drink six weeks", "six weeks"),
        ("not drinking for 10 days now", "10 days"),
        ("i am sober", ""),
        ("8 months in the job", ""),
        ("ill for 2 years", ""),
        ("i drink every month", ""),
        ("i clean offices", ""),
    ],
)
def test_how_long_they_are_sober(text: str, time: str) -> None:
    assert sober_time(text) == time


@pytest.mark.parametrize(
    ("words", "drink", "drugs"),
    [
        ("i drink", True, False),
        ("on drugs", False, True),
        ("drink and drugs", False, False),
        ("alcoholic", True, False),
        ("crack", False, True),
        ("gamble", False, False),
    ],
)
def test_drink_and_drugs_are_told_apart(words: str, *, drink: bool, drugs: bool) -> None:
    assert (of_drink(words), of_drugs(words)) == (drink, drugs)
