"""The copy of what is held names places, and says when it is not all."""

from __future__ import annotations

from datetime import timedelta

from actions.rights import HELD_SHOWN, HoldRest, Privacy, WhatYouHold
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
    assert said.messages[0]["facts"].endswith(f"\nAnd {told - HELD_SHOWN} more.")
    assert said.messages[0]["looks"].endswith(", and 3 more")
    assert said.messages[0]["letters"] == "Thread & Kettle"
    assert said.buttons == ["hold_rest"]


def test_the_rest_is_shown_a_dozen_at_a_time_to_the_last_thing(room: Introductions, story: Story, run: Run) -> None:
    story.known(heard=())
    many = [Heard("concept", f"interest.{n}", f"interest.{n}", "yes", f"thing {n}.") for n in range(2 * HELD_SHOWN + 1)]
    room.remember(MARCIA, many, turn="t2", key="t2:x")
    first, second = run(WhatYouHold), run(HoldRest, picked={"page": 1})
    third = run(HoldRest, picked={"page": 2})
    assert [said.buttons for said in (first, second, third)] == [["hold_rest"], ["hold_rest"], []]
    shown = " ".join([first.messages[0]["facts"], second.messages[0]["lines"], third.messages[0]["lines"]])
    assert [one.words for one in many if one.words not in shown] == []
    assert run(HoldRest, picked={"page": 9}).names == ["utter_hold_part"]


def test_whoever_has_a_private_word_gives_it_before_the_rest_too(room: Introductions, story: Story, run: Run) -> None:
    story.known()
    room.expect_word(MARCIA, "setting")
    room.set_word(MARCIA, "blue heron")
    story.clock.move(timedelta(hours=1))
    assert run(HoldRest, picked={"page": 1}).names == ["utter_word_first"]


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


def test_what_was_told_stands_as_a_list_in_plain_words_by_what_it_is_about(
    story: Story, room: Introductions, run: Run
) -> None:
    story.known(heard=())
    told = [
        Heard("concept", "interest.gardening_nature", "interest.gardening_nature", "yes", "gardening"),
        Heard("concept", "constraint.women_only", "constraint.women_only", "yes", "only ladies pls"),
        Heard("concept", "support.social_engagement", "support.social_engagement", "no", "i dont need company"),
        Heard("age", "54", None, "yes", "is 54 and"),
        Heard("district", "SW2", None, "yes", "SW2"),
    ]
    room.remember(MARCIA, told, turn="t2", key="t2:x")
    assert run(WhatYouHold).messages[0]["facts"].split("\n") == [
        "", "About you: age 54, near SW2.", "You like or know: gardening.", "You'd like: women only.",
        "You said no to: some company.",
    ]  # fmt: skip
