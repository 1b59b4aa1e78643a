"""The other way round of what was changed in a letter."""

from __future__ import annotations

import pytest

from introductions.fields import FIELDS
from introductions.model import DraftField
from introductions.undoing import turned_back
from knowledge.understanding.edits import Edit

SAYS = {"name": "Bea", "enjoys": "sewing", "times": "evenings"}
TOLD = {"enjoys": "sewing, gardening", "times": "mornings"}
LETTER = {name: DraftField(name in SAYS, SAYS.get(name, ""), told=TOLD.get(name)) for name in FIELDS}


@pytest.mark.parametrize(
    ("made", "undone"),
    [
        (Edit(adds=True, words="knitting"), [Edit(adds=False, words="knitting")]),
        (Edit(adds=False, words="gardening"), [Edit(adds=True, words="gardening")]),
        (
            Edit(adds=False, words="gardening", puts="chess"),
            [Edit(adds=False, words="chess", puts="gardening")],
        ),
        (Edit(adds=False, words="a thing nobody told"), []),
        (Edit(adds=True, words="Dee", of_name=True), []),
    ],
)
def test_a_change_is_turned_back_by_what_was_told(made: Edit, undone: list[Edit]) -> None:
    assert turned_back(LETTER, [made]) == undone


def test_the_last_change_is_turned_back_first() -> None:
    back = turned_back(LETTER, [Edit(adds=True, words="knitting"), Edit(adds=False, words="gardening")])
    assert [one.adds for one in back] == [True, False]
