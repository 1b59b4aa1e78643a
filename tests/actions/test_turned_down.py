"""What somebody turns down by its name leaves out places of that name, and no others."""

from __future__ import annotations

import pytest

from actions.turned_down import is_turned_down
from knowledge.sample import load_sample

DIRECTORY = load_sample()


@pytest.mark.parametrize(
    ("words", "service", "gone"),
    [
        ("churches", "ember-benefits-morning", False),
        ("chapels", "ember-benefits-morning", True),
        ("charity shops", "windrow-charity-shop", True),
        ("charity shops", "guild-professional-returns", False),
        ("record shops", "guild-professional-returns", True),
        ("railway arches", "plantain-trainee", True),
    ],
)
def test_all_words_of_the_thing_have_to_be_theirs(words: str, service: str, gone: bool) -> None:
    listing = DIRECTORY.services[service]
    assert is_turned_down([words], listing, DIRECTORY.providers[listing.provider_id]) is gone
