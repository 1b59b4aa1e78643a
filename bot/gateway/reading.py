"""What is left of a message once control characters are out and the length is bounded."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Longer messages are read up to here, and the person is told so. About two pages.
LONGEST_READ = 4000


_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"(?: ?\n){3,}")
_ONE_CHARACTER = re.compile(r"(\S)\1{30,}")
_ONE_MARK = re.compile(r"(?P<all>(?P<mark>[^\w\s])(?: ?(?P=mark)){7})(?: ?(?P=mark))+")
_SAME_WORDS = re.compile(r"\b(?P<words>\w+(?:\W{1,3}\w+){0,3})(?:\W{1,3}(?P=words)\b){9,}")


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
    text = calm(raw)
    if len(text) <= LONGEST_READ:
        return Read(text)
    head = text[:LONGEST_READ]
    space = head.rfind(" ")
    return Read(head[:space] if space > LONGEST_READ // 2 else head, cut=True)


def calm(raw: str) -> str:
    """Without control characters, and without runs of blanks, of one character or of the same words: they say no more,
    and a shape of words may take minutes over them.
    """
    text = "".join(c for c in raw if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn"))
    text = _LINES.sub("\n\n", _SPACES.sub(" ", text)).strip()
    text = _ONE_MARK.sub(r"\g<all>", _ONE_CHARACTER.sub(lambda run: run.group()[:30], text))
    return _SAME_WORDS.sub(r"\g<words> \g<words> \g<words>", text)
