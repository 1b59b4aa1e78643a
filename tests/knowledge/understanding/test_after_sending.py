"""What is asked once a letter went, by its shape; each has its near misses."""

from __future__ import annotations

import pytest

from knowledge.understanding.after_sending import asks_of_address, asks_of_meeting, asks_what_now
from knowledge.understanding.commands import command


@pytest.mark.parametrize(
    "text",
    [
        "has someone got my letter now? feel a bit sick lol",
        "have they read it yet",
        "did it arrive?",
        "cheers. is that it? wot do i do now, got a meeting with gaz tuesday",
        "ok what do i do now",
        "do i have to do anything",
        "She says who will answer her, the lady Ade? And how will I know",
        "when will i hear back",
        "do i just wait then?",
        "has she seen the message",
    ],
)
def test_what_happens_now_is_asked(text: str) -> None:
    assert asks_what_now(text)
    assert command(text, None) in ("what_next", "near_day")


@pytest.mark.parametrize(
    "text",
    [
        "i like sewing and company",
        "what do i do all day, nothing, just sit",
        "has anyone got a dog there",
        "is it free",
        "i had a letter from the dwp",
        "who else goes",
        "do they have a lift",
        "i got it",
    ],
)
def test_other_words_ask_no_such_thing(text: str) -> None:
    assert not asks_what_now(text)


@pytest.mark.parametrize(
    "text",
    [
        "when is it again and how do i get there from tulse hill",
        "i mean when am i meeting joan",
        "When is my meeting and where",
        "Where is it the place? and the bus",
        "I ask where is Pennyroyal, Tuesday",
        "what time do i go",
        "sorry what day is it",
        "whats the address",
        "how do I get to them by bus",
        "which bus is it",
        "who am i meeting",
        "ok where do we meet",
        "what did Ade say",
    ],
)
def test_their_meeting_is_asked_after(text: str) -> None:
    assert asks_of_meeting(text)
    assert command(text, None) in ("ask_visit", "about_place")


@pytest.mark.parametrize(
    "text",
    [
        "when i was a girl we lived by the sea",
        "where i grew up there was a garden",
        "how do i get over this",
        "how do i get in touch",
        "who are you",
        "i go where my sister goes",
        "what is this",
        "what did you say",
        "what did i say wrong",
        "somewhere near the bus",
    ],
)
def test_other_words_are_no_question_of_a_meeting(text: str) -> None:
    assert not asks_of_meeting(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("how do i get the parcel they dont know where i live", True),
        ("is it safe to give them my address", True),
        ("ok tuesday. do i give my adress here", True),
        ("how will they post the wool", True),
        ("have they got my postcode", True),
        ("they won't know where i live will they", True),
        ("whats the address", False),
        ("my address is 4 pine road", False),
        ("i hate where i live", False),
        ("how do i get there", False),
    ],
)
def test_their_own_address_is_asked_after(text: str, asks: bool) -> None:
    assert asks_of_address(text) is asks
