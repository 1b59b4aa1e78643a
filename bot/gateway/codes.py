"""What a one-time code looks like. It carries a figure, and no letters that are mistaken for one another."""

from __future__ import annotations

import hashlib
import re

ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
LENGTH = 6
_SHAPE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")
_QUOTES = " \"'“”"
_APART = re.compile(r"[\s.-]+")


def code_of(text: str) -> str | None:
    """The code that a whole message is, however it is spaced or written; None for words, numbers and postcodes."""
    code = _APART.sub("", text.strip(_QUOTES)).upper()
    return code if is_code(code) else None


def is_as_told(text: str) -> bool:
    """Written as codes are told, capitals in one piece. "aged 47" has the letters of one, and may be an answer."""
    return is_code(text.strip(_QUOTES))


def is_code(code: str) -> bool:
    """Letters and figures both, and no postcode, so that no answer to a question is taken for one."""
    mixed = any(c.isdigit() for c in code) and any(c.isalpha() for c in code)
    return mixed and bool(_SHAPE.fullmatch(code)) and not _POSTCODE.fullmatch(code)


def made_from(secret: str) -> str:
    """A code drawn from a long secret; the same secret always gives the same code."""
    while True:
        secret = hashlib.sha256(secret.encode()).hexdigest()
        code = _drawn(int(secret, 16))
        if is_code(code):
            return code


def _drawn(number: int) -> str:
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)
