"""Who comes along, as a letter tells it: never somebody who died, left or is lost."""

from __future__ import annotations

import pytest

from introductions.company import comes_told


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("my sister comes with me", "sister"),
        ("My daughter can help. She'll come with me", "daughter"),
        ("can I come with my neighbor", "neighbor"),
        ("my son is coming, he passed his test", "son"),
        ("my mum has passed and my dad comes along", "dad"),
        ("i lost my husband in march so i might cry. an ask if i can come when theres just one or two", ""),
        ("my husband is dead so i would come alone", ""),
        ("my husband (he died) used to join", ""),
        ("before my wife pass. i want to come tuesdays", ""),
        ("my partner left me and i would like to come in the morning", ""),
        ("since losing my dad i find coming hard", ""),
        ("my mum thinks i should come along", ""),
    ],
)
def test_who_comes_along(words: str, who: str) -> None:
    told = comes_told(words) or ""
    assert (who in told) if who else not told
