"""Everyday words in which danger was heard: a crisis of an illness, a boss, the school run, a helper's own words."""

from __future__ import annotations

import pytest

from knowledge.safety import check

_HARMLESS = (
    "do i have to go if im having a bad day, what if i cant get out of bed",
    "I do like the job. But Ive had 3 crises this year and ended up in hospital with two and theres a sickness meeting",
    "had four bad flare ups this year, boss not happy",
    "My sickness meeting is this Wednesday and I am scared they will give me a final warning",
    "im scared they will sack me for being off",
    "worried they might turn me down cos of my gap",
    "scared they will laugh at my english",
    "afraid that they will not take me at my age",
    (
        "No, I am the librarian, that's me. Mrs Warsame used to cook for weddings, and she sews. Her knees are bad and "
        "she has blood pressure. She says the house is too quiet now the children are gone."
    ),
    "Mrs Warsame has to go to get the boy soon. How will she hear back, she has a phone with whatsapp",
    (
        "She says she will use theirs, hers is too heavy to carry. And she says thank you to the Somali lady. What day "
        "can she come?"
    ),
    "Mrs Ali will bring her own needles. Can she come on the bus?",
    "he says he used to drive a van and he will wait for the letter. when can he start?",
)
_DANGER = (
    "scared they will find me",
    "scared he will come back tonight",
    "im scared they will hurt me",
    "Mrs Khan says her husband hits her",
    "Mr Brown shouts at me and locks me in",
    "she says he takes her money, can she come to you?",
    "my mental health crisis is bad, i want to die",
    "the kids are left alone when she goes to work",
)


@pytest.mark.parametrize("text", _HARMLESS)
def test_everyday_words_raise_no_alarm(text: str) -> None:
    assert check(text).level == "none"


@pytest.mark.parametrize("text", _DANGER)
def test_danger_beside_them_is_heard(text: str) -> None:
    assert check(text).level != "none"


def test_who_cannot_get_out_of_bed_is_not_locked_in() -> None:
    assert check("what if i cant get out of bed", after_danger=True).level == "none"
