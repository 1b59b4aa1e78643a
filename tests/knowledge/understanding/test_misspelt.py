"""A condition in a spelling of somebody's own is that condition; a rare one is heard only where it is said."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand


def conditions(text: str, asked: str | None = None) -> dict[str, str]:
    found = understand(text, asked).concepts
    return {one.code.removeprefix("health."): one.words for one in found if one.code.startswith("health.")}


@pytest.mark.parametrize("asked", [None, "health", "hard"])
@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("anxiaty bad", {"anxiety": "anxiaty"}),
        ("i got bad anxiaty and arthritus", {"anxiety": "anxiaty", "musculoskeletal": "arthritus"}),
        ("bipoler", {"bipolar": "bipoler"}),
        ("im neurodivergant", {"neurodivergence": "neurodivergant"}),
        ("bad lupis", {"other": "lupis"}),
    ],
)
def test_a_misspelt_condition_is_that_condition_and_no_other(
    text: str, heard: dict[str, str], asked: str | None
) -> None:
    assert conditions(text, asked) == heard


@pytest.mark.parametrize("text", ["adhd and dyslexia", "i hear voices", "got epilepsi"])
def test_a_rare_condition_that_is_said_is_heard(text: str) -> None:
    assert conditions(text)
