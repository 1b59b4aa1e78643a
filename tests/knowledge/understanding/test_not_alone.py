"""Who would rather not walk in alone, in anybody's words; to live alone, and to go on alone, are other things."""

from __future__ import annotations

import pytest

from knowledge.safety import check
from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.not_alone import GOING_ALONE, wants_company

TOLD = (
    "i like gardening and id want someone to go with",
    "I don't want to go on my own",
    "i cant walk in somewhere new by myself",
    "walking in alone is the hardest part",
    "i get nervous goin new places by meself",
    "i hate turning up to things by myself",
    "wont go without someone",
    "i'd be ok if somebody was with me",
    "i need a buddy to go with",
    "i'd like to be met at the door",
)


@pytest.mark.parametrize("text", TOLD)
@pytest.mark.parametrize("asked", ["story", "hard"])
def test_it_is_told_as_a_need_and_no_alarm(text: str, asked: str) -> None:
    told = {one.code: one.polarity for one in understand(text, asked).concepts}
    assert (told.get(GOING_ALONE), told.get("constraint.no_groups"), check(text).level) == ("yes", None, "none")


@pytest.mark.parametrize(
    "text",
    [
        "i live on my own and i like sewing",
        "i dont want to be alone anymore",
        "i cant go on alone",
        "my mum will come with me",
        "can someone come to my house",
        "i want to meet someone",
        "they let me down",
    ],
)
def test_it_is_not(text: str) -> None:
    assert GOING_ALONE not in {one.code for one in understand(text, "story").concepts}


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("will someone meet me at the gate", "them"),
        ("can anyone go in with me first time", "them"),
        ("do they meet you at the door", "them"),
        ("would one of them fetch me from the bus stop", "them"),
        ("will there be someone to let me in", "them"),
        ("could you come with me", "us"),
        ("come with me please", "us"),
        ("will you be there too", "us"),
        ("do u need to go there in person", None),
        ("will you take me on", None),
        ("can you go through it with me later", None),
    ],
)
def test_who_is_asked(text: str, of: str | None) -> None:
    assert wants_company(text) == of


@pytest.mark.parametrize(
    ("text", "asked", "meaning"),
    [
        ("will someone meet me at the gate", "hard", "wants_company"),
        ("i dont want to go on my own", None, "wants_company"),
        ("i dont want to go on my own", "chosen_name", "wants_company"),
        ("i dont want to go on my own", "hard", None),
        ("put in that someone meets me at the door please", "letter_decision", "letter_edit"),
        ("could someone meet me at the door", "message_decision", "inform"),
        ("could you come with me", "message_decision", "wants_company"),
        ("how much is it and will someone meet me?", None, "about_place"),
        ("come with me to the capability meeting", None, "ask_work_meeting"),
    ],
)
def test_where_it_is_answered(text: str, asked: str | None, meaning: str | None) -> None:
    assert command(text, asked) == meaning


def test_what_is_printed_holds_codes_of_the_shared_typology_alone() -> None:
    read = understand("i cant walk in somewhere new by myself, i have anxiety")
    assert "constraint.going_alone" in {concept.code for concept in read.concepts}
    assert {concept["code"] for concept in read.as_json()["concepts"]} == {"health.anxiety"}
