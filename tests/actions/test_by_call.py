"""A first step that is a call: nowhere to go, who rings whom, and on which number."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from actions.calls import calls_said
from bot.copy import Copy
from introductions.model import Introduction, Visit

NOT_TALKED = Visit(None)
NUMBER = "By phone on 07700 900 456."


@dataclass
class Told:
    page_text: str
    words: tuple[str, ...] = ()


@dataclass
class OfCalls:
    """As much of the actions' ``Deps`` as a call needs; ``read`` is what the place read."""

    read: Told
    say: Any = field(default_factory=lambda: Copy().text)

    @property
    def introductions(self) -> Any:
        return self

    def told_place(self, _: str) -> Told:
        return self.read


def said(step: str, read: Told, visit: Visit = NOT_TALKED) -> str:
    one = Introduction.__new__(Introduction)
    values = {"id": "i1", "first_step": step, "when": "Tuesday at 10", "visit": visit}
    for name, value in values.items():
        object.__setattr__(one, name, value)
    return calls_said(OfCalls(read), one)  # type: ignore[arg-type]


@pytest.mark.parametrize("step", ["a video call", "a call on zoom", "they post you a link to a call", "come for tea"])
def test_what_is_no_phone_call_has_nobody_ring(step: str) -> None:
    assert said(step, Told("")) == ""


@pytest.mark.parametrize(
    ("step", "read", "words"),
    [
        ("I ring you for a chat", Told(NUMBER), "They ring you, on your number that ends in 456."),
        ("I will ring you for a chat", Told("", ("my number is 07700 900123",)), "ends in 123"),
        ("We'll call you from 020 7946 0000", Told(""), "They have no number of yours"),
        ("ring me for a chat", Told(""), "You ring them. I have no number of theirs"),
        ("give us a call on 020 7946 0000", Told(NUMBER), "You ring them, on the number they wrote."),
        ("a chat on the phone", Told(NUMBER), "They don't say who rings first."),
        ("I ring you", Told("", ("no calls please",)), "You told them that you'd rather have no calls."),
        ("a chat on the phone", Told(""), "They don't say who rings whom. They have no number of yours"),
    ],
)
def test_it_is_said_who_rings_and_on_which_number(step: str, read: Told, words: str) -> None:
    assert words in said(step, read)
    assert "900" not in said(step, read)


def test_where_they_come_instead_nobody_rings() -> None:
    moved = Visit(date(2026, 12, 3), words="just come on Thursday and ask for me", moved=True)
    assert said("I ring you for a chat", Told(NUMBER), moved) == ""
