"""One wording that a phrase of a data file stands for: to teach with, and to test that phrases find themselves."""

from __future__ import annotations

import random


def worded(phrase: str, chance: random.Random) -> str:
    """Alternatives are chosen by chance, gaps left empty, named groups dropped."""
    while "(" in phrase or "[" in phrase:
        start = max(phrase.rfind("("), phrase.rfind("["))
        end = min(i for i in (phrase.find(")", start), phrase.find("]", start)) if i > 0)
        choices = phrase[start + 1 : end].split("|") + ([""] if phrase[start] == "[" else [])
        phrase = phrase[:start] + chance.choice(choices) + phrase[end + 1 :]
    words = (word.lstrip("=^") for word in phrase.split() if word[0] not in "_<$")
    return " ".join(word for word in words if word)
