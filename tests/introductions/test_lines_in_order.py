"""What stands elsewhere in a letter, comes back into it, or is asked in it; and what of it goes into another letter."""

from __future__ import annotations

import pytest

from introductions.fields import FIELDS
from introductions.following import carried
from introductions.model import DraftField
from introductions.rewording import Change, change
from introductions.voice import said
from knowledge.understanding.letter_reading import read_beside_letter

Lines = dict[str, DraftField]


def letter(*, off: tuple[str, ...] = (), **lines: str) -> Lines:
    return {name: DraftField(name not in off and name in lines, lines.get(name, "")) for name in FIELDS}


def made(fields: Lines, text: str) -> list[Change]:
    return [one for part in read_beside_letter(text) if part.edit for one in change(fields, part.edit)]


ASKS = "Is it heavy and who are the lads? I ran sites for twenty years."


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("put the question last", "I ran sites for twenty years. Is it heavy and who are the lads?"),
        ("move my question to the end please", "I ran sites for twenty years. Is it heavy and who are the lads?"),
        ("put the bit about sites first", "I ran sites for twenty years. Is it heavy and who are the lads?"),
        ("put the question at the top", ASKS),
        ("move the lads question to the bottom", "I ran sites for twenty years. Is it heavy and who are the lads?"),
    ],
)
def test_their_own_words_stand_where_they_like(text: str, own: str) -> None:
    assert made(letter(own=ASKS, worked="site manager"), text) == [Change("own", own)]


@pytest.mark.parametrize(
    "text", ["put the work line last", "move the times to the top", "put my job first", "put the part about dogs last"]
)
def test_the_lines_of_a_letter_have_their_order(text: str) -> None:
    assert made(letter(own=ASKS, worked="site manager", times="mornings"), text) == []


def test_a_question_that_reads_otherwise_is_a_sentence_still() -> None:
    lines = letter(own="I ran sites for twenty years. Is it heavy?")
    text = "Put the question first, and it should read: Is it heavy work, and who are the lads?"
    first, then = read_beside_letter(text)
    assert first.edit
    assert then.edit
    after = lines | {"own": DraftField(True, change(lines, first.edit)[0].text or "")}
    assert change(after, then.edit) == [
        Change("own", "Is it heavy work, and who are the lads? I ran sites for twenty years.")
    ]


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("put the company back in", [Change("hopes", "some company")]),
        ("put back what I hope for", [Change("hopes", "some company, a walk")]),
        ("add the times back", [Change("times", "mornings")]),
        ("put baking back", [Change("enjoys", "birds, baking")]),
        ("put back that i want to stay in my job", [Change("hopes", "to stay in my job")]),
    ],
)
def test_what_comes_back(text: str, back: list[Change]) -> None:
    lines = letter(off=("hopes", "times"), enjoys="birds", hopes="some company, a walk", times="mornings")
    assert made(lines, text) == back


def test_only_what_they_name_goes() -> None:
    assert made(letter(enjoys="birds, baking back in, baking"), "take out baking back in") == [
        Change("enjoys", "birds, baking")
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("put in: could somebody meet me at the bus stop", "could somebody meet me at the bus stop?"),
        ("add: I'd like to be met at the station", "I'd like to be met at the station"),
        ("put in: being met at the gate", "being met at the gate would help"),
        ("write: I would rather not walk in alone", "I would rather not walk in alone"),
        ("put in: my sister comes with me", "their sister comes along the first time"),
    ],
)
def test_who_would_be_met_says_where(text: str, line: str) -> None:
    assert made(letter(enjoys="birds"), text) == [Change("who_comes", line)]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("put in: so a lift would help me", [Change("helps", "a lift")]),
        ("add: and a lift and a chair would really help", [Change("helps", "a lift and a chair")]),
        (
            "put in: I have rheumatoid arthritis, so a lift would help",
            [Change("health", "I have rheumatoid arthritis"), Change("helps", "a lift")],
        ),
    ],
)
def test_a_need_is_said_once_and_leans_on_nothing(text: str, changes: list[Change]) -> None:
    assert made(letter(), text) == changes


def test_a_need_that_they_wrote_whole_is_not_doubled() -> None:
    assert said(letter(helps="A lift would help me."), "Ada", "me")["helps"] == "What would help me: A lift."
    assert "It would help" in said(letter(helps="It would help me to sit."), "Ada", "me")["helps"]


TOLD = {name: DraftField(False, "") for name in FIELDS}


@pytest.mark.parametrize("name", ["hopes", "times", "at_work", "who_comes"])
def test_what_was_written_for_one_place_is_not_told_to_another(name: str) -> None:
    told = TOLD | {name: DraftField(True, "to mentor someone")}
    last = TOLD | {name: DraftField(True, "to be a trustee", False, "to mentor someone")}
    assert carried(last, told)[name].text == "to mentor someone"
    assert carried(last, told, here=last)[name].text == "to be a trustee"


def test_what_they_wrote_of_themselves_and_what_went_out_hold_for_every_place() -> None:
    told = TOLD | {"worked": DraftField(True, "chemist"), "hopes": DraftField(True, "some company")}
    last = TOLD | {
        "worked": DraftField(True, "pharmacist for 26 years", False, "chemist"),
        "hopes": DraftField(False, "some company", False, "some company"),
    }
    after = carried(last, told)
    assert (after["worked"].text, after["hopes"].on) == ("pharmacist for 26 years", False)


@pytest.mark.parametrize(
    ("text", "hopes"),
    [
        ("no i want to be useful again, put that", "some company, to be useful again"),
        ("put in: to teach young lads", "some company, to teach young lads"),
        ("add: I want to be useful again", "some company, to be useful again"),
        ("put in: I would like to serve as a trustee", "some company, to serve as a trustee"),
        ("make it 'a bit of company'", "a bit of company"),
    ],
)
def test_a_hope_stands_in_their_words(text: str, hopes: str) -> None:
    assert made(letter(hopes="some company"), text) == [Change("hopes", hopes)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Bus driver on shifts. I was ill.", "Bus driver on shifts. I was ill."),
        ("lupus. work must not know", "About my health: lupus. Work must not know."),
        ("lupus, bad days", "About my health: lupus, bad days."),
    ],
)
def test_only_what_is_health_is_called_so(text: str, line: str) -> None:
    assert said(letter(health=text), "Lee", "me")["health"] == line
