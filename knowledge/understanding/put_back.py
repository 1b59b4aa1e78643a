"""What is to come back into a letter: "put baking back in", "put back that I want to stay", "bring X back"."""

from __future__ import annotations

from knowledge.understanding.letter_words import ASK_US, FILLER, shape

_PUT = r"(?:put|add|bring|pop|stick|get|have|want|need)"
_SMALL = r"(?:(?:also|please|pls|just|then|maybe)\s+)*"
_TO_US = r"(?:\s+(?:again|please|pls|then|now|thanks|ta))*"
_SHAPES = (
    shape(rf"^{FILLER}{ASK_US}{_SMALL}{_PUT}\s+back(?:\s+in)?\s*:?\s+(?:(?:that|about|in)\s+)*(?P<new>\S.*)$"),
    shape(
        rf"^{FILLER}{ASK_US}{_SMALL}{_PUT}\s+(?P<new>[^.;!?]+?)(?<!\bmy)(?<!\bbad)(?<!\bsore)(?<!\bthe)(?<!\bhis)"
        r"(?<!\bher)(?<!\blower)(?<!\ba)(?<!\bgo)(?<!\bget)(?<!\bcome)(?<!\bgoing)(?<!\bgetting)(?<!\bcoming)"
        rf"\s+back(?:\s+(?:in|into|on|to)(?:\s+(?:it|there|the letter|my letter))?|\s+there)?{_TO_US}"
        r"(?:\W*$|\s*[,.;!]\s*(?P<more>\S.*)$)"
    ),
)


def put_back(said: str) -> tuple[str, str] | None:
    """What comes back, and what is said behind it; None where nothing does."""
    for one in _SHAPES:
        if found := one.match(said):
            return found["new"].strip(" ,.;!"), (found.groupdict().get("more") or "").strip(" ,")
    return None
