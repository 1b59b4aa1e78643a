"""What the very first words ask, or say of who writes them."""

from __future__ import annotations

import pytest

from knowledge.understanding.opening import opening


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("im scared", "frightened"),
        ("hi, I'm a bit nervous about this", "frightened"),
        ("nervous", "frightened"),
        ("is this a scam", "real"),
        ("are you legit?", "real"),
        ("is this for real", "real"),
        ("Hello, I'm a librarian", "perhaps_helper"),
        ("i work at the library", "perhaps_helper"),
        ("Hello, I'm a librarian, I have Kwame with me", "helper"),
        ("I'm with a customer", "helper"),
        ("hello", None),
        ("i like sewing", None),
        ("he is scared of heights", None),
        ("i want real work", None),
    ],
)
def test_first_words_are_heard(text: str, kind: str | None) -> None:
    assert opening(text) == kind
