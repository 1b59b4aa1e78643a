"""Other words for the same thing tell a garden from a walk where one code holds both."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.liking import SAME_WORDS
from knowledge.matching import match
from knowledge.own_words import _DATA, Vocabulary
from knowledge.profile import Profile, Said
from knowledge.sample import SAMPLE_DAY, load_sample
from knowledge.yaml_files import read_yaml
from tests.knowledge.builders import a_service as service

GROWS = "interest.gardening_nature"


def test_a_word_stands_in_one_line_only() -> None:
    words = Counter(word for line in read_yaml(_DATA.with_name("same_things.yaml"))["things"] for word in line.split())
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("words", "summary", "alike"),
    [
        ("growing tomatoes", "Sow, pot or pick with whoever turns up.", True),
        ("roses", "Plant, weed or water.", True),
        ("growing tomatoes", "Walk a rescue dog round the quiet paths.", False),
        ("knitting", "A sewing circle with tea.", True),
        ("knitting", "A pottery table with tea.", False),
        ("long walks", "Sow, pot or pick.", False),
    ],
)
def test_other_words_for_it_are_found(words: str, summary: str, alike: bool) -> None:
    found = Vocabulary([service(summary=summary, name="Tuesdays", about="")]).alike([words])
    assert bool(found) is alike


def test_the_very_words_count_for_more() -> None:
    vocabulary = Vocabulary([service(summary="Sow tomatoes.", name="Tuesdays", about="")])
    (_, by_words), (_, alike) = vocabulary.find(["tomatoes"])[0][0], vocabulary.alike(["tomatoes"])[0][0]
    assert SAME_WORDS * alike < SAME_WORDS * by_words


def test_who_grew_tomatoes_is_shown_a_garden_among_the_first() -> None:
    profile = Profile(concepts=(Said("support.social_engagement", "company"),), past=(Said(GROWS, "growing tomatoes"),))
    first = match(profile, load_sample(), today=SAMPLE_DAY, limit=3).matches
    services = load_sample().services
    assert "growing groups" in {services[one.service_id].like_group for one in first}
