"""Somebody writes on while everything of theirs is being deleted: it stays deleted, and what they wrote is not lost."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.store.erasure import GOODBYE_KEPT
from bot.store.message_ids import kept
from bot.store.tables import conversation, inbound
from bot.wiring import Bot
from bot.worker import erase_tracker_and_rows
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa, reply, turn_of

GOODBYE = "It's all gone."


def answers(body: dict[str, Any]) -> dict[str, Any]:
    if body["text"] == "delete it all":
        return turn_of(reply(GOODBYE, data={"after": "erase"}))
    return turn_of(reply(f"You said: {body['text']}", "Yes, delete"))


async def deleting(talk: Talk, stub: StubRasa) -> str:
    """The deletion is with Rasa, its goodbye not said yet; gives who is being deleted."""
    stub.answer = answers
    await talk.say("hello")
    stub.gate, stub.reached = asyncio.Event(), asyncio.Event()
    before = await talk.send("delete it all")
    await stub.reached.wait()
    return before


async def deleted(talk: Talk, stub: StubRasa) -> list[str]:
    """What is said from the goodbye on."""
    assert stub.gate
    stub.gate.set()
    for _ in range(3):
        await talk.bot.gateway.idle()
        await talk.bot.gateway.sweep()
    return [message["text"] for message in talk.messages()]


def status(bot: Bot, person: str) -> str:
    with bot.outside.engine.connect() as connection:
        return str(connection.scalar(select(conversation.c.status).where(conversation.c.id == person)))


@pytest.mark.parametrize("more", [{"text": "thanks"}, {"media": "photo"}])
async def test_one_more_word_undoes_no_deletion_and_is_answered_as_somebody_new(
    talk: Talk, bot: Bot, stub: StubRasa, clock: FrozenClock, more: dict[str, Any]
) -> None:
    before = await deleting(talk, stub)
    await talk.send(**more)
    said = await deleted(talk, stub)
    assert said[0] == GOODBYE
    assert len(said) > 1
    assert status(bot, before) == "erased"
    assert talk.person != before
    clock.move(GOODBYE_KEPT + timedelta(seconds=1))
    assert bot.store.erasure.erased_people() == [before]
    assert await erase_tracker_and_rows(bot, before)
    assert stub.erased == [before]
    assert status(bot, talk.person) != "erased"


async def test_a_second_tap_on_delete_is_closed_with_the_goodbye(talk: Talk, bot: Bot, stub: StubRasa) -> None:
    stub.answer = answers
    (question,) = await talk.say("hello")
    stub.answer = lambda _: turn_of(reply(GOODBYE, data={"after": "erase"}))
    stub.gate, stub.reached = asyncio.Event(), asyncio.Event()
    button = question["buttons"][0][0]
    before = await talk.send(button=button)
    await stub.reached.wait()
    await talk.send(button=button)
    assert await deleted(talk, stub) == [GOODBYE]
    assert (talk.person, status(bot, before)) == (before, "erased")
    (ended,) = (row[3] for row in bot.store.messages.after(before, 0) if row[2] == "turn_done")
    assert ended == {"answers": [kept(bot.outside.cipher, f"ada:{n}", "ada") for n in (2, 3)]}


async def test_who_is_forgotten_with_a_word_unread_is_somebody_new(talk: Talk, bot: Bot, stub: StubRasa) -> None:
    await talk.say("hello")
    before = talk.person
    stub.status = 503
    await talk.say("are you there?")
    bot.store.claims.claim_event(before, "news:1", "news", {})
    await talk.say("hello?")
    bot.store.erasure.mark(before)
    assert (status(bot, before), talk.person == before) == ("erased", False)
    with bot.outside.engine.connect() as connection:
        theirs = select(inbound.c.status, inbound.c.payload).where(inbound.c.conversation_id == before)
        assert {tuple(row) for row in connection.execute(theirs)} == {("done", None)}
    stub.status = 200
    await bot.gateway.sweep()
    await bot.gateway.idle()
    assert [body["text"] for body in stub.asked if body["conversation"] == talk.person] == ["hello?"]
