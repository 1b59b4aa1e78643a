"""Who types for somebody beside them: the words about that person are theirs, those about the helper nobody's."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.commands import command


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I'm with a customer, he likes gardening, I think he's lonely", {"interest.gardening_nature"}),
        ("im with a customer. I work at the library. he has a bad back", {"health.musculoskeletal"}),
        ("I'm helping a reader, I've only ten minutes, she likes sewing", {"interest.arts_crafts"}),
        ("I am the librarian, I'm with a customer, she has diabetes", {"health.diabetes"}),
    ],
)
def test_what_is_said_of_the_person_beside_is_theirs(text: str, codes: set[str]) -> None:
    read = understand(text, "story")
    heard = {one.code for one in read.concepts if one.polarity == "yes"}
    assert heard >= codes
    assert not heard & {"stage.in_work", "constraint.part_time", "interest.writing_reading"}
    assert all(read.text[one.start : one.end] == one.words for one in read.concepts)


def test_a_helper_who_has_told_nothing_yet_is_greeted_as_one() -> None:
    assert command("I'm with a customer, I've only got ten minutes", "interests") == "beside_someone"


def test_who_works_at_a_library_and_is_with_nobody_has_a_job() -> None:
    assert "stage.in_work" in {one.code for one in understand("I work at the library").concepts}


def test_danger_is_heard_in_the_whole_of_it() -> None:
    assert understand("I'm with a customer, he says he wants to kill himself").crisis == "act"
