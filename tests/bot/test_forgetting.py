"""What goes by itself with time, in every store: the room, the bot's tables, Rasa's trackers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from bot.channels.email import mailer_for
from bot.store.tables import address, conversation, inbound
from bot.wiring import Bot
from bot.worker import Worker
from introductions import Introductions, open_introductions
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import Settings


@pytest.fixture
def room(engine: Engine, clock: FrozenClock, cipher: Cipher) -> Introductions:
    return open_introductions(engine, lambda: DIRECTORY, clock, cipher, Settings())


@pytest.fixture
def worker(bot: Bot, room: Introductions) -> Worker:
    return Worker(bot, room, mailer_for(None, Settings().mail_from))


def rows(engine: Engine, table: Any) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


async def look_round(talk: Talk, room: Introductions) -> str:
    await talk.say("hello")
    room.ensure_person(talk.person)
    room.set_keep(talk.person, "look", channel="web", how="tap", wording="v1", key="k")
    return talk.person


async def test_who_just_looked_is_gone_from_every_store_after_thirty_idle_minutes(
    talk: Talk, room: Introductions, worker: Worker, stub: StubRasa, clock: FrozenClock, engine: Engine
) -> None:
    person = await look_round(talk, room)
    clock.move(timedelta(minutes=29))
    await worker.keep_house()
    assert rows(engine, conversation) == 1
    clock.move(timedelta(minutes=2))
    await worker.keep_house()
    assert stub.erased == [person]
    assert {rows(engine, table) for table in (conversation, address, inbound)} == {0}


async def test_while_rasa_is_away_the_tracker_is_remembered_and_goes_later(
    talk: Talk, room: Introductions, worker: Worker, stub: StubRasa, clock: FrozenClock, engine: Engine
) -> None:
    person = await look_round(talk, room)
    stub.status = 503
    clock.move(timedelta(minutes=31))
    await worker.keep_house()
    assert room.unknown([person]) == [person]
    assert rows(engine, conversation) == 1
    stub.status = 200
    clock.move(timedelta(minutes=2))
    await worker.keep_house()
    assert person in stub.erased
    assert rows(engine, conversation) == 0


async def test_somebody_whose_words_never_reached_the_dialogue_goes_after_ninety_days(
    talk: Talk, worker: Worker, clock: FrozenClock, engine: Engine
) -> None:
    await talk.say("stop")
    clock.move(timedelta(days=89))
    await worker.keep_house()
    assert rows(engine, conversation) == 1
    clock.move(timedelta(days=2))
    await worker.keep_house()
    assert rows(engine, conversation) == 0


async def test_words_of_danger_are_kept_thirty_days_and_others_under_an_hour(
    talk: Talk, bot: Bot, worker: Worker, clock: FrozenClock, engine: Engine
) -> None:
    def words() -> list[str]:
        with engine.connect() as connection:
            sealed = connection.scalars(select(inbound.c.payload).where(inbound.c.payload.is_not(None))).all()
        return [bot.outside.cipher.decrypt(one) for one in sealed]

    await talk.say("hello there")
    await talk.say("I want to kill myself")
    clock.move(timedelta(minutes=56))
    await worker.keep_house()
    [left] = words()
    assert "kill myself" in left
    clock.move(timedelta(days=30))
    await worker.keep_house()
    assert words() == []
