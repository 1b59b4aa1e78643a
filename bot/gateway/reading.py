"""What is left of a message once control characters are out and the length is bounded."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Longer messages are read up to here, and the person is told so. About two pages.
LONGEST_READ = 4000


@dataclass(frozen=True)
class Read:
    text: str
    cut: bool = False

    @property
    def has_words(self) -> bool:
        """False for empty messages and for those of emoji, dots and dashes alone."""
        return any(character.isalnum() for character in self.text)


def read(raw: str) -> Read:
    """Clean text, never longer than LONGEST_READ, cut at a space where it must be."""
    text = "".join(c for c in raw if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn"))
    text = re.sub(r"[ \t]+", " ", re.sub(r"\n{3,}", "\n\n", text)).strip()
    if len(text) <= LONGEST_READ:
        return Read(text)
    head = text[:LONGEST_READ]
    space = head.rfind(" ")
    return Read(head[:space] if space > LONGEST_READ // 2 else head, cut=True)
