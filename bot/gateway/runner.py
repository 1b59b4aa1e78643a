"""Runs one turn: plan, Rasa, outcome. What goes wrong keeps the message and tells the person once."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from bot.copy import Copy
from bot.gateway.alarms import Alarms
from bot.gateway.backoff import backoff
from bot.gateway.plan import Planner
from bot.gateway.plans import RESUME, Plan
from bot.gateway.replies import after, hides, messages_of
from bot.gateway.safety import said
from bot.gateway.threads import Threads
from bot.rasa_client import RasaClient, RasaError, RasaInput, RasaTurn, SaidNothingError
from bot.store import BotStore, OtherChatBusyError, StoreBusyError
from bot.store.model import Alarm, Outcome, Said, Turn
from nwd.clock import Clock
from nwd.errors import NwdError

log = structlog.get_logger()

# A turn that Rasa answered wrongly this often is given up, kindly, so that it does not hold up what comes after it.
# Outages never give up: the message is kept until Rasa is back.
FAULTS_ALLOWED = 5
COMPLAINING = "complain_form"
# Ends when something stands behind a turn that cannot wait.
Passed = Callable[[], Awaitable[None]]


class PassedError(NwdError):
    """Stop or danger stands behind a turn that waits for Rasa. They go first, and the turn is tried again later."""

    retry = True


@dataclass
class FailedTurns:
    """Turns in which an action raised; the action webhook adds, the runner takes."""

    _ids: set[str] = field(default_factory=set)

    def add(self, turn: str) -> None:
        self._ids.add(turn)

    def take(self, turn: str) -> bool:
        """Whether the turn failed; asked once."""
        found = turn in self._ids
        self._ids.discard(turn)
        return found


@dataclass(frozen=True)
class Runner:
    """``in_flight`` bounds how many turns are with Rasa at once; waiting for a place is no outage."""

    store: BotStore
    threads: Threads
    rasa: RasaClient
    planner: Planner
    copy: Copy
    clock: Clock
    failed_actions: FailedTurns
    in_flight: asyncio.Semaphore
    alarms: Alarms
    offers_person: bool = True

    async def run(self, run: Turn, passed: Passed | None = None) -> None:
        """Run and end one begun turn. Raises StoreBusyError when its end could not be written: it is then run again.

        While it waits for Rasa, or for a place there, it is late as soon as ``passed`` ends.
        """
        try:
            outcome = await self._outcome(run, passed)
        except StoreBusyError:
            raise
        except PassedError:
            next_try = self.clock.now() + backoff(run.attempts)
            await self.threads.run(self.store.turns.late, run, next_try=next_try, fault=False, said=())
        except RasaError as error:
            await self._late(run, fault=not error.is_outage, reason=str(error))
        except Exception:
            log.exception("turn_broke", turn=run.id)
            await self._late(run, fault=True, reason="broke")
        else:
            await self._finish(run, outcome)
            log.debug("turn_done", turn=run.id, conversation=run.position.conversation, attempts=run.attempts)

    async def _finish(self, run: Turn, outcome: Outcome) -> None:
        try:
            await self.threads.run(self.store.turns.finish, run, outcome)
            if outcome.alarm:
                await self._raise_alarms()
        except OtherChatBusyError:
            next_try = self.clock.now() + backoff(run.attempts)
            await self.threads.run(self.store.turns.late, run, next_try=next_try, fault=False, said=())

    async def _raise_alarms(self) -> None:
        """The lines are the person's already; an alarm that is not heard now is raised again by the worker."""
        with contextlib.suppress(StoreBusyError):
            await self.alarms.raise_all()

    async def _outcome(self, run: Turn, passed: Passed | None) -> Outcome:
        plan = await self.threads.run(self.planner.plan, run)
        here = run.position
        if plan.rasa is None:
            own = Outcome(plan.said, plan.status, here.form, here.slot, plan.crisis, is_crisis=plan.is_crisis)
            own = replace(own, alarm=_alarm(plan, here.form))
            return replace(own, joins=plan.joins, language=plan.language, is_secret=plan.is_secret)
        try:
            asking = self._ask_rasa(run, plan.rasa, asked=None if plan.is_correction else here.slot)
            answer = await (_unless(asking, passed) if passed else asking)
        except RasaError as error:
            alone = Outcome(self._alone(plan, error), "open", here.form, here.slot, plan.crisis)
            return replace(alone, is_secret=plan.is_secret)
        messages = messages_of(answer.replies, is_notice=plan.is_notice, offers_person=self.offers_person)
        if not messages:
            raise RasaError("Rasa said nothing to read", is_outage=False)
        status = after(answer.replies) or plan.status
        ended = Outcome((*plan.said, *messages), status, answer.form, answer.slot, plan.crisis)
        return replace(ended, hides=hides(answer.replies), language=plan.language, is_secret=plan.is_secret)

    def _alone(self, plan: Plan, error: RasaError) -> tuple[Said, ...]:
        """What can be said though Rasa said nothing; raises the error where that is not enough."""
        if plan.said and plan.rasa_may_fail:
            return plan.said
        resumes = plan.rasa is not None and (plan.rasa.taken_up or plan.rasa.intent == RESUME.intent)
        if resumes and isinstance(error, SaidNothingError):
            return (*plan.said, said(self.copy.line("utter_nothing_open")))
        raise error

    async def _ask_rasa(self, run: Turn, words: RasaInput, *, asked: str | None) -> RasaTurn:
        here = run.position
        async with self.in_flight:
            answer = await self.rasa.turn(here.conversation, run.id, words, asked=asked, language=here.language)
        if self.failed_actions.take(run.id):
            raise RasaError("an action failed", is_outage=False)
        return answer

    async def _is_danger(self, run: Turn) -> bool:
        """Whoever is in danger gets the numbers, whatever has to be mended first."""
        return await self.threads.run(lambda: any(self.planner.danger.is_crisis(w.text) for w in run.batch))

    async def _late(self, run: Turn, *, fault: bool, reason: str) -> None:
        self.failed_actions.take(run.id)
        log.warning("turn_late", turn=run.id, attempts=run.attempts + 1, reason=reason)
        here = run.position
        if fault and run.faults + 1 >= FAULTS_ALLOWED and not await self._is_danger(run):
            lines = () if _is_unprompted(run) else (said(self.copy.line("utter_gave_up")),)
            outcome = Outcome(lines, here.status, here.form, here.slot, here.crisis)
            await self.threads.run(self.store.turns.finish, run, outcome, given_up=True)
            return
        tell = not run.told and not _is_unprompted(run)
        lines = (said(self.copy.line("utter_outage")),) if tell else ()
        next_try = self.clock.now() + backoff(run.attempts)
        await self.threads.run(self.store.turns.late, run, next_try=next_try, fault=fault, said=lines)


def _alarm(plan: Plan, form: str | None) -> Alarm | None:
    if not plan.is_crisis or plan.crisis is None:
        return None
    alarm = Alarm(plan.crisis.kinds if plan.crisis.stage == "told" else (), is_complaint=form == COMPLAINING)
    return alarm if alarm != Alarm() else None


async def _unless(asking: Coroutine[Any, Any, RasaTurn], passed: Passed) -> RasaTurn:
    """Raises PassedError where ``passed`` ends first. Rasa may run the turn to its end: its id makes the retry safe."""
    answer, other = asyncio.ensure_future(asking), asyncio.ensure_future(passed())
    try:
        await asyncio.wait({answer, other}, return_when=asyncio.FIRST_COMPLETED)
        if answer.done():
            return answer.result()
        other.result()
        raise PassedError("something that cannot wait was written")
    finally:
        for one in (answer, other):
            one.cancel()
        await asyncio.gather(answer, other, return_exceptions=True)


def _is_unprompted(run: Turn) -> bool:
    return run.batch[0].kind == "event"
