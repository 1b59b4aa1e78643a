"""Who can bear no group is not sent into a small one first."""

import pytest

from knowledge.matching import match
from knowledge.musts import shuns_groups
from knowledge.profile import Profile, Said
from tests.knowledge.builders import SEWING, TODAY, a_directory, a_service


@pytest.mark.parametrize(
    ("words", "shuns"),
    [
        ("hate groups", True),
        ("like 1 person", True),
        ("can't do groups", True),
        ("one to one", True),
        ("big groups", False),
        ("hate big groups", False),
        ("small groups", False),
        ("lots of people", False),
    ],
)
def test_which_words_leave_no_group(words: str, shuns: bool) -> None:
    assert shuns_groups(words) is shuns


@pytest.mark.parametrize(("words", "first"), [("hate groups", "pair"), ("big groups", "small")])
def test_a_small_group_is_among_others_for_who_hates_groups(words: str, first: str) -> None:
    directory = a_directory(
        a_service("small", formats=("group",), group_size=5, summary="A sewing circle."),
        a_service("pair", formats=("one_to_one",), interests=(), summary="Sew with one other."),
    )
    person = Profile(concepts=(Said(SEWING, "sewing"), Said("constraint.no_groups", words)))
    assert match(person, directory, today=TODAY).matches[0].service_id == first
