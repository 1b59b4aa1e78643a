"""What somebody wants of a place that they name."""

from __future__ import annotations

import pytest

from knowledge.understanding.place_wish import wish_of_place


@pytest.mark.parametrize(
    ("text", "before", "wish"),
    [
        ("introduce me to shelfmark", "introduce me to ", "introduce"),
        ("shelfmark then, hes decided, the quiet one", "", "introduce"),
        ("shelfmark is the one i want really", "", "introduce"),
        ("shelfmark please", "", None),
        ("tell me more about shelfmark", "tell me more about ", "more"),
        ("is shelfmark quiet", "is ", "ask"),
        ("will shelfmark be ok then?", "will ", "ask"),
        ("i dont want shelfmark", "i dont want ", None),
        ("shelfmark", "", None),
        ("why is shelfmark still there? It is evenings.", "why is ", "decline"),
        ("why would i want shelfmark? its my legs", "why would i want ", "decline"),
        ("shelfmark? are you having a laugh", "", "decline"),
        ("shelfmark sounds good. why would i need a letter?", "", "ask"),
        (
            "Spanish? Are you having a laugh. shelfmark, do they take plasterers?",
            "Spanish? Are you having a laugh. ",
            "ask",
        ),
        ("why was i not shown shelfmark?", "why was i not shown ", "ask"),
    ],
)
def test_the_wish_is_heard(text: str, before: str, wish: str | None) -> None:
    assert wish_of_place(text, before) == wish
