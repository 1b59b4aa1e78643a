"""A name that is known is put right by other words, and by nothing that is about something else."""

from __future__ import annotations

import pytest

from introductions.renaming import renamed


@pytest.mark.parametrize(
    "text",
    [
        "actually put Dee not Deandra",
        "its Dee, not Deandra",
        "no not deandra, Dee",
        "i said Deandra but its Dee",
        "sorry I said Deandra, I meant Dee",
        "change Deandra to Dee please",
        "use Dee instead of Deandra",
    ],
)
def test_these_put_it_right(text: str) -> None:
    assert renamed(text, "Deandra") == "Dee"
    assert renamed(text, "Mo") is None
    assert renamed(text, None) is None


@pytest.mark.parametrize("text", ["mornings not evenings", "not Deandra", "Deandra", "Deandra said i should come", ""])
def test_these_leave_it(text: str) -> None:
    assert renamed(text, "Deandra") is None
