"""How near a place is, by postcode district alone."""

from __future__ import annotations

import pytest

from knowledge.geography import where
from knowledge.listing import Place, Service, Slot
from knowledge.nearness import Nearness, nearest, nearness
from knowledge.week_words import in_words

NORWOOD = Place("The yard", area="West Norwood", district="SE27")


@pytest.mark.parametrize(
    ("district", "area", "how"),
    [
        ("SE27", None, "here"),
        ("SW2", None, "next"),
        ("SE1", None, "there"),
        (None, "West Norwood", "here"),
        (None, "Brixton", "there"),
        (None, None, None),
    ],
)
def test_what_two_districts_tell(district: str | None, area: str | None, how: Nearness | None) -> None:
    """Who is "in Brixton" may live in SW9, which does not meet SE27, so nothing is said of being near."""
    assert nearness(where(district, area), NORWOOD) == how


def test_the_nearest_place_is_told_and_a_private_one_never() -> None:
    hall = Place("The hall", area="Waterloo", district="SE1")
    secret = Place("The refuge", area="Brixton", district="SW9", private=True)
    service = Service("s", "p", "Tea", places=(hall, NORWOOD, secret))
    assert nearest(where("SE27", None), service) == (NORWOOD, "here")
    assert nearest(where("SW9", None), service)[0] != secret
    assert nearest(None, service) == (hall, None)


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ((Slot(1, "13:00", "16:00"),), "Tuesdays 1 to 4"),
        ((Slot(0, "10:30", "12:45"), Slot(3, "10:30", "12:45")), "Mondays and Thursdays half past 10 to quarter to 1"),
        ((Slot(5, "10:00", "13:00"), Slot(4, "19:00", "23:59")), "Fridays 7 to midnight, Saturdays 10 to 1"),
        ((), ""),
    ],
)
def test_times_of_the_week_in_words(slots: tuple[Slot, ...], words: str) -> None:
    assert in_words(slots) == words
