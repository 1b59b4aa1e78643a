"""A name that is put right later: "actually its Dee not Deandra" before a letter, or after one."""

from __future__ import annotations

from introductions.naming import is_sentence
from knowledge.understanding.edits import edit


def renamed(text: str, known: str | None) -> str | None:
    """The new name, where the message puts it in the place of the ``known`` one; None where it does not."""
    wish = edit(text) if known else None
    if wish is None or known is None or wish.adds or wish.words.casefold() != known.casefold():
        return None
    return wish.puts if wish.puts and not is_sentence(wish.puts) else None
