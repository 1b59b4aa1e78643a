"""Mornings that begin late stay mornings, with the hour from which they suit."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand


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
        ("evenings", [("evenings_weekends", "yes", "evenings")]),
    ],
)
def test_late_mornings_are_no_evenings(text: str, heard: list[tuple[str, str, str]]) -> None:
    assert times(text) == heard
