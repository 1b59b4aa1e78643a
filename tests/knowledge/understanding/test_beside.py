"""A helper who is known: whose hours, work and coming along are told in one message."""

from __future__ import annotations

import pytest

from knowledge.understanding.beside import gender_told, helper_comes, of_the_person, roles, tells_only_of_helper, tidy


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("i finish at 5 so mornings are bad for me but fine for him", "so mornings fine for him"),
        ("his mornings are fine its me who works till 5", "his mornings are fine"),
        ("i'm only here till 3, but she can do evenings", "but she can do evenings"),
        ("her evenings are free but i work evenings", "her evenings are free"),
        ("mornings suit him, afternoons are no good for me", "mornings suit him"),
        ("he likes gardening, i think mornings suit him", "he likes gardening, mornings suit him"),
        ("i know he used to be a bus driver", "he used to be a bus driver"),
        ("my name is Jean, I'm the link worker, his is Delroy", "his is Delroy"),
        ("I am Jean from the library and he likes chess", "and he likes chess"),
        ("i asked him and he said evenings", "and he said evenings"),
        ("im his neighbour and he likes chess", "and he likes chess"),
        ("no im the librarian, not Delroy, take that out", "no, take that out"),
        ("put in that he likes it quiet and i will come with him, im the librarian", "put in that he likes it quiet"),
        # the person's own words, typed as they say them
        ("i like gardening and mornings", "i like gardening and mornings"),
        ("im free on thursdays", "im free on thursdays"),
        ("she says i love cooking, i can do mornings", "she says i love cooking, i can do mornings"),
        (
            "my son is 5 and he goes to school, i can do mornings",
            "my son is 5 and he goes to school, i can do mornings",
        ),
    ],
)
def test_what_is_left_of_a_message_is_the_person_s(text: str, left: str) -> None:
    assert tidy(of_the_person(text)) == left


@pytest.mark.parametrize(
    "text",
    [
        "i can do tuesday mornings with her, its when i have the hour",
        "i can do tuesdays, wednesdays and fridays with her",
        "i can walk him there on a wednesday, im off then",
        "i finish at 4 so afternoons are bad for me",
    ],
)
def test_a_helper_may_speak_of_nobody_else(text: str) -> None:
    assert tells_only_of_helper(text)


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("i will come with him the first time", True),
        ("I'll walk her there on a wednesday", True),
        ("i can bring Delroy along", True),
        ("he'd like me to come with him", True),
        ("can i come with him", False),
        ("i can't come with him", False),
        ("i take her shopping", False),
        ("he will come with his brother", False),
    ],
)
def test_a_helper_may_come_along(text: str, *, comes: bool) -> None:
    assert helper_comes(text) is comes


def test_who_they_are_is_told_by_their_role() -> None:
    assert roles("im the librarian, not Delroy") == ["librarian"]
    assert roles("i'm the one who asked you twice") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("she wants women only", "identity.woman"),
        ("typing for a lady called Amina", "identity.woman"),
        ("his mornings are fine", "identity.man"),
        ("he wants to go with his wife, she drives", None),
        ("they like it quiet", None),
    ],
)
def test_a_woman_or_a_man_is_told_where_only_one_is_spoken_of(text: str, code: str | None) -> None:
    assert gender_told(text) == code
