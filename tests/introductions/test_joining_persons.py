"""Two persons who turn out to be one, as the introductions room keeps them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from introductions import Introductions
from introductions.errors import UnknownPerson
from introductions.model import Heard
from introductions.store.tables import ConsentRow, Row
from nwd.clock import FrozenClock
from tests.introductions.steps import COMPANY, MARCIA, SEWS, Story

PHONE = "7f1f5f0e-3b87-4a83-8d0a-0f6f4a0f2c22"


def place(value: str) -> Heard:
    return Heard("district", value, None, "yes", value)


def test_the_newest_facts_win(room: Introductions, clock: FrozenClock, story: Story) -> None:
    story.known(MARCIA, [SEWS, place("SE5")])
    clock.move(timedelta(hours=1))
    story.known(PHONE, [COMPANY, place("SW9")])
    room.join(MARCIA, PHONE, "t:join")
    told = {fact.field if fact.field == "district" else fact.code: fact.value for fact in room.facts(MARCIA)}
    assert told == {SEWS.code: SEWS.value, COMPANY.code: COMPANY.value, "district": "SW9"}


def test_older_facts_of_the_younger_chat_do_not_win(room: Introductions, clock: FrozenClock, story: Story) -> None:
    story.known(MARCIA, [])
    story.known(PHONE, [place("SW9")])
    clock.move(timedelta(hours=1))
    room.remember(MARCIA, [place("SE5")], turn="t2", key="t2:x")
    room.join(MARCIA, PHONE, "t:join")
    assert [fact.value for fact in room.facts(MARCIA) if fact.field == "district"] == ["SE5"]


def test_what_both_chats_heard_is_kept_once(room: Introductions, clock: FrozenClock, story: Story) -> None:
    story.known(MARCIA, [SEWS])
    story.known(PHONE, [SEWS])
    room.join(MARCIA, PHONE, "t:join")
    assert len(room.facts(MARCIA)) == 1


def test_nobody_is_left_under_the_younger_id(room: Introductions, story: Story, engine: Engine) -> None:
    story.known(MARCIA)
    story.sent("circle", PHONE)
    room.offer(PHONE, ["circle"], turn="t", key="t:o")
    room.join(MARCIA, PHONE, "t:join")
    with pytest.raises(UnknownPerson):
        room.person(PHONE)
    with Session(engine) as session:
        for table in Row.metadata.sorted_tables:
            if "person_id" in table.columns and table.name != "address":
                assert session.scalar(select(table.c.person_id).where(table.c.person_id == PHONE)) is None


def test_letters_and_consents_move_too(room: Introductions, story: Story, engine: Engine) -> None:
    story.known(MARCIA)
    introduction, _ = story.sent("circle", PHONE)
    room.join(MARCIA, PHONE, "t:join")
    assert [one.id for one in room.of_person(MARCIA)] == [introduction.id]
    room.withdraw(introduction.id, by="person", reason="", key="t:w")
    with Session(engine) as session:
        assert set(session.scalars(select(ConsentRow.person_id))) == {MARCIA}


def test_offers_number_on_and_the_newer_letter_stays_open(
    room: Introductions, clock: FrozenClock, story: Story
) -> None:
    story.drafted("circle", MARCIA)
    room.offer(MARCIA, ["circle"], turn="t", key="t:o")
    clock.move(timedelta(hours=1))
    newer = story.drafted("skills", PHONE)
    room.offer(PHONE, ["circle"], turn="u", key="u:o")
    room.join(MARCIA, PHONE, "t:join")
    assert [offer.number for offer in room.offers(MARCIA)] == [1, 2]
    assert room.current_draft(MARCIA) is not None
    assert room.current_draft(MARCIA).id == newer.id  # type: ignore[union-attr]


def test_a_yes_in_either_chat_counts_and_under_sixteen_in_either_too(room: Introductions, story: Story) -> None:
    room.ensure_person(MARCIA)
    story.known(PHONE)
    room.join(MARCIA, PHONE, "t:join")
    assert room.person(MARCIA).keep == "agreed"
    room.ensure_person(PHONE)
    room.set_age_band(PHONE, "under_16", "u:a")
    room.join(MARCIA, PHONE, "u:join")
    assert (room.person(MARCIA).keep, room.person(MARCIA).age_band) == ("none", "under_16")


def test_joining_again_with_the_same_key_or_with_nobody_changes_nothing(room: Introductions, story: Story) -> None:
    story.known(MARCIA)
    story.known(PHONE)
    room.join(MARCIA, PHONE, "t:join")
    before = room.facts(MARCIA)
    room.join(MARCIA, PHONE, "t:join")
    room.join(MARCIA, "nobody", "u:join")
    room.join(MARCIA, MARCIA, "v:join")
    assert room.facts(MARCIA) == before
