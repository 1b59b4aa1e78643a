"""What tells of somebody's health comes into no line but its own, however it is asked for, and never into the mail."""

from __future__ import annotations

from itertools import product

import pytest

from introductions.fields import FIELDS, IN_MAIL, agreed_to, edited
from introductions.health_words import names_health
from introductions.letter import write
from introductions.model import DraftField
from introductions.rewording import change, written
from knowledge.understanding.letter_reading import read_beside_letter
from tests.introductions.test_letter_fields import envelope

LINES = {
    "name": "Pat",
    "enjoys": "sewing, gardening",
    "worked": "joiner",
    "hopes": "some company, a job that suits",
    "times": "mornings",
    "own": "I am shy at first",
    "reply_way": "through this chat",
}
BEFORE = {name: DraftField(bool(LINES.get(name)), LINES.get(name, "")) for name in FIELDS}
ILLS = (
    "my bad back", "a job that suits my bad back", "I have MS and get tired", "managing depression",
    "joiner till i had a breakdown", "sewing when my hands let me with the arthritis", "not mornings, my tablets",
    "i was in hospital last year", "i have bad days n need to rest after",
)  # fmt: skip
ASKED = (
    "put in {ill}", "add that {ill}", "instead of sewing put {ill}", "change joiner to {ill}", "some company -> {ill}",
    "swap a job that suits for {ill}", "not mornings but {ill}", "it should say: some company and {ill}", "work: {ill}",
    "the times should say {ill}", "where it says I am shy at first put {ill}", "under what i enjoy say {ill}",
    "take gardening out and put {ill}", "my words: {ill}",
)  # fmt: skip


def after(made: list[tuple[str, str]]) -> dict[str, DraftField]:
    fields = dict(BEFORE)
    for field, text in made:
        fields[field] = edited(field, text, fields[field])
    return fields


def stray(fields: dict[str, DraftField]) -> list[str]:
    return [name for name in FIELDS if name not in ("health", "helps") and names_health(fields[name].text)]


@pytest.mark.parametrize(("asked", "ill"), [*product(ASKED, ILLS)])
def test_no_way_of_asking_puts_it_into_another_line(asked: str, ill: str) -> None:
    wishes = [one.edit for one in read_beside_letter(asked.format(ill=ill)) if one.edit]
    fields = dict(BEFORE)
    for wish in wishes:
        for field, text in change(fields, wish):
            fields[field] = edited(field, text or "", fields[field])
    assert stray(fields) == []


@pytest.mark.parametrize(("line", "ill"), [*product(("enjoys", "worked", "hopes", "times", "own"), ILLS)])
def test_no_line_that_is_written_anew_holds_it(line: str, ill: str) -> None:
    fields = after([(one.field, one.text or "") for one in written(BEFORE, line, ill)])
    assert stray(fields) == []
    assert "health" in agreed_to(fields)
    assert "including about health" in write(fields, envelope())["shown_text"]


@pytest.mark.parametrize("line", IN_MAIL[1:])
def test_the_mail_says_nothing_of_health_whatever_line_holds_it(line: str) -> None:
    fields = BEFORE | {line: DraftField(on=True, text="a job for my bad back", sensitive=True)}
    texts = write(fields, envelope())
    assert "bad back" in texts["page_text"]
    assert "bad back" not in texts["mail_text"] + texts["mail_html"]
    assert "health" in agreed_to(fields)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("helps", "fares paid please"),
        ("helps", "no internet at home"),
        ("helps", "short words please"),
        ("own", "I've been out of work two years"),
        ("language", "Portuguese is easiest"),
        ("times", "around the school run"),
        ("worked", "porter in a hospital"),
    ],
)
def test_what_is_about_neither_is_agreed_to_as_neither(line: str, text: str) -> None:
    before = BEFORE | {line: DraftField(on=False, text="a way in without steps", sensitive=True)}
    fields = before | {line: edited(line, text, before[line])}
    assert "including" not in write(fields, envelope())["shown_text"]
    assert "health" not in agreed_to(fields)
