"""Plain words about a letter, and the line that they change."""

from __future__ import annotations

import pytest

from introductions.fields import FIELDS
from introductions.model import DraftField
from introductions.rewording import Change, change
from knowledge.understanding.edits import edit

LINES = {
    "name": "Pat",
    "enjoys": "sewing, gardening and being outdoors",
    "hopes": "some company, a job that suits",
    "times": "mornings",
    "reply_way": "through this chat",
}
FIELDS_SHOWN = {name: DraftField(bool(LINES.get(name)), LINES.get(name, "")) for name in FIELDS}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("My name is Mrs Lowe, not Pat", Change("name", "Mrs Lowe")),
        ("its mrs lowe not pat", Change("name", "mrs lowe")),
        ("take my name out put D", Change("name", "D")),
        ("take my name out", Change("name", None)),
        ("dont say i want job", Change("hopes", "some company")),
        ("dont say i want work", Change("hopes", "some company")),
        ("take the gardning out", Change("enjoys", "sewing")),
        ("dont mention the outdoors", Change("enjoys", "sewing")),
        ("take sewing out and put knitting", Change("enjoys", "knitting, gardening and being outdoors")),
        ("afternoons not mornings", Change("times", "afternoons")),
        ("leave out the times", Change("times", None)),
        ("leave out what i hope for", Change("hopes", None)),
        ("take out the unicorns", None),
        ("dont say anything about my back", None),
        ("take out what you said", None),
        ("add: i will be late", Change("hopes", "some company, a job that suits; i will be late")),
    ],
)
def test_what_a_wish_changes(text: str, made: Change | None) -> None:
    wish = edit(text)
    assert wish is not None
    assert change(FIELDS_SHOWN, wish) == made


def test_a_name_that_reads_like_a_sentence_is_none() -> None:
    assert edit("my name is what you would call a funny old story") is None


def test_a_line_that_is_left_out_has_nothing_to_take_out() -> None:
    fields = FIELDS_SHOWN | {"hopes": DraftField(on=False, text="a job that suits", sensitive=True)}
    wish = edit("dont say i want job")
    assert wish is not None
    assert change(fields, wish) is None
