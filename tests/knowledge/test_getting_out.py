"""Who would like to get out is heard so, and is shown places to go to before any that come to their home."""

from __future__ import annotations

import pytest

from knowledge.availability import stays_in
from knowledge.understanding import understand
from knowledge.understanding.wanting_out import wants_out
from tests.knowledge.test_stories import first_three

COMPANY = "support.social_engagement"


@pytest.mark.parametrize(
    "text",
    [
        "maybe just get out a bit see people but not loads of people",
        "i want to get out the flat more",
        "just wanna leave the house sometimes",
        "need to get out of these four walls",
        "i dont get out much and id like to",
        "scared to go out but want to get out more",
    ],
)
def test_wishing_to_get_out(text: str) -> None:
    assert wants_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "i dont get out much",
        "going out is hard for me",
        "i never leave the house",
        "cant get out of bed",
        "i want to get out there and earn",
        "scared to go out",
        "used to go out a lot",
    ],
)
def test_no_wish_to_get_out(text: str) -> None:
    assert not wants_out(text)


def test_two_wishes_in_one_breath_keep_both_their_words() -> None:
    heard = understand("not ready for no job. maybe just get out a bit see people", asked="hopes").concepts
    assert [one.words for one in heard if one.code == COMPANY] == ["get out a bit see people"]


@pytest.mark.parametrize(
    "story",
    [
        "not left the flat much since my mum died, anxiety. used to draw, like dogs. just get out a bit see people",
        "i like singing. i dont go out much and i want to get out more",
        "knitting. i'd like to get out of the house and see a few people",
    ],
)
def test_who_wants_out_is_shown_places_to_go_to(story: str) -> None:
    found = first_three(story)
    assert found
    assert not any(stays_in(one.listing) for one in found)


def test_who_cannot_leave_home_is_shown_what_comes_there() -> None:
    found = first_three("i like singing. i cant leave the house, housebound. want company")
    assert found
    assert any(reason.code == "from_home" for one in found for reason in one.reasons)


def test_near_the_tube_is_where_they_live_and_no_trouble() -> None:
    assert "constraint.travel" not in {one.code for one in understand("im in brixton near the tube", "place").concepts}
