"""The worker's steps, side by side: a mail server or a Rasa that hangs holds up no chat."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from bot.channels.contract import Inbound
from bot.wiring import Bot
from bot.worker import TOGETHER, Worker
from tests.bot.stub_rasa import StubRasa
from tests.bot.test_crash_points import Phone


class HangingMailer:
    """Takes a letter and says nothing until it is let go."""

    def __init__(self) -> None:
        self.reached, self.gate = threading.Event(), threading.Event()

    def send(self, _letter: Any) -> None:
        self.reached.set()
        self.gate.wait()


class Room:
    """One letter is due; all else is quiet."""

    def __init__(self) -> None:
        self.letters = [SimpleNamespace(id="letter-1", to="a@example.org", attempts=0)]
        self.expired = 0

    def due_letters(self, now: Any = None, limit: int = 10) -> Any:
        return [self.letters.pop()] if self.letters else []

    def letter_sent(self, outgoing_id: str, channel_id: str = "") -> None:
        """Nothing to note."""

    def letter_failed(self, *_: Any, **__: Any) -> None:
        """Nothing to note."""

    def tick(self, now: Any = None) -> int:
        return 0

    def ask_keepers(self, now: Any = None) -> int:
        return 0

    def expire(self, now: Any = None) -> list[str]:
        self.expired += 1
        return []

    def unknown(self, person_ids: Any) -> list[str]:
        return []

    def pending_news(self, limit: int) -> list[Any]:
        return []

    def news_done(self, news_id: Any) -> None:
        """There is none."""


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110 (what it waits for is in another thread or process)
            await asyncio.sleep(0.01)


async def test_a_hanging_mail_server_holds_up_no_chat(rebuild: Callable[..., Bot], stub: StubRasa) -> None:
    phone, mailer, room = Phone(), HangingMailer(), Room()
    bot = rebuild(channels={"telegram": phone})
    stopping = asyncio.Event()
    running = asyncio.create_task(Worker(bot, room, mailer).run(stopping))
    try:
        await until(mailer.reached.is_set)
        bot.store.claims.claim(Inbound("telegram", "update:1", "42", text="hello"))  # as another process does
        await until(lambda: [message.text for message in phone.got] == ["You said: hello"])
        await until(lambda: room.expired > 0)
    finally:
        stopping.set()
        mailer.gate.set()
        await running
    await bot.close()


async def test_every_step_is_repeated(bot: Bot) -> None:
    steps = Worker(bot, Room(), HangingMailer()).steps
    assert sorted(name for names in TOGETHER for name in names) == sorted(steps)
