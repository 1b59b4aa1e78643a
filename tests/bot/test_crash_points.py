"""A turn runs once and is said once, though everything stops between any two commits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import pytest

from bot.channels.contract import Inbound, Limits, Outgoing, Said
from bot.gateway import sender
from bot.store import StoreBusyError
from bot.store.leases import LEASE
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa

HELLO = Inbound("telegram", "update:1", "42", text="hello")


class Killed(BaseException):
    """Stands for SIGKILL: nothing after it runs."""


class Phone:
    """A channel that remembers what it was handed."""

    name: ClassVar[str] = "telegram"
    limits: ClassVar[Limits] = Limits()

    def __init__(self) -> None:
        self.got: list[Outgoing] = []

    def shape(self, said: Sequence[Said]) -> Sequence[Said]:
        return said

    async def close(self) -> None:
        """Nothing is open."""

    async def send(self, message: Outgoing) -> str:
        self.got.append(message)
        return f"sent-{len(self.got)}"


class SlowPhone(Phone):
    """Takes a message only once its gate is open."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.gate = asyncio.Event(), asyncio.Event()

    async def send(self, message: Outgoing) -> str:
        self.reached.set()
        await self.gate.wait()
        return await super().send(message)


def dies(*_: Any, **__: Any) -> Any:
    raise Killed


async def _live(bot: Bot) -> None:
    """As a restart does: free what the dead left, run what waits, send what is due."""
    await bot.gateway.start()
    await bot.gateway.idle()
    await bot.sender.run_once()


async def _until_killed(bot: Bot) -> None:
    await bot.gateway.claim(HELLO)
    tasks = list(bot.gateway._running.values())
    for task in tasks:
        with pytest.raises(Killed):
            await task


async def _restarted(rebuild: Callable[..., Bot], phone: Phone, stub: StubRasa) -> None:
    after = rebuild(channels={"telegram": phone})
    if after.outside.engine.dialect.name != "sqlite":  # there the dead may be on another machine: their leases run out
        clock = after.outside.clock
        assert isinstance(clock, FrozenClock)
        clock.move(LEASE)
    await _live(after)
    await after.gateway.claim(HELLO)  # the channel was never told, and delivers it again
    await _live(after)
    assert [message.text for message in phone.got] == ["You said: hello"]
    assert list(stub.runs.values()) == [1]
    await after.close()


async def test_killed_after_the_claim(rebuild: Callable[..., Bot], stub: StubRasa) -> None:
    before = rebuild()
    before.store.claims.claim(HELLO)
    await _restarted(rebuild, Phone(), stub)


async def test_killed_after_the_turn_has_its_id(
    rebuild: Callable[..., Bot], stub: StubRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rebuild()
    monkeypatch.setattr(type(before.gateway._runner), "run", dies)
    await _until_killed(before)
    monkeypatch.undo()
    await _restarted(rebuild, Phone(), stub)


async def test_killed_after_rasas_answer(
    rebuild: Callable[..., Bot], stub: StubRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rebuild()
    monkeypatch.setattr(before.store.turns, "finish", dies)
    await _until_killed(before)
    assert list(stub.runs.values()) == [1]
    await _restarted(rebuild, Phone(), stub)


async def test_killed_after_the_outboxs_commit(rebuild: Callable[..., Bot], stub: StubRasa) -> None:
    before = rebuild()
    await before.gateway.claim(HELLO)
    await before.gateway.idle()
    await _restarted(rebuild, Phone(), stub)


async def test_killed_between_the_send_and_its_commit_sends_once_more_and_soon(
    rebuild: Callable[..., Bot], stub: StubRasa, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = Phone()
    before = rebuild(channels={"telegram": phone})
    await before.gateway.claim(HELLO)
    await before.gateway.idle()
    monkeypatch.setattr(before.store.delivery, "sent", dies)
    with pytest.raises(Killed):
        await before.sender.run_once()
    after = rebuild(channels={"telegram": phone})
    await _live(after)
    if after.outside.engine.dialect.name != "sqlite":
        assert len(phone.got) == 1
        clock.move(LEASE)
        await _live(after)
    for _ in range(2):
        clock.move(LEASE)
        await _live(after)
    assert [message.text for message in phone.got] == ["You said: hello"] * 2
    await after.close()


async def test_killed_after_the_send_says_nothing_twice(rebuild: Callable[..., Bot], stub: StubRasa) -> None:
    phone = Phone()
    before = rebuild(channels={"telegram": phone})
    await before.gateway.claim(HELLO)
    await before.gateway.idle()
    await before.sender.run_once()
    await _restarted(rebuild, phone, stub)


async def test_a_conversation_another_process_runs_is_left_alone(
    rebuild: Callable[..., Bot], stub: StubRasa, talk: Talk
) -> None:
    talk.bot.store.claims.claim(Inbound("web", "ada:1", "ada", text="hello"))
    run = talk.bot.store.turns.begin(talk.person, talk.bot.gateway._choose)
    assert run
    other = rebuild()
    assert other.store.turns.begin(talk.person, other.gateway._choose) is None
    await other.close()


async def test_what_a_living_process_has_on_its_way_is_taken_by_no_other(
    rebuild: Callable[..., Bot], stub: StubRasa, clock: FrozenClock
) -> None:
    phone, other_phone = SlowPhone(), Phone()
    bot, other = rebuild(channels={"telegram": phone}), rebuild(channels={"telegram": other_phone})
    stub.gate = asyncio.Event()
    person = (await bot.gateway.claim(HELLO)).conversation
    await stub.reached.wait()
    clock.move(LEASE * 0.8)
    await bot.keep_leases()
    clock.move(LEASE * 0.8)
    assert other.store.turns.begin(person, other.gateway._choose) is None
    stub.gate.set()
    await bot.gateway.idle()
    await bot.sender.start_due()
    await phone.reached.wait()
    clock.move(LEASE * 0.8)
    await bot.keep_leases()
    clock.move(LEASE * 0.8)
    assert await other.sender.run_once() == 0
    phone.gate.set()
    await bot.sender.idle()
    clock.move(LEASE * 2)
    await bot.keep_leases()
    assert await other.sender.run_once() == 0
    assert (len(phone.got), len(other_phone.got)) == (1, 0)
    await bot.close()
    await other.close()


async def test_a_message_that_went_while_the_database_was_busy_goes_once(
    rebuild: Callable[..., Bot], clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = Phone()
    bot = rebuild(channels={"telegram": phone})
    monkeypatch.setattr(sender, "NOTE_PAUSE_SECONDS", 0.0)
    stock, busy = bot.store.delivery.sent, iter([True, True])

    def sent(n: int, external_id: str) -> None:
        if next(busy, False):
            raise StoreBusyError("locked")
        stock(n, external_id)

    monkeypatch.setattr(bot.store.delivery, "sent", sent)
    await bot.gateway.claim(HELLO)
    await _live(bot)
    clock.move(LEASE * 2)
    await _live(bot)
    assert len(phone.got) == 1
    await bot.close()
