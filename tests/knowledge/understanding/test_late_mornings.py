"""Mornings that begin late stay mornings, with the hour from which they suit."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand


@pytest.mark.parametrize("text", ["the meds. shaky in the morning", "mornings im groggy", "always sick in the evening"])
def test_a_time_of_being_ill_answers_with_none_that_suits(text: str) -> None:
    assert understand(text, asked="times").answer is None


def times(text: str) -> list[tuple[str, str, str]]:
    told = understand(text, asked="times").concepts
    return [(one.code.removeprefix("constraint."), one.polarity, one.words) for one in told]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("late mornings", [("daytime_only", "yes", "late mornings")]),
        ("mid mornings pls", [("daytime_only", "yes", "mid mornings")]),
        (
            "Late mornings. My hands don't work before ten.",
            [("daytime_only", "yes", "late mornings, not before ten")],
        ),
        ("not before 10", [("not_mornings", "yes", "not before 10")]),
        ("the meds. shaky in the morning", [("not_mornings", "yes", "shaky in the morning")]),
        ("mornings im groggy", [("not_mornings", "yes", "mornings im groggy")]),
        ("fine in the morning", [("daytime_only", "yes", "morning")]),
        ("evenings", [("evenings_weekends", "yes", "evenings")]),
    ],
)
def test_late_mornings_are_no_evenings(text: str, heard: list[tuple[str, str, str]]) -> None:
    assert times(text) == heard
