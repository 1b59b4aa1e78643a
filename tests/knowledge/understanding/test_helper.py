"""Who types for somebody beside them: the words about that person are theirs, those about the helper nobody's."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.helper import asks_if_told, helps, tells_only_trade


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I'm with a customer, he likes gardening, I think he's lonely", {"interest.gardening_nature"}),
        ("im with a customer. I work at the library. he has a bad back", {"health.musculoskeletal"}),
        ("I'm helping a reader, I've only ten minutes, she likes sewing", {"interest.arts_crafts"}),
        ("I am the librarian, I'm with a customer, she has diabetes", {"health.diabetes"}),
        ("I'm sat with a lady here, I work at the library. she likes sewing", {"interest.arts_crafts"}),
        ("I work at the library, got a man here with a bad back who wants work", {"health.musculoskeletal"}),
        ("I work at the library. This gentleman wants help with his cv", {"support.employability_skills"}),
        ("typing for my neighbour, i work in a school myself, she has diabetes", {"health.diabetes"}),
        ("im helping stan, hes 34 and has diabetes, i work at the library", {"health.diabetes"}),
        ("helping maria, who has a bad back. I'm a link worker", {"health.musculoskeletal"}),
        ("i'm her support worker and she has diabetes", {"health.diabetes"}),
        (
            "Hello, I'm Bev, a librarian in Brixton. I have Mrs Warsame sitting with me, she has diabetes",
            {"health.diabetes"},
        ),
        ("this is Ade, i'm a link worker. got Mr Obi here, he has diabetes", {"health.diabetes"}),
        ("im typing for her, she has diabetes", {"health.diabetes"}),
    ],
)
def test_what_is_said_of_the_person_beside_is_theirs(text: str, codes: set[str]) -> None:
    read = understand(text, "story")
    heard = {one.code for one in read.concepts if one.polarity == "yes"}
    assert heard >= codes
    assert not heard & {"stage.in_work", "constraint.part_time", "interest.writing_reading", "interest.children"}
    assert all(read.text[one.start : one.end] == one.words for one in read.concepts)


def test_a_helper_who_has_told_nothing_yet_is_greeted_as_one() -> None:
    assert command("I'm with a customer, I've only got ten minutes", "interests") == "beside_someone"


@pytest.mark.parametrize(
    "text",
    ["I work at the library", "I work in a shop and i help my mum", "this man at work shouts, i work in a kitchen"],
)
def test_who_works_somewhere_and_is_beside_nobody_has_a_job(text: str) -> None:
    assert "stage.in_work" in {one.code for one in understand(text).concepts}


def test_danger_is_heard_in_the_whole_of_it() -> None:
    assert understand("I'm with a customer, he says he wants to kill himself").crisis == "act"


@pytest.mark.parametrize(
    ("text", "cares"),
    [
        ("i have a carer in the morning", False),
        ("carers come twice a day", False),
        ("my carer is nice", False),
        ("i am a carer for my mum", True),
        ("im a carer", True),
        ("my mum has carers in the afternoon", True),
    ],
)
def test_who_has_carers_cares_for_nobody_by_that(text: str, cares: bool) -> None:
    assert ("constraint.caring" in {one.code for one in understand(text).concepts}) is cares


@pytest.mark.parametrize(
    "text",
    [
        "I should say I'm the librarian typing for him",
        "No, librarian is me not him",
        "does it say I'm the librarian helping him?",
        "Hello, I'm a librarian, I have Kwame with me",
        "im the link worker writing for her",
        "Ama is sat with me, I work at the library",
        "I'm just the volunteer, sitting with Mr Osei",
        "he's not the librarian, that's me",
    ],
)
def test_who_helps_and_where_they_work_is_no_fact_of_the_person(text: str) -> None:
    assert command(text, "story") == "beside_someone"
    assert understand(text, "story").concepts == ()


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Hello, I'm a librarian", True),
        ("I work at the library and i like sewing", False),
        ("i was a librarian for years", False),
    ],
)
def test_a_helping_trade_told_alone_is_nobodys_yet(text: str, only: bool) -> None:
    assert tells_only_trade(text) is only


def test_what_a_helper_tells_of_somebody_named_is_theirs() -> None:
    read = understand("I'm a librarian typing for Kwame, he likes gardening and has a bad back", "story")
    assert {one.code for one in read.concepts} == {"interest.gardening_nature", "health.musculoskeletal"}


@pytest.mark.parametrize("text", ["I was a librarian, i like helping people", "I'm a carer, with two kids"])
def test_who_works_and_is_beside_nobody_is_no_helper(text: str) -> None:
    assert not helps(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("does it say I'm the librarian helping him?", True),
        ("will they know i'm the link worker typing for her", True),
        ("I'm the librarian helping him", False),
        ("does it say where it is?", False),
    ],
)
def test_a_helper_may_ask_if_the_places_hear_of_them(text: str, asks: bool) -> None:
    assert asks_if_told(text) is asks
