"""A way to be reached, given unasked: "my email is …", "ring me on 07700 900123"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\w)\+?\d(?:[\s().-]?\d){8,13}(?!\w)")
_LONGEST = 12
_RING_ME = re.compile(r"\b(?:ring|call|phone|text)\s+(?:me|us)\b", re.IGNORECASE)


class Contact(NamedTuple):
    way: Literal["email", "phone"]
    words: str


def contact(text: str) -> Contact | None:
    """What a short message gives to be reached by; a story that holds a number tells more than that."""
    if len(_PHONE.sub("0", text).split()) > _LONGEST:
        return None
    email, phone = _EMAIL.search(text), _PHONE.search(text)
    if email:
        return Contact("email", email[0])
    return Contact("phone", phone[0]) if phone else None


def holds_number(text: str) -> bool:
    """Whether a phone number stands in it, however long it is."""
    return _PHONE.search(text) is not None


def last_digits(texts: Iterable[str], many: int = 3) -> str:
    """The end of the number that stands last in them; empty where none holds one."""
    found = [number[0] for text in texts for number in _PHONE.finditer(text)]
    return re.sub(r"\D", "", found[-1])[-many:] if found else ""


def asks_to_be_rung(text: str, *, beside_letter: bool) -> bool:
    """Of us, who have a question of our own for the number; beside a letter "you can ring me" is said to its place."""
    to_a_place = r"\b(?:they|you)\b" if beside_letter else r"\bthey\b"
    return bool(_RING_ME.search(text)) and not re.search(to_a_place, text, re.IGNORECASE)
