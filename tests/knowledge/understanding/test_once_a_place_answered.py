"""What is said once a letter went or a place said hello: what to say there, goodbyes, how it stands, what stays out."""

from __future__ import annotations

import pytest

from knowledge.understanding.asides import addressed
from knowledge.understanding.commands import command
from knowledge.understanding.goodbyes import says_goodbye
from knowledge.understanding.held_from_them import part_left_out, without_part, without_secrets
from knowledge.understanding.how_it_goes import asks_how_it_goes, asks_how_long_to_reply
from knowledge.understanding.told_whom import told_whom
from knowledge.understanding.what_to_say import asks_what_to_say


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I'll stick with Joan for now. what should I say when I get there", "words"),
        ("I'm nervous about what to say to her", "words"),
        ("how do i start when i walk in", "words"),
        ("wot do i say in the meeting", "meeting"),
        ("just tell me wot to say to my boss on friday", "work"),
        ("what do i tell my manager", "work"),
        ("how should i put it to the gaffer", "work"),
        ("what can i say to hr about my gp letter", "work"),
        ("what do i say at my sickness review", "work"),
        ("dont know what i will say at the grievance hearing", "work"),
        ("whe mi fi sey to mi boss", "work"),
        ("i dont know what to say to my boss", "work"),
        ("i need to know what to say to my boss", "work"),
        ("how do i introduce myself", "words"),
        ("will she mind if I go quiet", "quiet"),
        ("is it ok if i dont talk much", "quiet"),
        ("would they think im rude if i say nothing", "quiet"),
        ("what if my mind goes blank", "quiet"),
        ("what do i say in the letter", None),
        ("what should i say to the dwp", None),
        ("tell joan i dont know what to say", None),
        ("what did joan say", None),
        ("will they mind if i bring my dog", None),
        ("is it quiet there", None),
        ("what should i say", None),
        ("i really don't know what to say", None),
        ("so how do i start", None),
        ("what can i tell you", None),
        ("what do i say to my work coach", None),
        ("how do i get to work", None),
        ("i do what i can at work", None),
        ("my manager told me what to say in the meeting", None),
        ("they told me what to say to my boss", None),
        ("i know what to say to my boss now", None),
        ("how do i start back at work", None),
        ("how do i open a bank account", None),
        ("how do i ask for a manager job", None),
        ("i know what i like at work", None),
        ("what do i say at my medication review", None),
    ],
)
def test_not_knowing_what_to_say(text: str, kind: str | None) -> None:
    assert asks_what_to_say(text) == kind


@pytest.mark.parametrize(
    "text",
    ["night night then", "bye for now", "goodnight", "ok. thank you. good night", "ta. bye", "off to bed now. thanks"],
)
def test_a_goodbye_is_one_wherever_it_is_said(text: str) -> None:
    assert says_goodbye(text)
    assert {command(text, asked) for asked in (None, "message_decision", "answer_text", "reminder_day")} == {"goodbye"}


@pytest.mark.parametrize(
    "text", ["see you thursday then", "i work nights", "tell joan goodnight", "night shift", "thanks", "by the way"]
)
def test_no_goodbye(text: str) -> None:
    assert not says_goodbye(text)


@pytest.mark.parametrize(
    "text",
    [
        "Good morning. Is there anything from Two Hats?",
        "Still nothing from Two Hats, then?",
        "any news from joan",
        "no word from them then",
        "remind me whats happening with adjust together",
        "whats going on with fair shift",
    ],
)
def test_how_a_letter_stands_is_asked_with_a_name(text: str) -> None:
    assert asks_how_it_goes(text)
    assert command(text, None) == "ask_status"


@pytest.mark.parametrize(
    "text",
    [
        "is there anything from 9 to 5",
        "is there anything near me",
        "nothing from the list",
        "whats going on with me",
        "is there a class from monday",
        "i got nothing from my mum",
    ],
)
def test_how_no_letter_stands(text: str) -> None:
    assert not asks_how_it_goes(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("how long they gonna take", True),
        ("how long will they take to reply", True),
        ("how long are they gonna be", True),
        ("how long does it take", False),
        ("how long is the course", False),
        ("how long do they stay open", False),
    ],
)
def test_how_long_an_answer_takes(text: str, *, asks: bool) -> None:
    assert asks_how_long_to_reply(text) is asks


_WORDS = "nothing in writing. meeting is tuesday 2pm. off thurs fri. i take lithium"


@pytest.mark.parametrize(
    "text",
    [
        "no. leave out the lithium",
        "take out the bit about lithium",
        "without the lithium please",
        "dont mention the lithium",
        "leave the lithium out",
        "no dont tell them i take lithium",
    ],
)
def test_a_part_stays_out_of_words_that_were_shown(text: str) -> None:
    part = part_left_out(text)
    assert part is not None
    assert without_part(_WORDS, part) == "nothing in writing. meeting is tuesday 2pm. off thurs fri."
    assert command(text, "answer_decision") == command(text, "message_decision") == "inform"


@pytest.mark.parametrize(
    "text", ["leave it out", "dont send that", "dont send it", "no dont send that, it stuck my words on"]
)
def test_no_part_is_named(text: str) -> None:
    assert part_left_out(text) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("off fri. i take lithium dont tell them that", "off fri."),
        ("i take lithium. dont tell them that. meeting tuesday", "meeting tuesday"),
        ("off fri, i have bipolar but dont mention it", "off fri"),
        ("dont tell him that i cant come", "dont tell him that i cant come"),
        ("off fri and monday", "off fri and monday"),
    ],
)
def test_what_is_not_to_be_told_is_never_drafted(text: str, left: str) -> None:
    assert without_secrets(text) == left


def test_thanks_are_sent_on() -> None:
    for text in ("Send thank you to Femi", "can you send my thanks to femi please", "send love to femi"):
        said = addressed(text)
        assert said is not None
        assert said.who.casefold() == "femi"
    for text in ("send it to femi", "send the letter to femi", "send me the address"):
        said = addressed(text)
        assert said is None or "femi" not in said.who.casefold()


@pytest.mark.parametrize("text", ["how do i know work wont find out", "how do i know my boss wont hear about it"])
def test_who_may_find_out(text: str) -> None:
    assert told_whom(text) == "work"


@pytest.mark.parametrize("text", ["whats bronwen say", "what does joan say", "wot has femi written"])
def test_what_somebody_there_said(text: str) -> None:
    assert command(text, None) == "ask_visit"


@pytest.mark.parametrize("text", ["I'll wait", "ok i can wait then", "i will just wait for them"])
def test_waiting_on_is_no_pause(text: str) -> None:
    assert command(text, None) == "wait_more"
