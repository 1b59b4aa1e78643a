"""Words against us in passing are no complaint; what is told of harm, a place or a person is one."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.grumbles import is_no_complaint, without_grumble


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "you're no help are you. afternoons i suppose, mornings im no good",
            "afternoons i suppose, mornings im no good",
        ),
        ("you not listening. any place wants a plasterer", "any place wants a plasterer"),
        ("sod it. did you see millwall saturday", "did you see millwall saturday"),
        ("u dont listen, i said mornings", "i said mornings"),
        ("your bot is crap mate, got any gardening", "got any gardening"),
        ("this is doing my head in. just want a job", "just want a job"),
        ("oh come on. SW9", "SW9"),
        ("this is useless", ""),
        ("ffs", ""),
        ("you never listen", ""),
        ("you keep asking the same thing", ""),
        ("are you even listening?", ""),
        ("it was a waste of time", None),
        ("the staff were useless", None),
        ("im useless", None),
        ("my knee is no good", None),
        ("it is no good for me", None),
        ("this is rubbish, i want to complain", None),
        ("you are useless, the lady was rude to me", None),
        ("i dont understand", None),
        ("mornings are no good for me", None),
    ],
)
def test_what_else_is_said_by_who_is_cross(text: str, rest: str | None) -> None:
    assert without_grumble(text) == rest


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("no nobody hurt me. im only asking can i talk to you", True),
        ("did you see millwall saturday", True),
        ("i aint complaining i just want the plastering", True),
        ("never mind", True),
        ("what time is it", True),
        ("they kept me waiting for an hour", False),
        ("nobody was nasty but it was a waste of time", False),
        ("nobody hurt me but it was cold", False),
        ("the lady shouted at me", False),
        ("it was cold and nobody came", False),
        ("you sent my letter to the wrong place", False),
        ("why did they tell my boss?", False),
    ],
)
def test_what_is_plainly_no_complaint(text: str, *, other: bool) -> None:
    assert is_no_complaint(text) is other


def test_who_asks_to_talk_to_us_does_not_complain() -> None:
    assert understand("what can you not talk to me yourself", "times").intent != "complain"
