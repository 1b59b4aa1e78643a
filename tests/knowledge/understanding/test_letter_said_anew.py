"""A change said in two breaths, what is to come back into a letter, and what is to stand elsewhere in it."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.letter_reading import read_beside_letter

TOLD = tuple[str, str, str]


def told(text: str) -> list[TOLD]:
    return [
        (one.kind, one.edit.words.strip(" ."), one.edit.puts.strip(" ."))
        for one in read_beside_letter(text)
        if one.edit
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("put baking back", "baking"),
        ("put baking back in", "baking"),
        ("can you put back baking", "baking"),
        ("bring back the company line please", "the company line"),
        ("add baking back to it please", "baking"),
        ("and put back that i want to stay in my job", "i want to stay in my job"),
        ("please put the times back in", "the times"),
    ],
)
def test_what_is_to_come_back(text: str, words: str) -> None:
    found = [one.edit for one in read_beside_letter(text) if one.edit]
    assert [(one.adds, one.words, one.back) for one in found] == [(True, words, True)]


@pytest.mark.parametrize(
    "text",
    [
        "put that i hurt my back",
        "put in that i want to go back to work",
        "tell them i will be back in may",
        "put that i got back pain",
        "put it back how it was",
        "put my bad back in",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert not any(one.edit and one.edit.back for one in read_beside_letter(text))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("it says baking back in, just say baking", ("instead", "baking back in", "baking")),
        ("it still says admin work. just put office", ("instead", "admin work", "office")),
        ("you wrote carer, please just say nurse", ("instead", "carer", "nurse")),
        ("it says two days, it should only say one day", ("instead", "two days", "one day")),
        ("not gardening but growing food", ("instead", "gardening", "growing food")),
        (
            "\"I enjoy trustee\" isn't English. Please make it \"I would like to serve as a trustee\"",
            ("instead", "I enjoy trustee", "I would like to serve as a trustee"),
        ),
        (
            'The line with "so a lift" is broken. Please change it to: A lift would help me.',
            ("instead", "bit about so a lift", "A lift would help me"),
        ),
        ("the bit about company is wrong, make it: a chat", ("instead", "bit about company", "a chat")),
        ("some company sounds odd. put people to talk to", ("instead", "some company", "people to talk to")),
        ("the line about chess makes no sense. change it to draughts", ("instead", "bit about chess", "draughts")),
        ("that's wrong. my work is nursery worker", ("instead", "work", "nursery worker")),
    ],
)  # fmt: skip
def test_what_is_wrong_and_what_is_to_stand_there(text: str, made: TOLD) -> None:
    found = [(kind, words.removeprefix("the ").removeprefix("my "), puts) for kind, words, puts in told(text)]
    assert found == [made]


@pytest.mark.parametrize(
    "text",
    [
        "my back is broken. put that i need a chair",
        "that is wrong. i never said it",
        "the line about chess is fine. put in draughts",
        "my work is hard",
        "it says baking, that is right",
    ],
)
def test_what_is_no_change_in_two_breaths(text: str) -> None:
    assert not any(kind == "instead" for kind, *_ in told(text))


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Take out: times", ["times"]),
        ("take out: what I enjoy", ["what I enjoy"]),
        ("Take out: I would like to serve as a trustee", ["I would like to serve as a trustee"]),
        ("leave out : my work so far", ["my work so far"]),
        ("remove: mornings", ["mornings"]),
        ("delete: the line about company", ["the line about company"]),
        ("take out the trustee line and the mornings", ["the trustee line", "the mornings"]),
        ("please remove the times and my work", ["the times", "my work"]),
    ],
)
def test_what_is_named_behind_a_mark_goes(text: str, out: list[str]) -> None:
    assert told(text) == [("out", words, "") for words in out]
    assert command(text, "letter_decision") == "letter_edit"


@pytest.mark.parametrize("text", ["stop", "STOP", "Stop."])
def test_stop_is_no_change(text: str) -> None:
    assert command(text, "letter_decision") != "letter_edit"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("put in a question, is it heavy and who are the lads", "is it heavy and who are the lads?"),
        ("add a question: do you have a lift", "do you have a lift?"),
        ("include my question - can i bring my dog", "can i bring my dog?"),
        ("write the question; what should i wear", "what should i wear?"),
        ("put in: could somebody meet me at the bus stop", "could somebody meet me at the bus stop?"),
    ],
)
def test_a_question_stands_by_itself(text: str, words: str) -> None:
    assert told(text) == [("in", words, "")]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Put the question last", "last"),
        ("move the bit about sites to the top", "first"),
        ("can you put the question at the end please", "last"),
        ("have my question first", "first"),
        ("please move the work line to the bottom", "last"),
        ("put in that i come first", ""),
        ("put the last bus is at nine", ""),
        ("add: i want to be first in line", ""),
        ("take the last line out", ""),
        ("put in first aid", ""),
    ],
)
def test_what_is_to_stand_elsewhere(text: str, at: str) -> None:
    assert next((one.edit.at for one in read_beside_letter(text) if one.edit), "") == at
