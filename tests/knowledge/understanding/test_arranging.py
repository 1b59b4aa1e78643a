"""Words on a visit that is agreed, which the place alone can settle."""

from __future__ import annotations

import pytest

from knowledge.understanding.arranging import arranges, brings_or_needs_somebody


@pytest.mark.parametrize(
    "text",
    [
        "can we do Wednesday morning instead?",
        "could it be thursday instead",
        "any chance of a later time",
        "can we move it back a bit",
        "i need to rearrange",
        "ill be 10 mins late",
        "running a bit late sorry",
        "im stuck on the bus",
        "i'm outside",
        "i cant find the door",
        "which door is it",
        "what floor is it on",
        "where can i park",
        "do i just walk in",
        "which number will they ring from",
        "can they ring after 2",
        "thank u. can they ring me on my mobile instead of here",
        "i missed the call",
    ],
)
def test_they_are_for_the_place(text: str) -> None:
    assert arranges(text)


@pytest.mark.parametrize(
    "text",
    [
        "when is it",
        "show me something else instead",
        "i was late to school a lot",
        "can i change something",
        "is it free",
        "a walk in the park",
        "i like cars",
        "i work on a building site",
        "can you ring me",
        "is it too late to start again",
    ],
)
def test_they_are_not(text: str) -> None:
    assert not arranges(text)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("can my sister come", True),
        ("can i bring my dog", True),
        ("can someone meet me at the door", True),
        ("could you come with me", False),
        ("thank you", False),
    ],
)
def test_somebody_comes_or_is_wanted(text: str, does: bool) -> None:
    assert brings_or_needs_somebody(text) is does
