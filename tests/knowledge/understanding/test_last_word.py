from __future__ import annotations

import pytest

from introductions.questions import telling
from introductions.reading import Reading
from knowledge.understanding import understand
from knowledge.understanding.asides import for_another
from knowledge.understanding.last_word import last_word


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("dont send it, no do send it", "send"),
        ("don't send it... ok go on then send it", "send"),
        ("no dont. actually yes send it", None),
        ("stop. no, yes", "send"),
        ("send it, no dont send it", "leave"),
        ("yes send it. wait no dont", "leave"),
        ("i agree. no cancel it", "leave"),
        ("dont send it", None),
        ("i agree, send it", None),
    ],
)
def test_of_a_yes_and_a_no_the_later_holds(text: str, last: str | None) -> None:
    assert last_word(text) == last


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("dont send it, no do send it", []),
        ("don't send it... ok go on then send it", []),
        ("yes send it. wait no dont", ["discard"]),
        ("dont send it", ["discard"]),
        ("i agree", ["send"]),
        ("no, i agree", []),
    ],
)
def test_only_a_whole_i_agree_sends_and_a_no_that_was_taken_back_drops_nothing(text: str, decided: list[str]) -> None:
    heard = telling(Reading.of(understand(text, "letter_decision")), "letter_decision").heard
    assert [one.value for one in heard if one.field == "letter_decision"] == decided


@pytest.mark.parametrize(
    ("text", "kin", "found"),
    [
        ("start for someone else", False, True),
        ("can i start for somebody else please", False, True),
        ("its for someone else", False, True),
        ("i want to do this for my mum", True, True),
        ("i want to do this for my mum", False, False),
        ("i care for someone else", True, False),
        ("i work for my dad", True, False),
        ("looking for someone to talk to", True, False),
        ("for my son, he likes games", True, False),
    ],
)
def test_who_starts_for_another(text: str, kin: bool, found: bool) -> None:
    assert for_another(text, kin=kin) is found
