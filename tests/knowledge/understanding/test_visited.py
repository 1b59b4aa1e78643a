"""A visit told in somebody's own words, and what only looks like one."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.visited import Visited, told_visit


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I went friday and it was lovely", Visited(went=True, feeling="welcome")),
        ("i went on friday", Visited(went=True)),
        ("went there yesterday, was ok", Visited(went=True, feeling="okay")),
        ("Ive been, everyone was so kind", Visited(went=True, feeling="welcome")),
        ("we met today", Visited(went=True)),
        ("hi i finally went and i hated it", Visited(went=True, feeling="bad")),
        ("i went to see them, wasnt very friendly", Visited(went=True, feeling="bad")),
        ("i went. not bad actually", Visited(went=True, feeling="okay")),
        ("I've been to the group, had a good laugh", Visited(went=True, feeling="welcome")),
        ("i didnt go in the end", Visited(went=False)),
        ("sorry couldnt make it", Visited(went=False)),
        ("i never turned up", Visited(went=False)),
        ("I met Ade and she was lovely", Visited(went=True, feeling="welcome")),
        ("i met people online", None),
        ("i met my mate friday", None),
        ("i went to prison", None),
        ("i went to college years ago and it was good", None),
        ("i went blind in one eye", None),
        ("ive been ill", None),
        ("ive been off work with my back", None),
        ("i met my husband there years ago", None),
        ("should i have been there", None),
        ("when i went there before it was awful", None),
        ("i didnt go to school much", None),
        ("i want to go friday", None),
    ],
)
def test_a_visit_is_told(text: str, told: Visited | None) -> None:
    assert told_visit(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("i went to thread and kettle, it was nice", Visited(went=True, feeling="welcome")),
        ("ive been to windrow hall", Visited(went=True)),
        ("didnt get to windrow hall", Visited(went=False)),
        ("is windrow hall good", None),
        ("i went to windrow hall years ago", None),
    ],
)
def test_of_a_place_that_is_named_less_is_enough(text: str, told: Visited | None) -> None:
    assert told_visit(text, named=True) == told


@pytest.mark.parametrize(
    ("text", "asked", "intent"),
    [
        ("I went friday and it was lovely", None, "met_yes"),
        ("i didnt go in the end", None, "met_no"),
        ("i went and it was good", "story", None),
        ("I went friday and it was lovely", "message_text", None),
    ],
)
def test_a_told_visit_is_heard_where_nothing_is_asked(text: str, asked: str | None, intent: str | None) -> None:
    assert command(text, asked) == intent
