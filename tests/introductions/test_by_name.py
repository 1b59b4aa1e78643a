"""Places that were shown before, as people go back to them."""

from __future__ import annotations

import pytest

from introductions.by_name import only_named, shown_before
from introductions.model import Offer
from knowledge.directory import Directory
from knowledge.listing import Provider, Service

SHOWN = Directory.of(
    providers=[
        Provider("hall", "Windrow Hall"),
        Provider("voices", "Viaduct Voices"),
        Provider("collar", "Muddy Collar"),
        Provider("kettle", "Thread & Kettle"),
    ],
    services=[
        Service("piano", "hall", "Piano hour with headphones", summary="Play what you know."),
        Service("sing", "voices", "Sing under the arches", summary="Sing anything from gospel to pop."),
        Service("dog", "collar", "A dog at your door", summary="A calm old dog calls on you at home."),
        Service("circle", "kettle", "Thursday sewing circle", summary="Sew, mend or just sit with tea."),
    ],
)
OFFERS = [
    Offer(number, service, turn)
    for number, (service, turn) in enumerate([("piano", "a"), ("sing", "a"), ("dog", "b"), ("circle", "c")], start=1)
]


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("the 1st ones again", ["piano", "sing"]),
        ("show me the first lot again", ["piano", "sing"]),
        ("the second ones", ["dog"]),
        ("the ones before", ["dog"]),
        ("the previous ones", ["dog"]),
        ("go bak to the piano one", ["piano"]),
        ("the dog one again", ["dog"]),
        ("back to the first one", ["piano"]),
        ("go back to viaduct voices", ["sing"]),
        ("the swimming one again", []),
    ],
)
def test_which_places_are_meant(text: str, services: list[str]) -> None:
    assert shown_before(SHOWN, OFFERS, text) == services


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("windrow hall", "piano"),
        ("Thread and Kettle please", "circle"),
        ("show me viaduct voices again", "sing"),
        ("tell me more about windrow hall", None),
        ("introduce me to windrow hall", None),
        ("i like the hall", None),
        ("sewing", None),
    ],
)
def test_a_bare_name_is_no_other_wish(text: str, service: str | None) -> None:
    assert only_named(SHOWN, OFFERS, text) == service
