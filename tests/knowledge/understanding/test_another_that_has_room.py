"""A place is full, another of its kind is looked for, or somebody who knows: what is meant, and what sounds alike."""

from __future__ import annotations

import pytest

from knowledge.kindness import FOR_SOMEONE_ELSE, told
from knowledge.understanding import understand
from knowledge.understanding.commands import command


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("what other place for the benefits, since they are full?", "find_place"),
        ("is there another adviser for debt?", "find_place"),
        ("But they are full, you told me", "ask_full"),
        ("what does it mean they are full?", "ask_full"),
        ("so that place has no room", "ask_full"),
        ("are they full?", "about_place"),
        ("my days are full", None),
        ("English class for beginners where they take children or creche?", "find_place"),
        ("any cooking classes for men?", "find_place"),
        ("how big is the class?", "about_place"),
        ("is the english class free?", "about_place"),
        ("where is a person who knows the law, like citizens advice or union?", "ask_allowed"),
        ("I ask for a lawyer or citizens advice, not this", "ask_allowed"),
        ("i was at citizens advice before", None),
        ("i need a solicitor for my divorce", None),
        ("Can he cut my hours because I am sick?", "ask_sacked"),
        ("what are my rights?", "ask_sacked"),
    ],
)
def test_what_it_means(text: str, means: str | None) -> None:
    assert command(text, None) == means


def test_who_asks_for_the_union_likes_none() -> None:
    said = understand("where is a person who knows the law, like citizens advice or union?")
    assert not any(one.code.startswith("interest.") for one in said.concepts)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("before I sing in choir in the church, and cook arepas for my daughter friends", False),
        ("cook arepas for my daughter friends", False),
        ("I used to plait hair, and sew for my cousins", False),
        ("I am looking for a group, and something for my mum", True),
        ("i have a job, and want a place for my son", True),
    ],
)
def test_to_do_something_for_somebody_is_no_asking_for_them(text: str, asks: bool) -> None:
    assert any(one.kind == FOR_SOMEONE_ELSE for one in told(text)) is asks
