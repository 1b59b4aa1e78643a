"""Who meets somebody the first time, in the listing's own words, or nobody where it does not say."""

from __future__ import annotations

import pytest

from knowledge.first_visit import who_meets
from knowledge.matching import match
from knowledge.profile import Profile, Said
from tests.knowledge.builders import SEWING, TODAY, a_directory, a_service


@pytest.mark.parametrize(
    ("first_visit", "said"),
    [
        (
            "Imelda meets you alone the week before. Six people will be in the circle.",
            "Imelda meets you alone the week before.",
        ),
        ("Eight learners share two tables. Nkechi keeps a chair for you.", "Nkechi keeps a chair for you."),
        ("Gaz stands outside with a flask from nine.", "Gaz stands outside with a flask from nine."),
        ("You open it together, two of you.", ""),
        ("Twelve people and three cameras are in the room.", ""),
        ("", ""),
    ],
)
def test_who_meets_you(first_visit: str, said: str) -> None:
    assert who_meets(a_service(first_visit=first_visit)) == said


@pytest.mark.parametrize(("code", "told"), [("constraint.going_alone", True), ("constraint.cost", False)])
def test_it_is_a_reason_for_who_would_not_walk_in_alone(code: str, told: bool) -> None:
    service = a_service(first_visit="Ade meets you at the door.")
    found = match(Profile(concepts=(Said(SEWING), Said(code))), a_directory(service), today=TODAY).matches[0]
    assert ("met" in {reason.code for reason in found.reasons}) is told
