"""Where a place is and what to bring, as somebody is told who goes there."""

from __future__ import annotations

import pytest

from actions.cards import details
from actions.meeting import papers, where_to_go
from bot.copy import Copy
from knowledge.listing import Format, Place, Provider, Service

SAY = Copy().text
HALL = Place("The hall", address="70 Harvest Road", area="Brixton", near="through the side gate")
PARLOUR = Place("The Parlour", address="7 Velvet Passage", area="Vauxhall", near="by the bridge", private=True)


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ((HALL,), "Where: The hall, 70 Harvest Road, through the side gate."),
        ((PARLOUR, HALL), "Where: The hall, 70 Harvest Road, through the side gate."),
        ((PARLOUR,), SAY("utter_visit_where_private")),
        ((), SAY("utter_visit_no_place")),
    ],
)
def test_a_place_is_told_and_a_private_one_never(places: tuple[Place, ...], told: str) -> None:
    words = where_to_go(SAY, Service("s", "p", "Tea", places=places))
    assert words == told
    assert "Velvet" not in words


@pytest.mark.parametrize(
    ("asked", "told"),
    [((), "I know of no papers to bring."), (("photo ID", "a care plan"), "They ask for: photo ID, a care plan.")],
)
def test_papers_are_those_of_the_listing(asked: tuple[str, ...], told: str) -> None:
    assert papers(SAY, Service("s", "p", "Tea", papers_first=asked)) == told


@pytest.mark.parametrize(
    ("formats", "size", "told"),
    [
        (("one_to_one", "group"), 3, "It can be one to one, or in a group of about 3."),
        (
            ("group", "online", "one_to_one"),
            5,
            "It can be one to one, or in a group of about 5. You can join from home.",
        ),
        (("group", "one_to_one"), None, "It can be one to one, or in a group."),
        (("one_to_one",), None, "It's one to one."),
        (("group",), 9, "It's a group of about 9."),
        (("group",), None, "It's in a group."),
        (("phone",), None, "It can be by phone."),
    ],
)
def test_one_phrase_says_how_many_meet(formats: tuple[Format, ...], size: int | None, told: str) -> None:
    service = Service("s", "p", "Tea", formats=formats, group_size=size)
    assert details(SAY, service, Provider("p", "The hall"))["formats"] == told


@pytest.mark.parametrize(("sample", "told"), [(True, "This place is invented, to try this out."), (False, "")])
def test_more_of_an_invented_place_says_that_it_is_invented(sample: bool, told: str) -> None:
    values = details(SAY, Service("s", "p", "Tea"), Provider("p", "The hall", sample=sample))
    assert values["invented"] == told
    assert ("invented" in SAY("utter_offer_details", **values)) == sample
