"""A letter that was begun, and what its person tells before it is agreed to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from introductions import Introductions
from introductions.errors import StaleDraft
from introductions.fields import FIELDS
from introductions.following import following
from introductions.model import DraftField, Heard
from tests.introductions.steps import MARCIA, Story

NOTHING = DraftField(on=False, text="")


def line(text: str, told: str | None, *, on: bool = True, sensitive: bool = False) -> DraftField:
    return DraftField(on, text, sensitive, told)


@pytest.mark.parametrize(
    ("before", "now", "after"),
    [
        (line("sewing", "sewing"), line("sewing, bingo", None), line("sewing, bingo", "")),
        (line("sewing, bingo", "sewing, bingo"), line("bingo", None), line("bingo", "")),
        (line("", "", on=False), line("bingo", None), line("bingo", "")),
        (line("quilts, mostly", "sewing"), line("sewing, bingo", None), line("quilts, mostly, bingo", "")),
        (line("sewing", "sewing, bingo"), line("sewing, bingo", None), line("sewing", "")),
        (line("sewing", "sewing", on=False), line("sewing, bingo", None), line("sewing, bingo", "", on=False)),
        (
            line("a few hours", "a few hours"),
            line("a few hours, somewhere quiet", None, on=False, sensitive=True),
            line("a few hours, somewhere quiet", "", on=False, sensitive=True),
        ),
        (
            line("somewhere quiet", "somewhere quiet", sensitive=True),
            line("somewhere quiet, no steps", None, on=False, sensitive=True),
            replace(line("somewhere quiet", "", sensitive=True), waits="no steps"),
        ),
        (
            replace(line("no phone", "somewhere quiet, no steps"), waits="somewhere quiet, no steps"),
            line("no steps", None, on=False, sensitive=True),
            replace(line("no phone", ""), waits="no steps"),
        ),
        (line("sewing", None), line("sewing, bingo", None), line("sewing", "")),
    ],
    ids=[
        "told too", "taken back", "nothing was told before", "written by themselves", "taken out by themselves",
        "left out", "a need that hints at health", "one more such need in a line they put in",
        "one need less that waits", "an older draft",
    ],
)  # fmt: skip
def test_a_line_follows_what_is_told_and_stays_as_they_wrote_it(
    before: DraftField, now: DraftField, after: DraftField
) -> None:
    fields = dict.fromkeys(FIELDS, NOTHING)
    followed = following(fields | {"enjoys": before}, fields | {"enjoys": now})["enjoys"]
    assert (followed, followed.told) == (after, now.text)


def test_what_is_told_after_the_letter_was_shown_is_another_version_and_the_older_is_not_agreed_to(
    room: Introductions, story: Story
) -> None:
    shown = story.drafted()
    room.remember(MARCIA, [Heard("concept", "interest.music", "interest.music", "yes", "choir")], turn="t9", key="k9")
    now = room.fresh_draft(MARCIA)
    assert now is not None
    assert now.version == shown.version + 1
    assert "choir" in now.shown_text
    assert "choir" in now.mail_text
    with pytest.raises(StaleDraft):
        room.agree(shown.id, shown.version, how="typed", channel="web", wording="v1", key="a")


def test_looked_at_again_it_is_the_same_version(room: Introductions, story: Story) -> None:
    shown = story.drafted()
    assert room.fresh_draft(MARCIA) == shown


def test_what_was_told_with_a_change_does_not_come_in_a_second_time(room: Introductions, story: Story) -> None:
    shown = story.drafted()
    room.remember(MARCIA, [Heard("concept", "interest.music", "interest.music", "yes", "choir")], turn="t9", key="k9")
    edited = room.edit_line(shown.id, "own", "Ask me about the choir", "e")
    room.hold_lines(shown.id)
    assert room.fresh_draft(MARCIA) == edited
