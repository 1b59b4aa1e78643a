"""Sends what waits in the outbox: in order within a conversation, side by side across them, until sent or dead."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import ParamSpec

import structlog

from bot.channels.contract import AccountError, BlockedError, Channel, HeldError, Outgoing, RefusedError, SendError
from bot.gateway.backoff import Pauses, backoff
from bot.gateway.notify import OUTBOX, Notifier
from bot.gateway.threads import Threads
from bot.store import BotStore, StoreBusyError
from nwd.clock import Clock

log = structlog.get_logger()

# About eight hours of tries; afterwards a maintainer finds it with the dead letters.
MOST_ATTEMPTS = 500
# Three quarters of a minute: a database that is only busy is free by then.
NOTE_TRIES, NOTE_PAUSE_SECONDS = 15, 1.0

P = ParamSpec("P")


class Sender:
    """A message counts as sent once its channel took it. A kill between that and our commit sends it once more."""

    def __init__(
        self, store: BotStore, threads: Threads, channels: Mapping[str, Channel], clock: Clock, notifier: Notifier
    ) -> None:
        self._store, self._threads, self._channels, self._clock = store, threads, channels, clock
        self._notifier, self._notes = notifier, Threads(1)  # what became of a message waits behind nothing else
        self._running: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._taken: set[int] = set()
        self._pauses = Pauses(clock)

    async def start_due(self) -> int:
        """Begin sending the first due message of every address that has none on its way; gives how many began.

        A slow or throttled address holds up no other.
        """
        if not self._channels:
            return 0
        due = await self._threads.run(self._store.delivery.due, list(self._channels))
        begun = [m for m in due if (m.channel, m.to) not in self._running and not self._pauses.rests(m.n)]
        for message in begun:
            self._running[message.channel, message.to] = asyncio.create_task(self._deliver(message))
        return len(begun)

    @property
    def on_their_way(self) -> list[int]:
        """The messages that this process has taken and not yet written down what became of."""
        return list(self._taken)

    async def run_once(self) -> int:
        """As ``start_due``, and wait until each of them went or failed."""
        begun = await self.start_due()
        await self.idle()
        return begun

    async def idle(self) -> None:
        """Wait for what is on its way."""
        await asyncio.gather(*list(self._running.values()))

    async def close(self) -> None:
        await self.idle()
        self._notes.close()

    async def reported(self, n: int, channel_id: str, error: SendError | None) -> None:
        """What a channel says, later, of a message that it took: it arrived (no error), or it did not.

        Reports come more than once and in any order. Raises StoreBusyError.
        """
        if error is None:
            await self._threads.run(self._store.delivery.arrived, n, channel_id)
            return
        attempts = await self._threads.run(self._store.delivery.attempts, n)
        hold, again = isinstance(error, HeldError), not _is_over(error, attempts)
        wait = backoff(attempts, at_least=error.retry_after or 0.0)
        next_try = self._clock.now() + wait if again and not hold else None
        if await self._threads.run(self._store.delivery.bounced, n, channel_id, next_try=next_try, hold=hold):
            log.log(_level(error), "not_delivered", outbox=n, attempts=attempts + 1, reason=str(error))
            self._notifier.tell(OUTBOX)

    async def _deliver(self, message: Outgoing) -> None:
        try:
            if await self._threads.run(self._store.delivery.take, message.n):
                self._taken.add(message.n)
                await self._send(message)
        except StoreBusyError:
            log.warning("store_busy", outbox=message.n)
        except Exception:
            log.exception("send_broke", outbox=message.n)  # ours, not the channel's: it goes again after its lease
            self._pauses.broke(message.n)
        else:
            self._pauses.over(message.n)
        finally:
            self._taken.discard(message.n)
            self._running.pop((message.channel, message.to), None)
            self._notifier.tell(OUTBOX)

    async def _send(self, message: Outgoing) -> None:
        try:
            external_id = await self._channels[message.channel].send(message)
        except HeldError as error:
            log.info("held", outbox=message.n, channel=message.channel, reason=str(error))
            is_blocked = isinstance(error, BlockedError)
            await self._note(self._store.delivery.hold, message.n, error.invitation, blocked=is_blocked)
        except SendError as error:
            await self._failed(message, error)
        except Exception:
            log.exception("channel_broke", outbox=message.n, channel=message.channel)
            await self._failed(message, RefusedError("broke"))
        else:
            await self._note(self._store.delivery.sent, message.n, external_id)

    async def _note(self, write: Callable[P, None], *what: P.args, **more: P.kwargs) -> None:
        """Write down what became of a message, however busy the database is: unwritten, it would go once more."""
        for _ in range(NOTE_TRIES):
            try:
                return await self._notes.run(write, *what, **more)
            except StoreBusyError:
                await asyncio.sleep(NOTE_PAUSE_SECONDS)
        return await self._notes.run(write, *what, **more)

    async def _failed(self, message: Outgoing, error: SendError) -> None:
        attempts = await self._threads.run(self._store.delivery.attempts, message.n)
        wait = backoff(attempts, at_least=error.retry_after or 0.0)
        about = {"outbox": message.n, "channel": message.channel, "attempts": attempts + 1, "reason": str(error)}
        log.log(_level(error), "not_sent", **about)
        next_try = None if _is_over(error, attempts) else self._clock.now() + wait
        await self._threads.run(self._store.delivery.failed, message.n, next_try=next_try)


def _is_over(error: SendError, attempts: int) -> bool:
    """Whether a message is given up. What is wrong with our account uses up no message."""
    return not error.retry or (attempts + 1 >= MOST_ATTEMPTS and not isinstance(error, AccountError))


def _level(error: SendError) -> int:
    """Loud where somebody has to do something before anything goes again."""
    return logging.ERROR if isinstance(error, AccountError) else logging.WARNING
