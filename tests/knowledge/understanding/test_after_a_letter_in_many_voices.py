"""What is said once a letter went, by people of many Englishes: what each means, and what only sounds alike."""

from __future__ import annotations

import pytest

from knowledge.language.patois import in_plain_english
from knowledge.understanding.commands import command
from knowledge.understanding.framing import framed
from knowledge.understanding.unsaid import was_for_us


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Yes write to him here, I come to the library Tuesdays", "messages_yes"),
        ("Please write to him when there is news", "messages_yes"),
        ("ok you can text her here when they answer", "messages_yes"),
        ("let him know here if they reply", "messages_yes"),
        ("Yes, write to me. but not in the phone of work", "messages_yes"),
        ("please write to them that i am late", "say_to_place"),
        ("write to her and say thank you", "say_to_place"),
        ("when mi a go meet dem", "ask_visit"),
        ("wha dem sey", "ask_visit"),
        ("what they say?", "ask_visit"),
        ("if di pain tek mi dat day?", "ask_visit"),
        ("if mi inna hospital wen dem write wah happen", "ask_bad_day"),
        ("can he get the bus there, which one", "about_place"),
        ("Monday I work until 2, Kennington is far from Waterloo? how I go", "ask_visit"),
        ("weh mi letta deh", "ask_status"),
        ("remind mi", "remind_me"),
        ("nah mi nah go again. mi sorry", "second_thoughts"),
        ("im not going any more", "second_thoughts"),
        ("I am not coming, sorry", "second_thoughts"),
        ("I don't go again o", None),
        ("i dont want to go out", None),
        ("im not going to work any more", None),
        ("take it back, it has wrong thing", "withdraw"),
        ("take it back because my address is in it", "withdraw"),
        ("tek it back, mi change mi mind", "withdraw"),
        ("actually can i take it back i wanna change which one", "withdraw"),
        ("take back the letter, it has the wrong name", "withdraw"),
        ("take it back, no wait leave it", None),
        ("i want to take my life back, it is mine", None),
        ("see the letter", "ask_letter_sent"),
        ("show me what went", "ask_letter_sent"),
        ("what did it say the letter I send? see the letter", "ask_letter_sent"),
        ("Is the letter still editable?", "second_thoughts"),
        ("can i still change my letter", "second_thoughts"),
        ("how many days until they answer?", "what_next"),
        ("How long do they take?", "what_next"),
        ("when dem ansa", "what_next"),
        ("what if they do not answer?", "what_next"),
        ("what if nobody replies", "what_next"),
        ("how long does the course take", "about_place"),
        ("what if they ask me questions", None),
        ("Can I stop this on my library computer, so nobody reads it after", "leave_screen"),
        ("forget it. how do i leave it on this computer", "leave_screen"),
        ("how do i log out", "leave_screen"),
        ("please delete it all from this computer", None),
        ("i was signed off work", None),
        ("i cant sit at my computer", None),
        ("Tell her about his pigeons too will you, no don't, he'll tell her himself", "deny"),
        ("tell them i come monday, i dont know which bus", "say_to_place"),
    ],
)
def test_what_it_means(text: str, means: str | None) -> None:
    assert command(text, None) == means


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("it was for u", True),
        ("no it was for you", True),
        ("Don't send, it was question for you", True),
        ("dont send that i was asking you not them", True),
        ("mi did a talk to yuh", False),
        ("this is for Joan", False),
        ("thank you for you have helped", False),
    ],
)
def test_words_that_were_for_us(text: str, ours: bool) -> None:
    assert was_for_us(text) is ours
    if ours:
        assert command(text, "message_decision") == "deny"


def test_what_stands_before_the_words_to_pass_on_is_not_passed_on() -> None:
    assert framed("pass on: he walks with a stick") == "he walks with a stick"


@pytest.mark.parametrize("text", ["i like music and piano", "can they meet me on monday", "what if i get a shift"])
def test_standard_english_stays(text: str) -> None:
    assert in_plain_english(text) == text
