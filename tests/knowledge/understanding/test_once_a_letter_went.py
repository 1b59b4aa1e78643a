"""What is said once a letter went, in many wordings: what each means, and what only sounds alike."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.taking_back import names_whose, taken_back
from knowledge.understanding.visited import came_of_it, told_call


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("so what day and what time delroy meet me again", "ask_visit"),
        ("tell me again the day and the bus stop", "ask_visit"),
        ("remind me what time and where", "ask_visit"),
        ("what time is nadia ringing me", "ask_visit"),
        ("when does she meet me", "ask_visit"),
        ("what if i get a shift tuesday", "ask_visit"),
        ("ok but what if im called in to work that day", "ask_visit"),
        ("so is the reminder for wednesday now?", "remind_me"),
        ("when will you remind me", "remind_me"),
        ("remind me on tuesday", "remind_me"),
        ("when will she say", "what_next"),
        ("yes, take it back", "withdraw"),
        ("actualy take it back, no wait leave it", None),
        ("is it me ringing her or her ringing me", "ask_ringing"),
        ("do i ring them or do they ring me", "ask_ringing"),
        ("who's ringing who", "ask_ringing"),
        ("shes lovely. can she ring me after 10, my number is 07700 900456", "give_contact"),
        ("could nadia call me in the afternoon on 07700 900456, i sleep till late", "give_contact"),
        ("no i meant Nadia!! tell nadia can she ring me after 10, my number is 07700 900456", "say_to_place"),
        ("i dont think i can do it", "second_thoughts"),
        ("im not sure i can face it", "second_thoughts"),
        ("sorry i don't think i'm ready for this", "second_thoughts"),
        ("i cant face going", "second_thoughts"),
        ("i dont think i can do mondays", None),
        ("yes write to me pls", "messages_yes"),
        ("ok you can write to me", "messages_yes"),
        ("i kept my job x", "outcome_next"),
        ("i got the job!", "outcome_next"),
    ],
)
def test_what_is_meant(text: str, means: str | None) -> None:
    assert command(text, None) == means


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("bronwen rang me. she was alright. shes writing to HR with me about lighter lifting", "okay"),
        ("nadia rang, she was brilliant, they cant just cut my hours because of MS she said", "welcome"),
        ("I rang Monday at 3 like I said. Rosalind's alright. Starting in January.", "okay"),
        ("she rang today", None),
        ("i spoke to her yesterday, so kind", "welcome"),
    ],
)
def test_a_call_that_was_made(text: str, feeling: str | None) -> None:
    told = told_call(text)
    assert told is not None
    assert told.feeling == feeling
    assert command(text, None) == "met_yes"


@pytest.mark.parametrize(
    "text",
    [
        "my mum rang me yesterday",
        "work rang, they want me in",
        "the hospital rang",
        "i rang the jobcentre and they said no",
        "has she rang yet",
        "nobody rang",
        "she never rang me",
        "i called my sister",
    ],
)
def test_other_calls(text: str) -> None:
    assert told_call(text) is None


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Take back the Two Hats letter.", "the Two Hats letter"),
        ("Take back the letter to Two Hats", "the letter to Two Hats"),
        ("I want Two Hats Trust taken back, not passed on to anybody", "Two Hats Trust"),
        ("Did you cancel Two Hats? I said cancel it.", "Two Hats"),
        ("introduce me to bridgefoot and cancel two hats", "two hats"),
        ("can you take the two hats one back please", "the two hats one"),
    ],
)
def test_a_letter_taken_back_by_name(text: str, of: str) -> None:
    assert taken_back(text) == of
    assert names_whose(of)
    assert command(text, None) == command(text, "message_decision") == "withdraw"


@pytest.mark.parametrize(
    "text",
    [
        "take back what i said",
        "cancel the reminder",
        "can i cancel on the day",
        "i want my life back",
        "cancel tuesday",
        "i want to call nadia back",
        "take it back",
        "they cancelled my shift",
        "i want to take my mum",
    ],
)
def test_nothing_is_taken_back_by_name(text: str) -> None:
    assert taken_back(text) is None


@pytest.mark.parametrize(
    "text", ["i got a job but i hate it", "i had a job once", "will i keep my job", "i want a course"]
)
def test_no_outcome(text: str) -> None:
    assert came_of_it(text) is None
