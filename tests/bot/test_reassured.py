"""Ordinary ways of saying that one is safe, and of asking why we asked."""

from __future__ import annotations

import pytest

from bot.gateway.reassured import reassured
from knowledge.safety import check
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa


@pytest.mark.parametrize(
    "text",
    [
        "We're both fine! I'm a librarian helping him. What made you ask that?",
        "We're safe",
        "lol im safe i just need a toilet",
        "yes we are both safe thanks",
        "im fine. just nervous",
        "no not going to do anything. just tired",
        "No, nothing like that",
        "he's fine",
        "Nobody is in danger, we're ok",
        "I'm not in any danger",
        "it was just an expression",
        "i wouldn't hurt anyone",
        "no no me safe. me not going to do nothing foolish. i just miss her",
        "me safe man. i asking if i can change me mind",
        "eh? yeah im safe lol, im on about my job",
        "I'm safe, nobody is hurting me, why you ask? I ask who see what I write",
        "im fine it was a joke",
        "it was a joke about a cake",
        "just joking, sorry",
    ],
)
def test_ordinary_words_say_that_one_is_safe(text: str) -> None:
    assert reassured(text, asked=True).safe


@pytest.mark.parametrize(
    "text",
    [
        "we're not safe",
        "im fine but he isnt",
        "its no joke",
        "it was a joke but i want to die",
        "nobody is hurting me yet",
        "im fine until he comes home",
        "i'm ok, not really",
        "he's fine, im scared",
        "tired",
        "im not going to be here",
        "just leave me",
        "why did you ask that",
        "not going to do anything unless he starts",
        "i like sewing",
    ],
)
def test_what_says_less_or_takes_it_back_does_not(text: str) -> None:
    assert not reassured(text, asked=True).safe


def test_after_the_numbers_being_tired_is_no_word_on_being_safe() -> None:
    assert not reassured("just tired", asked=False).safe
    assert reassured("im fine. honestly", asked=False).safe


def test_what_else_was_said_is_kept_apart() -> None:
    reply = reassured("We're both fine! I'm a librarian helping him. What made you ask that?", asked=True)
    assert (reply.why, reply.rest) == (True, "I'm a librarian helping him")


async def test_the_words_that_were_asked_about_are_taken_up_once_their_person_is_safe(
    talk: Talk, stub: StubRasa
) -> None:
    await talk.say("hello")
    await talk.say("it all feels pointless. i agree")
    lines = await talk.say("we're fine, i'm his helper")
    assert "999" in lines[0]["text"]
    assert stub.asked[-1]["text"] == "i agree\ni'm his helper"
    assert stub.asked[-1]["taken_up"] is True


async def test_who_says_later_that_they_are_safe_is_heard_too(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("it all feels pointless. i agree")
    await talk.say("what a day")
    lines = await talk.say("im fine, honestly")
    assert "999" in lines[0]["text"]
    assert stub.asked[-1]["text"] == "i agree what a day"


@pytest.mark.parametrize("title", ["I'm safe", "Carry on"])
async def test_so_they_are_after_a_tap(talk: Talk, stub: StubRasa, title: str) -> None:
    await talk.say("hello")
    (question,) = await talk.say("it all feels pointless. i agree")
    if title == "Carry on":
        (question,) = await talk.say("what a day")
    await talk.press(question, title)
    assert stub.asked[-1]["text"].removesuffix(" what a day") == "i agree"


@pytest.mark.parametrize(
    "words", ["carry on", "ok carry on then", "yes", "so what now", "im safe", "can we go on please"]
)
async def test_going_on_is_heard_in_ordinary_words_and_nothing_written_meanwhile_is_lost(
    talk: Talk, stub: StubRasa, words: str
) -> None:
    await talk.say("hello")
    await talk.say("I want to kill myself")
    (line,) = await talk.say("i like sewing")
    assert stub.asked[-1]["text"] == "hello"
    assert "Shall we carry on?" in line["text"]
    await talk.say(words)
    assert stub.asked[-1]["text"] == "i like sewing"
    await talk.say("and the garden")
    assert stub.asked[-1]["text"] == "and the garden"


async def test_who_goes_on_of_themselves_is_heard_with_what_waited(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("I want to kill myself")
    await talk.say("i like sewing")
    await talk.say("in Brixton if there is any")
    assert stub.asked[-1]["text"] == "i like sewing\nin Brixton if there is any"


async def test_who_wants_no_call_is_told_how_to_write_and_it_is_kept(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("I want to kill myself")
    first, line = await talk.say("Please no phone call, text only")
    assert "no call" in first["text"]
    await talk.press(line, "Carry on")
    assert stub.asked[-1]["text"] == "Please no phone call, text only"


async def test_who_goes_on_without_an_answer_has_the_numbers_all_the_same(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("it all feels pointless. i like sewing")
    lines = await talk.say("carry on please")
    assert "999" in lines[0]["text"]
    assert stub.asked[-1]["text"] == "i like sewing"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("me safe. i just miss her", "i just miss her"),
        ("i just miss her", "i just miss her"),
        ("me safe man. them tell the benefit people?", "them tell the benefit people?"),
        ("i asking if i can change me mind", "i asking if i can change me mind"),
        ("im on about my job", "im on about my job"),
    ],
)
async def test_after_a_faint_doubt_who_answers_of_something_else_is_met_and_gets_no_numbers(
    talk: Talk, stub: StubRasa, words: str, kept: str
) -> None:
    await talk.say("hello")
    await talk.say("i may drop on the bus and go under")
    first, *_ = await talk.say(words)
    assert "999" not in first["text"]
    assert "Shall we carry on" not in first["text"]
    assert stub.asked[-1]["text"] == f"i may drop on the bus and go under\n{kept}"


@pytest.mark.parametrize("words", ["well then", "hm"])
async def test_after_a_faint_doubt_who_says_nothing_of_it_is_waited_for(talk: Talk, stub: StubRasa, words: str) -> None:
    await talk.say("hello")
    await talk.say("i may drop on the bus and go under")
    *_, last = await talk.say(words)
    assert "on the bus" not in stub.asked[-1]["text"]
    assert "Shall we carry on" in last["text"]


async def test_who_is_safe_and_only_weary_is_safe(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("it all feels pointless. i like sewing")
    lines = await talk.say("yeah im safe just tired of myself")
    assert lines[0]["text"].startswith("Good.")
    assert stub.asked[-1]["text"] == "i like sewing"


async def test_so_they_are_after_the_numbers(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("I want to kill myself")
    await talk.say("yeah im safe just tired of myself")
    assert stub.asked[-1]["intent"] == "event_resume"


async def test_who_began_with_words_of_danger_is_greeted_when_things_go_on(talk: Talk, stub: StubRasa) -> None:
    await talk.say("I want to kill myself")
    (line,) = await talk.say("i like sewing")
    await talk.press(line, "Carry on")
    assert (stub.asked[-1]["intent"], stub.asked[-1]["text"]) == ("first_words", "i like sewing")


async def test_who_is_weary_of_life_is_not(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("it all feels pointless. i like sewing")
    first, *_ = await talk.say("im safe just tired of living")
    assert "999" in first["text"]
    assert len(stub.asked) == 1


@pytest.mark.parametrize("words", ["tired of being alive", "sick of living", "done with life", "just tired of life"])
def test_to_be_weary_of_life_is_named(words: str) -> None:
    safety = check(words, after_danger=True)
    assert safety.level == "act" or safety.named


async def test_first_words_that_were_asked_about_are_met_with_the_hello(talk: Talk, stub: StubRasa) -> None:
    await talk.say("it all feels pointless. i agree")
    await talk.say("we're safe")
    assert (stub.asked[-1]["intent"], stub.asked[-1]["text"]) == ("first_words", "i agree")


async def test_plain_words_of_danger_are_never_taken_up(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("I want to kill myself")
    await talk.say("im fine. honestly")
    assert stub.asked[-1]["intent"] == "event_resume"


async def test_who_asks_why_is_told_and_asked_again(talk: Talk, stub: StubRasa) -> None:
    await talk.say("it all feels pointless")
    (because,) = await talk.say("why did you ask me that?")
    assert "I'm a program" in because["text"]
    assert [title for _, title in because["buttons"]] == ["I'm safe", "I'm not safe"]
    assert stub.asked == []
    lines = await talk.say("no not going to do anything. just tired")
    assert "999" in lines[0]["text"]


async def test_what_is_said_beside_being_safe_may_be_danger_still(talk: Talk, stub: StubRasa) -> None:
    await talk.say("it all feels pointless")
    first, *_ = await talk.say("im fine. i have tablets here")
    assert "999" in first["text"]
    assert stub.asked == []


@pytest.mark.parametrize("words", ["I'd like a person please", "can i talk to someone real"])
async def test_a_person_is_asked_for_in_ordinary_words(talk: Talk, stub: StubRasa, words: str) -> None:
    await talk.say("hello")
    await talk.say("I want to kill myself")
    await talk.say(words)
    assert stub.asked[-1]["intent"] == "ask_human"


async def test_who_wants_no_person_is_given_none(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("I want to kill myself")
    await talk.say("i dont want to talk to a person")
    assert all(asked["intent"] != "ask_human" for asked in stub.asked)


@pytest.mark.parametrize(
    "text",
    [
        "not right now",
        "no not right now",
        "not now",
        "not today",
        "not any more",
        "no. not any more",
        "safe before, not now",
        "my overdose was two months ago",
        "my attempt was 2 months ago",
        "her husband was killed two months ago",
        "it is over",
        "that is over",
        "it was before",
    ],
)
def test_who_says_no_to_being_safe_is_not_safe(text: str) -> None:
    assert not reassured(text, asked=True).safe
