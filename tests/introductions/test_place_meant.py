"""Which place a message names or points at, shown before or not, and what is wished of it."""

from __future__ import annotations

import pytest

from introductions.model import Offer
from introductions.place_meant import place_meant
from knowledge.directory import Directory
from knowledge.listing import Provider, Service

PLACES = Directory.of(
    providers=[
        Provider("muster", "The Muster Room"),
        Provider("hats", "Two Hats Trust"),
        Provider("plantain", "Plantain & Pine Kitchen"),
        Provider("doorway", "Work Doorway"),
        Provider("collar", "Muddy Collar"),
        Provider("ember", "Morning Ember Chapel"),
        Provider("table", "Kitchen Table Network"),
    ],
    services=[
        Service("shed", "muster", "Tools and tea for men who served", summary="Mend things in a quiet shed."),
        Service("wobble", "hats", "The wobble hour", summary="Talk with people who have been there."),
        Service("stove", "plantain", "The spare stove", summary="A stove to hire by the hour."),
        Service("trainee", "plantain", "Paid kitchen trainee", summary="Learn to cook for a crowd, paid from day one."),
        Service("coach", "doorway", "Council work coach", summary="One coach for as long as you like."),
        Service("match", "doorway", "Council job match", summary="Jobs with fair employers."),
        Service("dog", "collar", "A dog at your door", summary="A calm old dog calls on you at home."),
        Service("pot", "ember", "The big pot", summary="Peel, stir and eat together."),
        Service("sing", "table", "Sing with the sound off", summary="Join from home."),
    ],
)
SHOWN = [
    Offer(number, service, turn)
    for number, (service, turn) in enumerate(
        [("dog", "a"), ("wobble", "a"), ("trainee", "b"), ("coach", "b"), ("match", "b")], start=1
    )
]


@pytest.mark.parametrize(
    ("text", "services", "wish"),
    [
        ("what? no i said introduce me to the muster room. my name is Gaz", ["shed"], "introduce"),
        ("Tools and tea, introduce me", ["shed"], "introduce"),
        ("no wrong one. not two hats. muster room", ["shed"], None),
        ("neither. the muster room", ["shed"], None),
        ("muster room tell me more", ["shed"], "more"),
        ("is muddy coller step free?", ["dog"], "ask"),
        ("whens mudy coler on", ["dog"], "ask"),
        ("how much is plantane kitchen", ["trainee"], "ask"),
        ("No, not council. I want Plantain kitchen!", ["trainee"], "introduce"),
        ("go with the dog one", ["dog"], "introduce"),
        ("introduce me to the sewing one", None, None),
        ("what is big pot? It is paid?", ["pot"], "more"),
        ("kitchen one. how much pay?", ["trainee"], "ask"),
        ("does he need a computer for the cooking", ["trainee"], "ask"),
        ("work doorway, introduce me please", ["coach", "match"], "introduce"),
        ("introduce me to the council job match", ["match"], "introduce"),
        ("the musster room please", ["shed"], None),
        ("Is Kitchen Table Network step free?", ["sing"], "ask"),
    ],
)
def test_a_place_is_meant(text: str, services: list[str] | None, wish: str | None) -> None:
    meant = place_meant(PLACES, SHOWN, text)
    assert (meant and list(meant.services), meant and meant.wish) == (services, wish)


@pytest.mark.parametrize(
    "text",
    [
        "introduce me",
        "introduce me to the second one",
        "not two hats",
        "i like cooking plantain with my aunt",
        "ok introduce me. But I only speak little english, can my daughter come with me?",
        "take back the muster room letter",
        "tell the muster room i am late",
        "i dont want the muster room",
        "did the muster room get my letter and what do they think of it now",
        "introduce me to a job coach",
        "i love my dog",
        "the kitchen is my favourite room at home",
        "my work went wrong and a door closed",
    ],
)
def test_none_is_meant_there(text: str) -> None:
    meant = place_meant(PLACES, SHOWN, text)
    assert meant is None or meant.wish == "ask"


def test_what_was_shown_last_comes_before_what_was_shown_ever() -> None:
    two = [*SHOWN, Offer(6, "stove", "c")]
    named = place_meant(PLACES, two, "introduce me to plantain and pine kitchen")
    assert named is not None
    assert named.services == ("stove",)
