"""What leaves a question, lets words go, or tells of somebody in the room, and what only looks like it."""

from __future__ import annotations

import pytest

from knowledge.understanding.leaving import (
    gives_no_number,
    keeps_it_as_it_was,
    lets_be,
    would_change_it,
)
from knowledge.understanding.looked_on import is_looked_on
from knowledge.understanding.sending import on_sending, sends


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("go on, send it to them", "send"),
        ("pass that on please", "send"),
        ("no dont pass it on", "leave"),
        ("scrap it", "leave"),
        ("send it but say tuesday", None),
        ("tell them i can come on tuesday", None),
        ("dont tell them my name", None),
        ("go on then", "send"),
        ("shall i send it?", None),
        ("is it ready to send?", None),
        ("i agree", None),
        ("my back hurts", None),
    ],
)
def test_words_for_a_place_go_or_stay(text: str, said: str | None) -> None:
    assert on_sending(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("yes you can post the letter", "send"),
        ("please do not send it", "leave"),
        ("go on then", "send"),
        ("i want you to send it", "send"),
        ("is it ready to send?", "send"),
        ("i agree, send it", None),
        ("leave it out", None),
        ("dont tell them that", None),
        ("no", None),
    ],
)
def test_a_letter_goes_or_stays_and_a_line_of_it_is_no_letter(text: str, said: str | None) -> None:
    assert on_sending(text, letter=True) == said


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("i agree, send it", True),
        ("yes you can post the letter", True),
        ("crack on", True),
        ("no dont send it", False),
        ("Grace", False),
        ("send it to my sister in Leeds", False),
    ],
)
def test_a_letter_is_told_to_go_and_that_is_no_name(text: str, so: bool) -> None:
    assert sends(text) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("oh forget it then", True),
        ("i dont want to talk about it", True),
        ("that is all, thank you", True),
        ("ring the dentist", False),
        ("they told me to forget it and laughed at me", False),
        ("nobody would say sorry and i had enough", False),
        ("take my pills and drop the forms off", False),
    ],
)
def test_nothing_is_to_be_written(text: str, so: bool) -> None:
    assert lets_be(text) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("keep it the way it was", True),
        ("the old line was better", True),
        ("i like to keep busy", False),
        ("i used to be a printer", False),
        ("I am good with old people", False),
    ],
)
def test_a_line_stays_as_it_was(text: str, so: bool) -> None:
    assert keeps_it_as_it_was(text) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [("can i fix a bit of it", True), ("change music to gardening", False), ("dont change it", False)],
)
def test_a_change_is_wished_for_and_not_said(text: str, so: bool) -> None:
    assert would_change_it(text) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("id rather not give you my number", True),
        ("i havent got a phone", True),
        ("No", True),
        ("nah thanks", True),
        ("no its mornings", False),
        ("not 07700 900123", False),
        ("mornings", False),
    ],
)
def test_no_number_is_given(text: str, so: bool) -> None:
    assert gives_no_number(text) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("hang on my sister just walked in", True),
        ("someone's here", True),
        ("im not alone any more", True),
        ("my kids are watching", True),
        ("my son is here with me in London", False),
        ("i live with my mum", False),
        ("i came here from Eritrea", False),
        ("a woman", False),
        ("my husband came over to England first", False),
    ],
)
def test_somebody_is_in_the_room(text: str, so: bool) -> None:
    assert is_looked_on(text) is so
