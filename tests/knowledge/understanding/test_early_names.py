"""A name where none was asked for: what is one, and what is none."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.early_names import early_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Margaret", "Margaret"),
        ("margaret", "margaret"),
        ("its Dean", "Dean"),
        ("its dean btw", "dean"),
        ("im Rose", "Rose"),
        ("hi, it's Farah", "Farah"),
        ("Sam here", "Sam"),
        ("call me Shaz", "Shaz"),
        ("my name is jo", "jo"),
        ("Mrs Lowe", "Mrs Lowe"),
        ("Margaret Ellis", "Margaret Ellis"),
    ],
)
def test_a_name_is_heard(text: str, name: str) -> None:
    assert early_name(text) == name
    assert command(text, "hopes") == "tell_name"


NONE = """
rose
april
mornings
sewing
its boring
its fine
im tired
im autistic
im Muslim
im a carer
its my mum
call me tomorrow
call me
brixton
victoria
Dean is here with me
margaret thatcher was right
i like dean
will
art
said
christian
yes
"""


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_something_else_is_no_name(text: str) -> None:
    assert early_name(text) is None


@pytest.mark.parametrize("asked", ["alone", "heritage", "chosen_name", "letter_decision", "message_text", "agreed"])
def test_where_it_may_be_somebody_else_or_is_asked_for_it_is_left_to_the_question(asked: str) -> None:
    assert command("Margaret", asked) != "tell_name"


def test_before_the_yes_it_waits_for_it() -> None:
    assert command("Bev", "agreed") == "inform"


@pytest.mark.parametrize("text", ["Bev", "Zoe", "Steven", "Faisal"])
def test_a_name_tells_of_nothing_else(text: str) -> None:
    assert understand(text).concepts == understand(text, "alone").concepts == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [("lee. 41. bus driver. got bipolar", "lee"), ("Margaret, 62. retired", "Margaret"), ("back. 41. hurts", None)],
)
def test_a_name_may_open_a_story_with_an_age_behind_it(text: str, name: str | None) -> None:
    told = [value.value for value in understand(text, "story").values if value.field == "name"]
    assert told == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [("lee. said that at the start", "lee"), ("i told you already its lee", "lee"), ("no thanks. not now", None)],
)
def test_a_name_said_again_crossly_is_still_a_name(text: str, name: str | None) -> None:
    told = [value.value for value in understand(text, "chosen_name").values if value.field == "name"]
    assert told == ([name] if name else [])
