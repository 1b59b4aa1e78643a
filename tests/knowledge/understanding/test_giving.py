"""Who would teach or mentor others asks for no mentor, in any wording."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.giving import TEACHING, gives

COACHED = "support.coaching_mentoring"


def told(text: str, asked: str | None = None) -> dict[str, str]:
    return {one.code: one.polarity for one in understand(text, asked=asked).concepts}


@pytest.mark.parametrize(
    "text",
    [
        "Mentoring younger engineers",
        "i'd like to be a mentor",
        "i want to mentor someone",
        "i could train up juniors, i did it for years",
        "id show a young un how to do a ceiling proper",
        "i want to pass on my trade",
        "could i teach other people how to sew",
    ],
)
def test_a_wish_to_give_is_a_liking_for_teaching(text: str) -> None:
    facts = told(text, "hopes")
    assert (facts.get(TEACHING), facts.get(COACHED)) == ("yes", None)


@pytest.mark.parametrize(
    "text", ["id like a mentor", "i could do with some mentoring", "i need a coach", "a mentor who has been there pls"]
)
def test_a_wish_for_a_mentor_is_no_wish_to_be_one(text: str) -> None:
    facts = told(text, "hopes")
    assert (facts.get(COACHED), facts.get(TEACHING)) == ("yes", None)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("i want to mentor someone", "mentor"),
        ("I want to teach my trade at a college", "teach"),
        ("Plasterer. I want to teach. Paid if there's money in it", "teach"),
        ("I can't do ceilings but I can still teach a lad to float a wall", "teach"),
        ("i'd like to teach my dog to sit", ""),
        ("mentoring of younger engineers, a few hours", "mentor"),
        ("i could teach the young ones plastering", "teach"),
        ("i dont want to teach people any more", ""),
        ("connect me with that mentoring people", ""),
        ("used to be a coach driver", ""),
        ("i want a mentor", ""),
    ],
)
def test_what_somebody_would_do_for_others(text: str, does: str) -> None:
    assert gives(text) == does


def test_what_others_do_is_no_liking_of_whoever_would_teach_them() -> None:
    assert "interest.science_tech" not in told("Mentoring younger engineers", "hopes")
