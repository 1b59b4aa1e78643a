"""Words or a letter that are to stay here, said without naming the sending."""

from __future__ import annotations

import pytest

from knowledge.understanding.sending import on_sending


@pytest.mark.parametrize(
    ("text", "of_words", "of_letter"),
    [
        ("nah hold it back", "leave", "leave"),
        ("i don't want them to get this", "leave", "leave"),
        ("no make them see this one", "leave", "leave"),
        ("nah bin it", "leave", "leave"),
        ("i dont want them to know that", "leave", None),
        ("let them have it", "send", None),
        ("don't let them have it", "leave", "leave"),
        ("don't let them see this line", None, None),
        ("can you hold it back?", None, None),
        ("i don't want them to know that i was in prison", None, None),
    ],
)
def test_what_is_said_of_words_and_of_a_letter(text: str, of_words: str | None, of_letter: str | None) -> None:
    assert (on_sending(text), on_sending(text, letter=True)) == (of_words, of_letter)
