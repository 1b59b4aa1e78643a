"""Whether people drink at a place is asked of it; what somebody drinks, or may drink there, is not."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.drinking import asks_of_drink


@pytest.mark.parametrize(
    "text",
    [
        "is other people there who drink? can be problem for me",
        "do they drink there, beer after work? i ask because i am sober",
        "is there alcohol there?",
        "do the lads go drinking after?",
        "will there be people who drink?",
        "do they go to the pub?",
    ],
)
def test_it_is_asked_of_the_place(text: str) -> None:
    assert command(text, None) == "about_place"
    assert ("health.addiction", "no") not in {(one.code, one.polarity) for one in understand(text).concepts}


@pytest.mark.parametrize(
    "text",
    [
        "can i drink tea there?",
        "do they drink tea?",
        "i used to drink",
        "i am sober 8 months",
        "is it quiet?",
        "is there anywhere without alcohol?",
        "can i have a drink of water?",
    ],
)
def test_it_is_not(text: str) -> None:
    assert not asks_of_drink(text)
