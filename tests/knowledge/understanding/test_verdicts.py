"""A verdict on all the places that were shown, and what is a complaint or something else."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.verdicts import turns_all_down

TURNS_DOWN = """
these are all too basic
those are too basic for me
this is all beneath me
a bit basic for me
way too easy
im overqualified for these
these are rubbish
these places are crap tbh
what a load of rubbish these are
they are all useless
your suggestions are patronising
honestly, these look boring
all of these are for kids
thats all stuff for people who cant read
these are too basic, i ran a school for twenty years
nah these aren't it, they're all a bit basic
"""
SOMETHING_ELSE = """
the lady at thread and kettle was rude
i want to complain about these places
they were rubbish when i went
the place was useless when i got there
they are useless
you are useless
your list is rubbish, waste of my time
this bot is rubbish
nothing here for me
i know the basics
i want something simple and easy
my english is basic
these are good
are these for kids
"""


@pytest.mark.parametrize("text", TURNS_DOWN.strip().splitlines())
def test_all_of_it_is_turned_down(text: str) -> None:
    assert command(text, None) == "none_will_do"


@pytest.mark.parametrize("text", SOMETHING_ELSE.strip().splitlines())
def test_nothing_that_was_shown_is_turned_down(text: str) -> None:
    assert not turns_all_down(text)


def test_inside_a_question_it_is_an_answer() -> None:
    assert command("these are all too basic", "hard") != "none_will_do"
