"""What a complaint says by itself, and what is kept of one that is told in words of danger."""

from __future__ import annotations

from datetime import timedelta

import pytest

from introductions import Introductions
from introductions.complaints import named_in, tells_harm
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

PLACES = {"Thread & Kettle": "circle", "Kettle Club": "club", "Mend Shed": "mending"}


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("the man with the keys scared me", True),
        ("He grabbed my arm", True),
        ("I was really scared there", True),
        ("i felt unsafe", True),
        ("im scared of him", True),
        ("someone touched me on the stairs", True),
        ("they shouted and then a lady pushed me", True),
        ("nobody hurt me, it was just dull", False),
        ("She didn't scare me, she bored me", False),
        ("he never touched me but he was rude", False),
        ("they kept me waiting", False),
        ("you ask too much", False),
        ("it hurt my feelings", False),
        ("the door was shut", False),
    ],
)
def test_plain_words_of_harm_are_seen(text: str, harm: bool) -> None:
    assert tells_harm(text) is harm


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("at thread and kettle a man grabbed me", "circle"),
        ("The Mend Shed.", "mending"),
        ("the kettle was cold", None),
        ("it was at the shed or the club", None),
        ("thread & kettle and the mend shed", None),
        ("", None),
    ],
)
def test_a_place_is_meant_only_by_its_whole_name(text: str, place: str | None) -> None:
    assert named_in(text, PLACES) == place


def test_words_of_danger_are_kept_and_the_lead_hears_now(room: Introductions, story: Story) -> None:
    story.known()
    for _ in range(2):
        room.complain_in_danger(MARCIA, "he hit me", "t1")
    begun = room.unfinished_complaint(MARCIA)
    assert begun is not None
    assert (begun.harm, begun.text) == (True, "he hit me")
    assert sorted(mail.kind for mail in story.post()) == ["harm", "request"]


def test_more_of_it_is_the_same_complaint_until_it_is_finished(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    story.known()
    number = room.complain(MARCIA, "it was bad", story.key())
    room.complain_in_danger(MARCIA, "he hit me", "t1")
    begun = room.unfinished_complaint(MARCIA)
    assert begun is not None
    assert (begun.number, begun.text) == (number, "it was bad\nhe hit me")
    room.finish_complaint(MARCIA, number)
    assert room.unfinished_complaint(MARCIA) is None
    room.complain_in_danger(MARCIA, "he came back", "t2")
    assert [one["number"] for one in room.desk_requests()] != [number]
    clock.move(timedelta(hours=3))
    assert room.unfinished_complaint(MARCIA) is None


def test_before_a_yes_no_words_are_kept_and_the_lead_hears_all_the_same(room: Introductions, story: Story) -> None:
    room.ensure_person(MARCIA)
    room.complain_in_danger(MARCIA, "he hit me", "t1")
    [request] = room.desk_requests()
    assert (request["harm"], room.show_request(request["number"], by="jo")["text"]) == (True, "")
    assert "harm" in [mail.kind for mail in story.post()]
