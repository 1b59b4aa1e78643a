"""Hard things that are told in passing, and what only sounds like one."""

from __future__ import annotations

import pytest

from knowledge.kindness import FOR_SOMEONE_ELSE, tells_hard, told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("just out of hospital", ["illness"]),
        ("im just back home from hospital", ["illness"]),
        ("had an operation in march", ["illness"]),
        ("been really poorly", ["illness"]),
        ("not been well", ["illness"]),
        ("my mum died", ["bereavement"]),
        ("i worked in a hospital for years", []),
        ("i want to be a nurse", []),
        ("is there anything for my son", []),
        ("i like sewing", []),
        ("mi nah sew good", ["not_good_at"]),
        ("im not good at sewing", ["not_good_at"]),
        ("i cant cook very well", ["not_good_at"]),
        ("im rubbish with computers", ["not_good_at"]),
        ("not good with numbers", ["not_good_at"]),
        ("im not good at anything", ["not_good_at"]),
        ("me cyaan read so good", ["not_read"]),
        ("my reading is not so good", ["not_read"]),
        ("i cant spell good", ["not_read"]),
        ("my english it is not so good", ["english"]),
        ("mi english nuh so good", ["english"]),
        ("hello i no speak good english", ["english", "not_good_at"]),
        ("im good at sewing", []),
        ("i dont sleep so good", []),
        ("i cant walk so well", []),
        ("not so good in the mornings", []),
        ("im not good with stairs", []),
        ("the reading group is good", []),
    ],
)
def test_a_hard_thing_is_heard(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in tells_hard(text)] == kinds


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("is there a club for my daughter", True),
        ("i'm here for my brother", True),
        ("i am asking for my mum", True),
        ("I am caring for my husband since his stroke", False),
        ("i clean for my mum", False),
        ("i worry for my son", False),
        ("i do hair n nails for my cousins", False),
        ("i used to bake birthday cakes for my niece", False),
        ("i make clothes for my baby", False),
        ("braiding hair for my cousin is what i know", False),
        ("im doing this for my mum", True),
        ("i would like some company for my mum", True),
        ("i am looking for something for my cousin", True),
        ("for my brother, he's 24", True),
    ],
)
def test_who_does_something_for_a_relative_asks_for_themselves(text: str, *, asks: bool) -> None:
    assert any(one.kind == FOR_SOMEONE_ELSE for one in told(text)) is asks


@pytest.mark.parametrize("text", ["my derek died in march too", "Derek passed away last year", "my dog died on sunday"])
def test_a_death_is_met_whatever_they_were_called(text: str) -> None:
    assert [one.kind for one in told(text)] == ["bereavement_plain"]


@pytest.mark.parametrize("text", ["my phone died last night", "my laptop has died", "the battery died"])
def test_a_thing_that_died_is_no_loss(text: str) -> None:
    assert told(text) == ()
