"""What a message told is said back in one line, and a name only where nothing else was told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.saying_back import say_back
from bot.copy import Copy
from introductions.model import Fact

AT = datetime(2026, 11, 3, tzinfo=UTC)
SEWING, BUSES = ("concept", "interest.arts_crafts", "sewing"), ("concept", "constraint.childcare", "the school run")
NAME = ("name", "Dee", "Dee")


def fact(field: str, value: str, words: str) -> Fact:
    return Fact("f", field, value, value if field == "concept" else None, "yes", words, "t1", AT)


@pytest.mark.parametrize(
    ("told", "response", "words"),
    [
        ([SEWING], "utter_heard", "Sewing"),
        ([BUSES], "utter_heard_around", ""),
        ([SEWING, BUSES], "utter_heard_both", "Sewing"),
        ([NAME], "utter_name_heard", "Dee"),
        ([NAME, SEWING], "utter_heard", "Sewing"),
        ([("concept", "stage.distant", "stuck in")], None, None),
    ],
)
def test_one_line_says_it_back(told: list[tuple[str, str, str]], response: str | None, words: str | None) -> None:
    out = CollectingDispatcher()
    say_back(out, Copy().text, [fact(*one) for one in told])
    said = [(one["response"], one["words"] if "words" in one else one["name"]) for one in out.messages]
    assert said == ([(response, words)] if response else [])
