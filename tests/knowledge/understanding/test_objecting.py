"""Objections to places that were shown, times said again, and places of a kind asked for."""

from __future__ import annotations

import pytest

from knowledge.understanding.commands import command
from knowledge.understanding.giving import gives
from knowledge.understanding.kind_asked import kinds_asked
from knowledge.understanding.objections import denied_in, objects
from knowledge.understanding.reading import understand


@pytest.mark.parametrize(
    "text",
    [
        "the first is 1 to 4 in the afternoon, i said mornings",
        "i told you evenings",
        "you forget i care for my mum",
        "u not listening",
        "that one is way too far",
        "thats no good to me",
        "i cannot stand for 4 hours",
        "not what i asked for",
        "Not Thursday, I've physio",
        "why would i want back care? its my legs",
        "Spanish? are you having a laugh",
    ],
)
def test_who_objects_is_heard(text: str) -> None:
    assert objects(text)


@pytest.mark.parametrize("text", ["i like gardening too", "im in SW9", "mornings are best", "i used to cook", "thanks"])
def test_who_only_tells_does_not_object(text: str) -> None:
    assert not objects(text)


@pytest.mark.parametrize(
    ("text", "card", "denied"),
    [
        ("im not a printer am i", "Guest printer Printers teach a small class", True),
        ("I cannot stand 4 hours", "Cook and serve. Four-hour shifts", True),
        ("i cant do reception", "Front desk and reception", True),
        ("im not young neither", "Makers teach younger people", False),
        ("I cannot stand 4 hours", "A form clinic. Thursdays 4 to 7", False),
        ("im not well today", "Well kept gardens", False),
    ],
)
def test_a_card_of_what_they_are_not_is_denied(text: str, card: str, *, denied: bool) -> None:
    assert denied_in(text, card) is denied


_DAY, _NOON, _LATE = "constraint.daytime_only", "constraint.not_mornings", "constraint.evenings_weekends"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("that first one is 1 to 4 in the afternoon, i said mornings", {(_DAY, "yes")}),
        ("its in the afternoon and i said mornings", {(_DAY, "yes")}),
        ("both are evenings but i asked for mornings", {(_DAY, "yes")}),
        ("i said i CAN do mornings. not afternoons", {(_DAY, "yes"), (_NOON, "no")}),
        ("i said not mornings", {(_NOON, "yes")}),
        ("its mornings for me", {(_DAY, "yes")}),
        ("the second one is on at the weekend", set()),
    ],
)
def test_when_a_place_is_on_is_no_wish_and_what_is_said_again_is(text: str, told: set[tuple[str, str]]) -> None:
    times = {(one.code, one.polarity) for one in understand(text).concepts if one.code in (_DAY, _NOON, _LATE)}
    assert times == told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("show an actual plastering or building thing", {"building_trades"}),
        ("find me a proper cooking place", {"cooking_food"}),
        ("is there any place wants a plasterer to show apprentices how its done", {"building_trades", "teaching"}),
        ("got anything where i could teach young lads bricklaying", {"building_trades", "teaching"}),
        ("anywhere that wants someone to mentor people", {"teaching"}),
        ("you not listening. is there somewhere i can teach others cooking", {"cooking_food", "teaching"}),
        ("Do you have anything where I would be the one giving the mentoring, or not?", {"teaching"}),
    ],
)
def test_places_of_a_kind_are_asked_for(text: str, kinds: set[str]) -> None:
    found = {one.code.removeprefix("interest.") for one in kinds_asked(text)}
    assert (command(text, None), found & kinds) == ("show_kind", kinds)


@pytest.mark.parametrize(
    "text",
    [
        "show me others",
        "show me the letter",
        "id show a young un how to do a ceiling",
        "i like cooking",
        "is there a choir",
    ],
)
def test_no_kind_is_asked_for(text: str) -> None:
    assert command(text, None) != "show_kind"


def test_who_would_teach_gives() -> None:
    assert gives("anywhere i can teach people", asked=True)
    assert [one.code for one in kinds_asked("show some teaching")] == ["interest.teaching"]
    assert kinds_asked("find me a mentor") == []
    assert not gives("anywhere i can learn sewing", asked=True)
