"""One message, and each change that it wants in a letter."""

from __future__ import annotations

import pytest

from knowledge.understanding.letter_wishes import wishes

IN, OUT, NAME, NOT = "in", "out", "name", "?"


def told(text: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for _, edit in wishes(text):
        if edit is None:
            found.append((NOT,))
        elif edit.of_name:
            found.append((NAME, edit.words))
        else:
            found.append((IN, edit.words.strip(".")) if edit.adds else (OUT, edit.words, *filter(None, [edit.puts])))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("put football in", [(IN, "football")]),
        ("can you put football in it as well", [(IN, "football")]),
        ("actually put dominoes back", [(IN, "dominoes")]),
        ("i drove the 159 bus, put that in", [(IN, "i drove the 159 bus")]),
        ("put in that i got arthritis in it", [(IN, "i got arthritis")]),
        ("i want job to be in the letter", [(IN, "job")]),
        ("i'd like it to say i can sew", [(IN, "i can sew")]),
        ("you forgot my cooking", [(IN, "my cooking")]),
        ("it doesnt say i want a job", [(IN, "i want a job")]),
        ("my job isnt in it", [(IN, "my job")]),
        ("let them know i can sew", [(IN, "i can sew")]),
        ("add that he used to cook", [(IN, "he used to cook")]),
        ("take the times out and put that i sew", [(OUT, "the times"), (IN, "i sew")]),
        ("mornings should be afternoons", [(OUT, "mornings", "afternoons")]),
        ("change what i hope for to a part time job", [(OUT, "what i hope for", "a part time job")]),
        (
            "take dominoes out, add knitting, and say mornings only",
            [(OUT, "dominoes"), (IN, "knitting"), (IN, "mornings only")],
        ),
        (
            "change the times to afternoons and my name to Beverley",
            [(OUT, "times", "afternoons"), (NAME, "Beverley")],
        ),
        ("i want job to be in the letter. and my mum comes with me", [(IN, "job"), (IN, "and my mum comes with me")]),
        ("take out gardening. my mum comes with me. thanks", [(OUT, "gardening"), (IN, "my mum comes with me")]),
        ("call me Bev and take out the times", [(NAME, "Bev"), (OUT, "the times")]),
        ("take sewing out and put knitting", [(OUT, "sewing", "knitting")]),
        ("why does it say sewing, take that out", [(OUT, "sewing")]),
        ("add football. what time is it there?", [(IN, "football"), (NOT,)]),
        ("bin the pigeons that was a joke", [(OUT, "the pigeons")]),
        (
            "can u ditch the bit on gardening pls, and lose the times",
            [(OUT, "the bit on gardening pls"), (OUT, "the times")],
        ),
        ("why health? i not want say health", [(OUT, "health")]),
        ("no job. i not want job", [(OUT, "job"), (OUT, "job")]),
        ("I dont want any training", [(OUT, "training")]),
        ("take out the part that say football", [(OUT, "the part that say football")]),
    ],
)
def test_each_wish_by_itself(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "i love it", "dont send it", "send it", "no send it", "what time is it there", "can i change my mind",
        "i cant read it", "my daughter is called Ade", "im not sure", "put me down for it", "leave it",
        "why is my job not in it", "take it all out", "my mum comes with me", "change it",
        "no thanks", "not sure", "no phone calls", "i dont want to wait", "i want to lose weight",
        "bin it", "not today",
    ],
)  # fmt: skip
def test_what_wants_no_change(text: str) -> None:
    assert wishes(text) == []
