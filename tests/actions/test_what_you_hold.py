"""The copy of what is held names places, and says when it is not all."""

from __future__ import annotations

from datetime import timedelta

from actions.rights import HELD_SHOWN, Privacy, WhatYouHold
from introductions import Introductions
from introductions.model import Heard
from nwd.clock import FrozenClock
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA, Story


def test_places_that_looked_are_named(story: Story, room: Introductions, run: Run) -> None:
    _, token = story.sent()
    room.open_link(token)
    room.log_access(MARCIA, "provider:gone", "letter")
    said = run(WhatYouHold)
    assert said.names == ["utter_hold"]
    assert "Thread & Kettle, 03 November" in said.messages[0]["looks"]
    assert "provider:" not in str(said.messages)


def test_more_than_a_dozen_is_said_with_where_the_whole_copy_is(
    story: Story, room: Introductions, run: Run, clock: FrozenClock
) -> None:
    _, token = story.sent()
    for _ in range(HELD_SHOWN + 3):
        room.open_link(token)
        clock.move(timedelta(days=1))
    heard = [Heard("concept", f"interest.{n}", f"interest.{n}", "yes", f"thing {n}") for n in range(HELD_SHOWN + 2)]
    room.remember(MARCIA, heard, turn="t2", key="t2:x")
    said = run(WhatYouHold)
    assert said.names == ["utter_hold_part"]
    told = len({fact.words for fact in room.facts(MARCIA)})
    assert said.messages[0]["facts"].endswith(f", and {told - HELD_SHOWN} more")
    assert said.messages[0]["looks"].endswith(", and 3 more")
    assert said.messages[0]["letters"] == "Thread & Kettle"


def test_a_no_is_shown_as_a_no(story: Story, room: Introductions, run: Run) -> None:
    story.known()
    room.remember(
        MARCIA, [Heard("concept", "interest.retail", "interest.retail", "no", "shops")], turn="t2", key="t2:x"
    )
    assert "no to: shops" in run(WhatYouHold).messages[0]["facts"]


def test_who_sees_this_names_the_places_that_had_a_letter_and_no_other(
    story: Story, room: Introductions, run: Run
) -> None:
    story.known()
    assert run(Privacy).names == ["utter_privacy"]
    story.sent()
    said = run(Privacy)
    assert said.names == ["utter_privacy_letters"]
    assert said.messages[0]["places"] == "Thread & Kettle"
