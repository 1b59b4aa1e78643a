"""Hard things that are told in passing, and what only sounds like one."""

from __future__ import annotations

import pytest

from knowledge.kindness import tells_hard


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("just out of hospital", ["illness"]),
        ("im just back home from hospital", ["illness"]),
        ("had an operation in march", ["illness"]),
        ("been really poorly", ["illness"]),
        ("not been well", ["illness"]),
        ("my mum died", ["bereavement"]),
        ("i worked in a hospital for years", []),
        ("i want to be a nurse", []),
        ("is there anything for my son", []),
        ("i like sewing", []),
    ],
)
def test_a_hard_thing_is_heard(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in tells_hard(text)] == kinds
