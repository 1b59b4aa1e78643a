"""Words that pass between the two sides: kept as written, without what only machines read."""

from __future__ import annotations

import re

from introductions.errors import TooLong

LONGEST_RELAYED = 1_000
_END = re.compile(
    r"""^(?: >
      | On\b (?:[^\n]|\n(?!\n)){5,250}? \bwrote: [ \t]*$   # may run over two lines
      | -{2,} [ ]* (?:Original\ Message|Forwarded\ message)
      | _{10,} [ \t]*$
      | From: [^\n]* @
      | --[ ]?$                                               # a signature
    )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""Where somebody's own words end: their signature, or the letter that their mail program repeats."""


def relayed(text: str) -> str:
    """Trimmed, line breaks kept, control characters gone. Raises TooLong above 1,000 characters."""
    lines = ("".join(c for c in line if c.isprintable()).rstrip() for line in text.strip().splitlines())
    kept = "\n".join(lines).strip()
    if len(kept) > LONGEST_RELAYED:
        raise TooLong(f"at most {LONGEST_RELAYED} characters")
    return kept


_ADDRESS = re.compile(
    r"""(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{0,190}\w       # mail; its bounds keep long lines quick
      | (?<![\w.,:/])(?:\+\d{1,3}[ .-]?(?:\(0\)[ ]?)?|\(?0)\d(?:[ .()-]{0,2}\d){8,10}(?!\d)   # a phone number
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"\b(?:t|m|e|tel|telephone|phone|mob|mobile|e-?mail|web)\b", re.IGNORECASE)
_SIGNED, _FEW = 8, 4
"""Lines that a signature may have, and words that may stand beside an address in it."""
_LEFT_OUT = "…"


def answer_of_mail(text: str) -> str:
    """What somebody wrote above the quoted letter and their signature, without any mail address or phone number.

    A signature begins with "-- ", or it is the last lines that give little but an address.
    """
    lines = "\n".join(line.strip() for line in text.splitlines())
    end = _END.search(lines)
    return _without_addresses(lines[: end.start() if end else None].strip())


def _without_addresses(text: str) -> str:
    lines = text.splitlines()
    signed = next((n for n in range(max(0, len(lines) - _SIGNED), len(lines)) if _is_signature(lines[n])), len(lines))
    below = [line for line in lines[signed:] if not _is_signature(line)]
    return _ADDRESS.sub(_LEFT_OUT, "\n".join([*lines[:signed], *below])).strip()


def _is_signature(line: str) -> bool:
    if _ADDRESS.search(line) is None:
        return False
    beside = _LABEL.sub("", _ADDRESS.sub("", line))
    return len(re.findall(r"[^\W\d_]+", beside)) <= _FEW
