"""What cannot be read or written down harms nobody but itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DataError

from bot.channels.contract import Inbound
from bot.store.tables import outbox
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa
from tests.bot.test_crash_points import HELLO, Phone


@pytest.mark.parametrize("button", ["a\x00b", "\x00" * 16, "x" * 10_000, "' OR 1=1 --", "\ud800"])
async def test_a_button_that_is_none_is_answered_and_so_is_what_comes_after_it(talk: Talk, button: str) -> None:
    await talk.say("hello")
    assert (await talk.say(button=button))[0]["text"].startswith("That button is from an earlier question")
    assert [m["text"] for m in await talk.say("and cooking")] == ["You said: and cooking"]


async def test_a_conversation_that_broke_is_left_alone_for_a_growing_while(
    bot: Bot, talk: Talk, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = 0

    def breaks(*_: Any, **__: Any) -> Any:
        nonlocal tried
        tried += 1
        raise RuntimeError("broken")

    bot.store.claims.claim(Inbound("web", "ada:0", "ada", text="hello"))
    monkeypatch.setattr(bot.store.turns, "begin", breaks)
    for _ in range(600):
        await bot.gateway.sweep()
        await bot.gateway.idle()
        clock.move(timedelta(seconds=0.5))
    assert 5 <= tried <= 20
    monkeypatch.undo()
    assert [m["text"] for m in await talk.say("again")] == ["You said: hello\nagain"]  # who writes is tried at once


async def test_what_waits_for_a_channel_that_is_not_there_holds_up_no_other(rebuild: Callable[..., Bot]) -> None:
    phone = Phone()
    bot = rebuild(channels={"telegram": phone})
    for number in range(101):
        await bot.gateway.claim(Inbound("whatsapp", f"w:{number}", f"447700{number}", text="hello"))
    await bot.gateway.idle()
    await bot.gateway.claim(HELLO)
    await bot.gateway.idle()
    await bot.sender.run_once()
    assert len(phone.got) == 1
    await bot.close()


async def test_a_message_that_cannot_be_opened_is_a_dead_letter(
    rebuild: Callable[..., Bot], capsys: pytest.CaptureFixture[str]
) -> None:
    phone = Phone()
    bot = rebuild(channels={"telegram": phone})
    await bot.gateway.claim(HELLO)
    await bot.gateway.idle()
    with bot.outside.engine.begin() as connection:
        connection.execute(update(outbox).where(outbox.c.status == "waiting").values(payload="of another key"))
    await bot.gateway.claim(Inbound("telegram", "update:2", "43", text="hello"))
    await bot.gateway.idle()
    await bot.sender.run_once()
    assert [message.to for message in phone.got] == ["43"]
    assert len(bot.store.delivery.dead()) == 1
    assert "message_cannot_be_opened" in capsys.readouterr().err
    await bot.close()


async def sent_but_not_noted(bot: Bot) -> int:
    """A message that is on its way; gives its number."""
    await bot.gateway.claim(HELLO)
    await bot.gateway.idle()
    (message,) = bot.store.delivery.due(["telegram"])
    assert bot.store.delivery.take(message.n)
    return message.n


async def test_a_failure_that_is_reported_before_our_own_note_stands(
    rebuild: Callable[..., Bot], clock: FrozenClock
) -> None:
    bot = rebuild(channels={"telegram": Phone()})
    n = await sent_but_not_noted(bot)
    assert bot.store.delivery.bounced(n, "wamid.1", next_try=clock.now())
    bot.store.delivery.sent(n, "wamid.1")
    assert [message.n for message in bot.store.delivery.due(["telegram"])] == [n]
    assert bot.store.delivery.take(n)
    bot.store.delivery.sent(n, "wamid.2")
    assert bot.store.delivery.due(["telegram"]) == []
    await bot.close()


async def test_an_error_of_the_database_makes_no_message_dead(
    rebuild: Callable[..., Bot], clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = Phone()
    bot = rebuild(channels={"telegram": phone})
    await bot.gateway.claim(HELLO)
    await bot.gateway.idle()
    tried = 0

    def breaks(_n: int) -> bool:
        nonlocal tried
        tried += 1
        raise DataError("statement", {}, Exception("the database's own"))

    monkeypatch.setattr(bot.store.delivery, "take", breaks)
    for _ in range(20):
        await bot.sender.run_once()
        clock.move(timedelta(seconds=0.5))
    assert 1 < tried < 10
    monkeypatch.undo()
    assert bot.store.delivery.dead() == []
    clock.move(timedelta(minutes=2))
    await bot.sender.run_once()
    assert [message.text for message in phone.got] == ["You said: hello"]
    with bot.outside.engine.connect() as connection:
        assert set(connection.scalars(select(outbox.c.status))) == {"sent"}
    await bot.close()


async def test_a_channel_that_breaks_gives_its_message_up(rebuild: Callable[..., Bot], stub: StubRasa) -> None:
    class Broken(Phone):
        async def send(self, message: Any) -> str:
            raise KeyError("a fault of the channel")

    bot = rebuild(channels={"telegram": Broken()})
    await bot.gateway.claim(HELLO)
    await bot.gateway.idle()
    await bot.sender.run_once()
    assert len(bot.store.delivery.dead()) == 1
    await bot.close()


async def test_a_turn_that_nothing_ends_is_broken_off_and_run_again_under_its_own_id(
    talk: Talk, stub: StubRasa, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.gateway.order.LONGEST_TURN_SECONDS", 0.2)
    stub.gate = asyncio.Event()  # nothing ends the turn
    await talk.say("hello")
    assert talk.messages() == []
    stub.gate.set()
    clock.move(timedelta(seconds=2))
    await talk.bot.gateway.sweep()
    await talk.bot.gateway.idle()
    assert [m["text"] for m in talk.messages()] == ["You said: hello"]
    assert len({body["turn"] for body in stub.asked}) == 1 < len(stub.asked)
