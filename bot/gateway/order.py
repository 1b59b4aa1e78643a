"""One gateway for all channels: claims in, turns one at a time a conversation, different conversations side by side."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from functools import partial

import structlog

from bot.channels.contract import Inbound
from bot.gateway.backoff import Pauses
from bot.gateway.joining import batch_of
from bot.gateway.notify import OUTBOX, Notifier
from bot.gateway.runner import Runner
from bot.gateway.threads import Threads
from bot.gateway.urgency import Urgency
from bot.store import BotStore, StoreBusyError
from bot.store.model import Claim, Turn

log = structlog.get_logger()

# A person this far ahead of us is asked to wait, so that one cannot fill the line.
MOST_WAITING = 60
# Another process may claim danger for a conversation whose turn runs here.
LOOK_AGAIN_SECONDS = 2.0
# Several times what Rasa is given to answer: a turn that nothing ends would hold its conversation for ever.
LONGEST_TURN_SECONDS = 120.0


class Gateway:
    """Channels ``claim`` and ``poke``; ``sweep`` finds what waits in the database (retries, other processes)."""

    def __init__(self, store: BotStore, threads: Threads, runner: Runner, notifier: Notifier) -> None:
        self._store, self._threads, self._runner, self._notifier = store, threads, runner, notifier
        self._running: dict[str, asyncio.Task[None]] = {}
        self._poked: dict[str, int] = {}
        self._pauses = Pauses(runner.clock)
        self._ahead: dict[str, Counter[str]] = {}
        self._is_urgent = Urgency(runner.planner.danger.is_crisis)
        self._choose = partial(batch_of, is_urgent=self._is_urgent)

    async def start(self) -> None:
        """Free what a dead process held, and take up what it left."""
        # Its words load now, not inside the first turn.
        await self._threads.run(self._runner.planner.danger.is_crisis, "")
        await self._threads.run(self._store.leases.free_dead)
        await self._take_up(held=True)

    async def claim(self, said: Inbound, *, seen: int = 0) -> Claim:
        """Claim one inbound, committed, and set its turn going. Raises StoreBusyError."""
        return (await self.claim_all([said], seen=seen))[0]

    async def claim_all(self, batch: Sequence[Inbound], *, seen: int = 0) -> list[Claim]:
        """Claim a channel's batch in one commit, in its order."""
        claims = await self._threads.run(self._store.claims.claim_all, batch, seen=seen)
        for said, claim in zip(batch, claims, strict=True):
            address = f"{said.channel}:{said.sender}"
            self._notifier.tell(address)
            if claim.is_new:
                self._ahead.setdefault(claim.conversation, Counter())[address] += 1
                self.poke(claim.conversation)
        return claims

    async def opt(self, channel: str, sender: str, *, out: bool) -> None:
        """Someone told the channel itself that we are not to write first, or may again. Raises StoreBusyError."""
        await self._threads.run(self._store.claims.opt, channel, sender, out=out)

    def poke(self, conversation: str) -> None:
        """Something waits in this conversation: run it, or look again once the running turn is over."""
        self._poked[conversation] = self._poked.get(conversation, 0) + 1
        self._notifier.tell(_line_of(conversation))
        if conversation not in self._running:
            self._running[conversation] = asyncio.create_task(self._drain(conversation))

    async def sweep(self) -> int:
        """Set going whatever the database holds ready; gives how many conversations that were."""
        return await self._take_up(held=False)

    async def _take_up(self, *, held: bool) -> int:
        waiting = await self._threads.run(self._store.turns.waiting, held=held)
        ready = [c for c in waiting if c not in self._running and not self._pauses.rests(c)]
        for conversation in ready:
            self.poke(conversation)
        return len(ready)

    async def idle(self) -> None:
        """Wait until nothing runs here."""
        while self._running:
            await asyncio.gather(*self._running.values(), return_exceptions=True)

    def is_backed_up(self, address: str) -> bool:
        """Whether ``channel:sender`` has more waiting here than anyone types; channels then ask them kindly to wait."""
        return any(waiting[address] >= MOST_WAITING for waiting in self._ahead.values())

    async def _drain(self, conversation: str) -> None:
        try:
            while self._poked.get(conversation):
                while await self._one_turn(conversation):
                    pass
            self._pauses.over(conversation)
        except StoreBusyError:
            log.warning("store_busy", conversation=conversation)
        except Exception:
            log.exception("conversation_broke", conversation=conversation)
            self._pauses.broke(conversation)
        finally:
            self._running.pop(conversation, None)
            self._poked.pop(conversation, None)
            self._ahead.pop(conversation, None)

    async def _one_turn(self, conversation: str) -> bool:
        self._poked[conversation] = 0
        run = await self._threads.run(self._begin, conversation)
        if run is None:
            return False
        async with asyncio.timeout(LONGEST_TURN_SECONDS):
            await self._runner.run(run, partial(self._until_urgent, conversation, look=run.more))
        self._notifier.tell(conversation)
        self._notifier.tell(OUTBOX)
        return run.more or self._poked.get(conversation, 0) > 0

    async def _until_urgent(self, conversation: str, *, look: bool) -> None:
        """Ends once stop or danger stands behind the turn that runs. ``look``: something stood there when it began."""
        with self._notifier.listen(_line_of(conversation)) as listener:
            look = look or self._poked[conversation] > 0
            while not (look and await self._is_urgent_there(conversation)):
                await listener.wait(LOOK_AGAIN_SECONDS)
                look = True
        self._poked[conversation] += 1

    async def _is_urgent_there(self, conversation: str) -> bool:
        try:
            waiting = await self._threads.run(self._store.turns.line, conversation)
        except StoreBusyError:
            return False
        return await self._threads.run(lambda: any(self._is_urgent(one) for one in waiting))

    def _begin(self, conversation: str) -> Turn | None:
        """Blocks. What waits is searched for danger first: in a long message that takes seconds, and nobody can write
        meanwhile where the store holds its lock.
        """
        waiting = self._store.turns.line(conversation)
        for one in waiting:
            self._is_urgent(one)
        return self._store.turns.begin(conversation, self._choose, up_to=waiting[-1].id if waiting else 0)


def _line_of(conversation: str) -> str:
    return f"line:{conversation}"
