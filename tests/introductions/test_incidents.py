"""A leak at a provider: contained at once, and nobody told before somebody approved the words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from introductions import Introductions
from introductions.errors import LinkError, NoIntroduction, NotFound
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

OTHER = MARCIA.replace("0b7c", "1b7c")


def draft(provider: str, exposed: Mapping[str, Any]) -> str:
    return f"{provider}: {', '.join(exposed['mail'])}"


def opened(room: Introductions, clock: FrozenClock, days: int = 1) -> dict[str, Any]:
    return room.open_incident("kettle", clock.now() - timedelta(days=days), by="jo", draft=draft)


def test_links_die_and_the_queue_waits_until_it_is_closed(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    story.agreed("circle", OTHER)
    found = opened(room, clock)
    with pytest.raises(LinkError, match="revoked"):
        room.open_link(token)
    assert story.post() == []
    clock.move(timedelta(hours=2))
    assert story.post() == []
    room.close_incident(found["id"])
    clock.move(timedelta(hours=2))
    [letter] = story.post()
    assert letter.kind == "introduction"


def test_it_lists_who_was_exposed_and_what_and_starts_72_hours(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    room.write_to_person(token, "Come on Thursday")
    story.sent("skills", OTHER)
    found = opened(room, clock)
    [one] = found["people"]
    assert (one["person"], one["introduction"]) == (MARCIA, introduction.id)
    assert one["exposed"] == {"mail": ["name", "enjoys", "hopes"], "page": ["reply_way"], "relayed": 1, "opened": True}
    assert found["report_by"] == (clock.now() + timedelta(hours=72)).isoformat()


def test_nobody_is_told_before_it_is_approved_and_each_once(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    story.sent()
    story.news()
    story.may_write(agreed=False)
    clock.move(timedelta(days=2))
    found = opened(room, clock)
    assert story.news() == []
    assert room.approve_incident(found["id"], by="jo") == 1
    [news] = room.pending_news()
    assert (news.name, news.data["text"]) == ("data_incident", "Thread & Kettle: name, enjoys, hopes")
    assert room.approve_incident(found["id"], by="jo") == 0
    assert story.news() == ["data_incident"]


def test_whoever_looks_is_in_the_access_log(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.sent()
    found = opened(room, clock)
    room.show_incident(found["id"].lower(), by="ren")
    assert [(look.who, look.what) for look in room.who_looked(MARCIA)] == [("jo", "incident"), ("ren", "incident")]


def test_what_ended_before_the_leak_was_not_exposed(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    room.not_for_us(token, "full")
    clock.move(timedelta(days=5))
    assert opened(room, clock, days=1)["people"] == []


def test_opened_again_it_is_the_same_one_with_whoever_is_found_now(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    room.not_for_us(token, "full")
    clock.move(timedelta(days=5))
    first = opened(room, clock, days=1)
    again = opened(room, clock, days=9)
    assert (again["id"], len(again["people"])) == (first["id"], 1)


def test_while_it_is_open_nobody_is_introduced_there(room: Introductions, story: Story, clock: FrozenClock) -> None:
    opened(room, clock)
    with pytest.raises(NoIntroduction, match="paused"):
        story.drafted()
    assert story.drafted("skills").provider_id == "town"


def test_erasure_takes_the_person_out_of_it(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.sent()
    found = opened(room, clock)
    assert room.export(MARCIA)["incident_exposure"][0]["message"]
    room.erase(MARCIA)
    assert room.show_incident(found["id"], by="jo")["people"] == []


def test_an_unknown_provider_is_refused(room: Introductions, clock: FrozenClock) -> None:
    with pytest.raises(NotFound):
        room.open_incident("nobody", clock.now(), by="jo", draft=draft)
