"""Everyday questions that are answered plainly, wherever they are asked, and no danger is looked for in them."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.commands import command


@pytest.mark.parametrize("asked", [None, "story", "hard", "agreed", "letter_decision"])
@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("do i have to fill in any forms", "ask_forms"),
        ("is this a form", "ask_forms"),
        ("they go look down on me?", "ask_judged"),
        ("will you judge me", "ask_judged"),
        ("you must think i mad", "ask_judged"),
        ("i bet they think im stupid", "ask_judged"),
        ("will they laugh at my spelling", "ask_spelling"),
        ("sorry about my spelling", "ask_spelling"),
        ("what if my legs give way there can i sit down", "ask_panic"),
        ("am i allowed to just leave if its too much", "ask_panic"),
        ("will he tell the council i doing well and they cut me money", "ask_told_jobcentre"),
        ("are there any forms", "ask_forms"),
        ("what if im bad that day and cant come?", "ask_bad_day"),
        ("what if im poorly on the day", "ask_bad_day"),
        ("can i cancel if im having a bad day", "ask_bad_day"),
        ("what if i panic when i get there", "ask_panic"),
        ("what happens if i turn up and cant go in", "ask_panic"),
        ("what if its raining and i bottle it", "ask_bad_day"),
        ("will my school find out i spoke to them", "ask_told_work"),
        ("what if i have a panic attack", "ask_panic"),
        ("can i leave if its too much", "ask_panic"),
        ("what happens if i dont turn up", "ask_bad_day"),
        ("will my boss find out", "ask_told_work"),
        ("how do i know its real. who pays you", "ask_real"),
        ("is this a scam", "ask_real"),
        ("will they contact my employer without asking me", "ask_told_work"),
        ("will they tell the jobcentre about the drink", "ask_told_jobcentre"),
        ("will you tell my work coach", "ask_told_jobcentre"),
        ("can they sack me if its my fibro", "ask_sacked"),
        ("just tell me wot to say to my boss on friday", "ask_what_to_say"),
        ("wot do i say in the meeting", "ask_what_to_say"),
        ("what do i say to my manager", "ask_what_to_say"),
        ("how do i tell my boss im ill", "ask_what_to_say"),
        ("what should i say to hr", "ask_what_to_say"),
        ("what do i say at the disciplinary hearing", "ask_what_to_say"),
        ("what happens at the disciplinary hearing", "ask_work_meeting"),
        ("come with me to the capability meeting", "ask_work_meeting"),
        ("does the union rep count", "ask_work_meeting"),
        ("can i take someone to the disciplinary", "ask_work_meeting"),
        ("do i have to go to the absence review meeting", "ask_work_meeting"),
        ("which one can come to the meeting with me", "ask_work_meeting"),
        ("can they do that", "ask_allowed"),
        ("are they allowed to do that?", "ask_allowed"),
        ("surely they cant do that", "ask_allowed"),
        ("they cut my hours, can they do that", "ask_allowed"),
        ("can you ring my boss", "ask_ring_boss"),
        ("could you speak to my manager for me", "ask_ring_boss"),
        ("what's access to work", "ask_access_to_work"),
        ("do I have to tell them", "ask_tell_them"),
        ("do they need to know which hospital", "ask_tell_them"),
        ("can they make me go back", "ask_sacked"),
        ("are they allowed to cut my hours", "ask_sacked"),
        ("I don't have no computer. I was asking if YOU is a computer", "ask_who"),
    ],
)
def test_a_plain_question_is_known_wherever_it_is_asked(text: str, intent: str, asked: str | None) -> None:
    assert command(text, asked) == intent
    assert understand(text, asked).crisis == "none"


@pytest.mark.parametrize("text", ["Is a computer I talking to?", "am i talking to a robot"])
def test_whether_we_are_a_computer_is_asked_of_us(text: str) -> None:
    assert understand(text).intent == "ask_who"


@pytest.mark.parametrize(
    "text",
    [
        "i need help filling in forms",
        "is there help with forms",
        "what if i dont like it",
        "i get sick on the bus",
        "can you talk to my manager with me",
        "im off sick, work sacked me",
    ],
)
def test_a_wish_or_a_story_is_no_such_question(text: str) -> None:
    assert not (command(text, None) or "").startswith("ask_")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("january? thats ages. knew it, waste of time", "fed_up"),
        ("thats way too long", "fed_up"),
        ("its ages since i worked", None),
        ("i have been waiting ages for a hip op", None),
    ],
)
def test_a_long_wait_tires(text: str, intent: str | None) -> None:
    assert command(text, None) == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Oh. Nobody wants me then", "unwanted"),
        ("so no one wants me", "unwanted"),
        ("they dont want me do they", "unwanted"),
        ("knew it, nobody replies to me", "unwanted"),
        ("is it something i said?", "unwanted"),
        ("what did i do wrong", "unwanted"),
        ("im not good enough for them", "unwanted"),
        ("they dont want me to lift heavy things at work", None),
        ("i dont want anyone to know", None),
        ("nobody needs to know", None),
    ],
)
def test_a_no_hurts(text: str, intent: str | None) -> None:
    assert command(text, None) == intent
    assert command(text, "hard") != "unwanted"


@pytest.mark.parametrize(
    "text",
    ["thats nice. will it matter if i dont turn up", "is it alright if i cant do mondays some weeks when im low"],
)
def test_an_ill_day_is_asked_about_in_other_words(text: str) -> None:
    assert command(text, None) == "ask_bad_day"


@pytest.mark.parametrize("asked", ["story", "hard", "times"])
@pytest.mark.parametrize(
    "text",
    [
        "is this for people like me",
        "is this for someone my age",
        "is it for older people",
        "do you take people like me",
    ],
)
def test_whether_this_is_for_people_like_them_is_answered(text: str, asked: str) -> None:
    assert command(text, asked) == "ask_for_them"


def test_once_places_are_shown_it_is_asked_of_them() -> None:
    assert command("is this for people like me", None) == "about_place"


@pytest.mark.parametrize(
    "text",
    ["Oh i dont know. maybe i wont", "is it ok if i do it tomorow", "hang on i want to sleep on it", "i need to think"],
)
def test_a_wish_to_wait_is_heard_anywhere(text: str) -> None:
    assert [command(text, asked) for asked in (None, "hard", "letter_decision")] == ["pause", "pause", "sleep_on_it"]
    assert command("not today", "message_text") is None
    assert command("i dont know", None) != "pause"
