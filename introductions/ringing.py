"""A first step on the phone: whether the place has a number for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from knowledge.understanding.contact import holds_number
from knowledge.understanding.ringing import needs_a_number

Ringing = Literal["no_call", "given", "missing"]
"""No call, or one to the place's own number; else whether the place was given a number of theirs."""


def ringing(first_step: str | None, when: str | None, told: Iterable[str]) -> Ringing:
    """``told``: the letter, and what its person passed on since."""
    if not needs_a_number(f"{first_step or ''} {when or ''}"):
        return "no_call"
    return "given" if any(map(holds_number, told)) else "missing"
