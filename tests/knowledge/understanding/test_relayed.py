"""A yes that a helper passes on counts in the person's own words of consent alone; and where answers are read."""

from __future__ import annotations

import pytest

from knowledge.understanding.relayed import (
    asks_where_answers_come,
    goes_on_elsewhere,
    relayed_consent,
    relays_a_yes,
    speaks_for_another,
)


@pytest.mark.parametrize(
    ("text", "relays", "consent"),
    [
        ("he says yes, i agree", True, "i agree"),
        ("she says yes i agree send it", True, "i agree send it"),
        ("Delroy says I agree, send it", True, "i agree send it"),
        ('she said "i agree", she\'s 44', True, "i agree"),
        ("Mrs Warsame says yes, she is 54 and she agrees, you can keep it.", True, "i agree"),
        ("Mr Obi says yeah he agrees", True, "i agree"),
        ("Mrs Warsame says leave it like that, I agree send it", True, "i agree send it"),
        ("he says yes i agree, he is 15", True, None),
        ("she says yes send it", True, None),
        ("hes saying yes thats fine, hes 52", True, None),
        ("she says yes to that, she is 44", True, None),
        ("he agrees", True, None),
        ("delroy says yes", True, None),
        ("thats a yes from her", True, None),
        ("that page says yes", False, None),
        ("he says i agree with you about the weather", True, None),
        ("he says he doesnt agree", False, None),
        ("he says yes but change the name", False, None),
        ("i agree", False, None),
    ],
)
def test_what_a_passed_on_yes_holds(text: str, *, relays: bool, consent: str | None) -> None:
    assert relays_a_yes(text) is relays
    assert relayed_consent(text, to_keeping=True) == consent


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("she says yes", True),
        ("ok he agrees", True),
        ("Mrs Warsame says yes thats fine", True),
        ("hes saying yes", True),
        ("so she said yes send it", True),
        ("mum says yes", False),
        ("he says no", False),
        ("my mate says its fine", False),
        ("yes", False),
        ("he is happy but not with that line", False),
    ],
)
def test_a_passed_on_yes_tells_that_somebody_types_for_another(text: str, *, tells: bool) -> None:
    assert speaks_for_another(text) is tells


@pytest.mark.parametrize(
    ("text", "consent"),
    [
        ("she says yes, she agrees", None),
        ("he says yes, i agree", "i agree"),
        ("she says yes, he agrees", None),
        ("he says yes, nobody agrees", None),
        ("she nods yes, nurse agrees", None),
        ("mr khan says yes, mrs agrees", None),
    ],
)
def test_a_letter_needs_the_very_words_and_of_one_person(text: str, consent: str | None) -> None:
    assert relayed_consent(text) == consent
    if "she agrees" not in text:
        assert relayed_consent(text, to_keeping=True) == consent


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("can he get the answer here at the library desk", True),
        ("where do the answers go, he has no phone", True),
        ("how will he hear back without a phone", True),
        ("How will she hear back, she has a phone with whatsapp", True),
        ("will the reply come to this computer", True),
        ("any news", False),
        ("is there an answer", False),
        ("where is the library", False),
    ],
)
def test_where_answers_come_is_asked(text: str, *, asks: bool) -> None:
    assert asks_where_answers_come(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Mrs Warsame is off now. Can she carry on with this on her own phone?", True),
        ("how can i do the rest on my phone?", True),
        ("can he ring on his phone?", False),
        ("she has her own phone", False),
    ],
)
def test_who_goes_on_elsewhere_is_heard(text: str, *, asks: bool) -> None:
    assert goes_on_elsewhere(text) is asks
