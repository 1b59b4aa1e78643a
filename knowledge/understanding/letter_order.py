"""What is to stand elsewhere in a letter: "put the question last", "move the bit about sites to the top"."""

from __future__ import annotations

from typing import Literal

from knowledge.understanding.letter_words import ASK_US, FILLER, shape

Where = Literal["first", "last"]
_AT_ITS = r"(?:(?:at|to|on|right at|all the way to) (?:the )?(?:very )?"
_MOVES = shape(
    rf"^{FILLER}{ASK_US}(?:(?:also|please|pls|just|then)\s+)*(?:put|move|have|get|shift|stick|leave)\s+"
    r"(?P<what>(?:the|my|that|this)\s+[^.;!?,]{2,60}?)\s+"
    rf"(?:(?P<last>last|lower down|{_AT_ITS}(?:end|bottom)))"
    rf"|(?P<first>first|higher up|{_AT_ITS}(?:top|start|beginning|front))))(?:\s+of (?:it|the letter|my letter))?"
    r"(?:\s+(?:please|pls|instead|then|now))*\W*$"
)


def moved(said: str) -> tuple[str, Where] | None:
    """The words that are meant, and where they are to stand; None where nothing is to move."""
    found = _MOVES.match(said)
    return (found["what"], "last" if found["last"] else "first") if found else None
