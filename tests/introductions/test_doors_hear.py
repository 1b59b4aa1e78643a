"""A door hears that somebody met someone: after a yes of its own, once, and nothing more."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from introductions import Introductions
from introductions.errors import NotFound
from introductions.store import consents
from introductions.store.tables import ConsentRow
from tests.introductions.steps import MARCIA, Story


def met(room: Introductions, story: Story) -> None:
    introduction, token = story.sent("circle")
    room.open_link(token)
    room.say_hello(token, "Ade", "come in", "Thursday at 11")
    room.person_met(introduction.id, story.key())


def told(room: Introductions, story: Story) -> None:
    room.let_door_hear(MARCIA, "town", channel="web", wording="May I tell them?", key=story.key())


def test_nobody_is_asked_before_they_met_and_then_once(room: Introductions, story: Story) -> None:
    story.known()
    assert not room.ask_for_door(MARCIA, "t1:a")
    met(room, story)
    assert room.ask_for_door(MARCIA, "t2:a")
    assert room.ask_for_door(MARCIA, "t2:a")  # the same turn, run again
    assert not room.ask_for_door(MARCIA, "t3:a")


def test_the_mail_says_that_somebody_met_someone_and_no_more(room: Introductions, story: Story) -> None:
    met(room, story)
    story.post()
    told(room, story)
    [mail] = story.post()
    assert (mail.kind, mail.to) == ("door_hears", "skills@town.example")
    written = f"{mail.subject} {mail.text} {mail.html}"
    for private in ("Marcia", "sewing", "Sewing circle", "Kettle", "Ade", "Thursday", "anxiety"):
        assert private.casefold() not in written.casefold()
    assert story.post() == []


def test_a_yes_taken_back_before_it_went_stops_it(room: Introductions, story: Story, engine: Engine) -> None:
    met(room, story)
    story.post()
    told(room, story)
    with Session(engine) as session:
        given = session.scalars(select(ConsentRow).filter_by(purpose="door_hears")).one()
        consents.take_back(session, story.clock.now(), given, channel="web", how="tap", wording="no")
        session.commit()
    assert story.post() == []


def test_erasing_the_person_stops_it_too(room: Introductions, story: Story) -> None:
    met(room, story)
    story.post()
    told(room, story)
    room.erase(MARCIA)
    assert "door_hears" not in [mail.kind for mail in story.post()]


def test_a_door_without_an_address_hears_nothing(room: Introductions, story: Story) -> None:
    story.known()
    with pytest.raises(NotFound):
        room.let_door_hear(MARCIA, "shed", channel="web", wording="?", key="t:a")
