"""What happens by itself: retries, messages and letters out, news in, clocks, and forgetting what has had its time."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from bot.channels.contract import RefusedError, SendError
from bot.channels.email import Mailer, NotTakenError
from bot.channels.mailbox import MailPart
from bot.gateway.news import NewsSource, queue_news
from bot.gateway.notify import OUTBOX, TIME
from bot.gateway.provider_chats import send_to_chat
from bot.rasa_client import RasaError
from bot.store import StoreBusyError
from bot.store.leases import RENEWED_EVERY_SECONDS
from bot.wiring import Bot
from introductions.outbox import next_try
from introductions.ways import chat_of

log = structlog.get_logger()

PAUSE_SECONDS = 0.5
SLOW_SECONDS = 2.0
"""Between looks at what is due by the hour or the day; a clock that was moved by hand wakes them."""
HOUSEKEEPING_EVERY = timedelta(minutes=1)
# Steps that wait for one another. What a mail server or Rasa takes its time with never holds up a chat.
TOGETHER = (("messages",), ("alarms", "news"), ("letters",), ("turns",), ("clocks", "keepers"), ("house",))
SLOW = frozenset({"clocks", "keepers", "house"})
MOVED_BY_TIME = SLOW | {"turns"}
"""What a turn here has done sets none of these going."""

When = datetime | None


class Room(NewsSource, Protocol):
    """The introductions room, as far as time moves it."""

    def due_letters(self, now: When = None, limit: int = 10) -> Sequence[Any]: ...
    def letter_sent(self, outgoing_id: str, channel_id: str = "") -> None: ...
    def letter_failed(self, outgoing_id: str, error: str, retry_at: When, *, refused: bool) -> None: ...
    def tick(self, now: When = None) -> int: ...
    def ask_keepers(self, now: When = None) -> int: ...
    def expire(self, now: When = None) -> list[str]: ...
    def unknown(self, person_ids: Sequence[str]) -> list[str]: ...


@dataclass
class Worker:
    """Each step can be called by itself; ``run`` repeats them until told to stop. Any number of workers may run."""

    bot: Bot
    room: Room
    mailer: Mailer
    mail: MailPart | None = None
    _kept_house: datetime | None = None
    _asked_keepers: datetime | None = None

    @property
    def steps(self) -> Mapping[str, Callable[[], Awaitable[int]]]:
        return {
            "turns": self.bot.gateway.sweep,
            "alarms": self.bot.alarms.raise_all,
            "clocks": self.strike_clocks,
            "keepers": self.ask_keepers,
            "letters": self.send_letters,
            "news": self.queue_news,
            "messages": self.bot.sender.start_due,
            "house": self.keep_house,
        }

    async def run(self, stopping: asyncio.Event) -> None:
        """Until ``stopping`` is set. A step that fails is logged and tried again in the next round."""
        beside = [asyncio.create_task(self._repeat(names, stopping)) for names in TOGETHER]
        beside.append(asyncio.create_task(self.keep_leases(stopping)))
        if self.mail:
            beside.append(asyncio.create_task(self.mail.run(stopping)))
        await asyncio.gather(*beside)

    async def _repeat(self, names: Sequence[str], stopping: asyncio.Event) -> None:
        pause = SLOW_SECONDS if SLOW.issuperset(names) else PAUSE_SECONDS
        with self.bot.notifier.listen(TIME if MOVED_BY_TIME.issuperset(names) else OUTBOX) as listener:
            while not stopping.is_set():
                if not sum([await self._step(name, self.steps[name]) for name in names]):
                    await listener.wait(pause)

    async def run_turns(self, stopping: asyncio.Event) -> None:
        """Only the turns that wait in the database, for a server whose worker runs elsewhere."""
        keeping = asyncio.create_task(self.keep_leases(stopping))
        with self.bot.notifier.listen(TIME) as listener:
            while not stopping.is_set():
                await self._step("turns", self.bot.gateway.sweep)
                await listener.wait(PAUSE_SECONDS)
        await keeping

    async def keep_leases(self, stopping: asyncio.Event) -> None:
        """Until ``stopping`` is set: what runs here stays ours, however long it takes."""
        while not stopping.is_set():
            await self._step("leases", self.bot.keep_leases)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(RENEWED_EVERY_SECONDS):
                    await stopping.wait()

    async def _step(self, name: str, step: Callable[[], Awaitable[int]]) -> int:
        try:
            return await step()
        except StoreBusyError:
            log.warning("worker_waits", step=name)
        except Exception:
            log.exception("worker_step_failed", step=name)
        return 0

    async def strike_clocks(self) -> int:
        return await self.bot.threads.run(self.room.tick)

    async def ask_keepers(self) -> int:
        """Letters about listings that are due to be checked. At most once a minute."""
        now = self.bot.outside.clock.now()
        if self._asked_keepers and timedelta() <= now - self._asked_keepers < HOUSEKEEPING_EVERY:
            return 0
        self._asked_keepers = now
        return await self.bot.threads.run(self.room.ask_keepers)

    async def queue_news(self) -> int:
        conversations = await self.bot.threads.run(queue_news, self.bot.store, self.room)
        for conversation in conversations:
            self.bot.gateway.poke(conversation)
        return len(conversations)

    async def send_letters(self) -> int:
        """One letter at a time: each is taken under a lease and its consent read again just before."""
        sent = 0
        while letters := await self.bot.threads.run(self.room.due_letters, limit=1):
            sent += await self._send_letter(letters[0])
        return sent

    async def keep_house(self) -> int:
        """Forget what has had its time: words, people, trackers. At most once a minute."""
        now = self.bot.outside.clock.now()
        if self._kept_house and now - self._kept_house < HOUSEKEEPING_EVERY:
            return 0
        self._kept_house = now
        await self.bot.threads.run(self.bot.store.erasure.forget_words)
        await self.bot.threads.run(self._forget_people)
        for person in await self.bot.threads.run(self.bot.store.erasure.erased_people):
            await erase_tracker_and_rows(self.bot, person)
        return 0

    def _forget_people(self) -> None:
        """Mark whoever has had their time, so that their tracker and last rows go even if Rasa is away just now."""
        idle = self.bot.store.erasure.idle_people()
        for person in (*self.room.expire(), *self.room.unknown(idle)):
            self.bot.store.erasure.mark(person)

    async def _send_letter(self, letter: Any) -> bool:
        run = self.bot.threads.run
        try:
            sent = await self._hand_over(letter)
        except SendError as error:
            never, not_taken = isinstance(error, RefusedError), isinstance(error, NotTakenError)
            retry_at = None if never else next_try(letter.attempts, self.bot.outside.clock.now())
            log.warning("letter_failed", outbox=letter.id, attempts=letter.attempts, reason=str(error))
            await run(self.room.letter_failed, letter.id, str(error), retry_at, refused=never or not_taken)
            return False
        await run(self.room.letter_sent, letter.id, sent)
        return True

    async def _hand_over(self, letter: Any) -> str:
        """By the way it was written for; gives a chat's own id of it."""
        if chat_of(letter.to):
            return await send_to_chat(self.bot.outside.channels, letter)
        await self.bot.threads.run(self.mailer.send, letter)
        return ""


async def erase_tracker_and_rows(bot: Bot, person: str) -> bool:
    """The tracker, then the bot's own rows; False, and the rows stay as a reminder, while Rasa is away."""
    try:
        await bot.outside.rasa.erase(person)
    except RasaError as error:
        log.warning("tracker_not_erased", conversation=person, reason=str(error))
        return False
    await bot.threads.run(bot.store.erasure.erase, person)
    return True
