"""Who may come along, asked beside other words as well."""

from __future__ import annotations

import pytest

from knowledge.understanding.coming import asks_who_may_come
from knowledge.understanding.commands import command


@pytest.mark.parametrize(
    "text",
    [
        "can my husband come with me",
        "can my daughter come",
        "can i go with my mate",
        "can my partner come too",
        "looks nice. could my older sister join?",
        "is it ok if my carer comes along",
        "i only speak little english, can my daughter come with me?",
        "can i bring my two boys' dad... can i bring a friend",
    ],
)
@pytest.mark.parametrize("asked", [None, "hopes", "letter_decision", "chosen_name"])
def test_it_is_asked(text: str, asked: str | None) -> None:
    assert command(text, asked) == "who_may_come"


@pytest.mark.parametrize(
    "text",
    [
        "can someone come to my house",
        "my husband comes home late",
        "can my daughter get a job",
        "can i take my time",
        "how many people come",
        "my friend told me to come",
    ],
)
def test_it_is_not(text: str) -> None:
    assert not asks_who_may_come(text)


def test_who_wants_to_be_introduced_is() -> None:
    assert command("introduce me, can my daughter come?", None) == "want_introduction"
