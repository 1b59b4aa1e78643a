"""Tells the other rooms that somebody spoke of danger, after the person has their lines, and until it is heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.gateway.backoff import Pauses
from bot.gateway.threads import Threads
from bot.store import BotStore
from bot.store.alarms import Outstanding

log = structlog.get_logger()

OnCrisis = Callable[[str, str, Sequence[str]], None]
OnComplaint = Callable[[str, str, str], None]


@dataclass(frozen=True)
class Alarms:
    """Both calls are made off the event loop and may come more than once for the same turn."""

    store: BotStore
    threads: Threads
    pauses: Pauses
    on_crisis: OnCrisis
    """Called with (person, turn, kinds) after someone spoke of danger in plain words."""
    on_complaint: OnComplaint
    """Called with (person, turn, words) where words of danger answered a question about a complaint."""

    async def raise_all(self) -> int:
        """Raise what is outstanding; gives how many were heard. One that fails rests for a growing while."""
        heard = 0
        for one in await self.threads.run(self.store.alarms.outstanding):
            if not self.pauses.rests(one.turn):
                heard += await self._raise(one)
        return heard

    async def _raise(self, one: Outstanding) -> bool:
        try:
            await self.threads.run(self._tell, one)
        except Exception:
            log.exception("alarm_not_heard", turn=one.turn)
            self.pauses.broke(one.turn)
            return False
        self.pauses.over(one.turn)
        return True

    def _tell(self, one: Outstanding) -> None:
        if one.alarm.kinds:
            self.on_crisis(one.person, one.turn, one.alarm.kinds)
        if one.alarm.is_complaint:
            self.on_complaint(one.person, one.turn, one.words)
        self.store.alarms.raised(one.turn)
