"""Words for a place without what is said to us around them."""

from __future__ import annotations

import pytest

from knowledge.understanding.framing import framed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "no no. delete the bit say send it. just: i want to bring my niece tuesday",
            "i want to bring my niece tuesday",
        ),
        ("just say i cant do mondays", "i cant do mondays"),
        ("say: can i bring my dog", "can i bring my dog"),
        ("delete the last bit. say that ill be there by ten", "ill be there by ten"),
        ("just me and my sister", "just me and my sister"),
        ("can i come at 10: or is it 11", "can i come at 10: or is it 11"),
        ("i just want to say thank you", "i just want to say thank you"),
        ("say yes please", "say yes please"),
        ("people say it is nice there", "people say it is nice there"),
    ],
)
def test_the_words_that_go_are_those_meant_for_the_place(text: str, words: str) -> None:
    assert framed(text) == words
