"""Puts the bot's parts together; ``bot.app`` adds what they stand beside."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.channels.contract import Channel
from bot.copy import Copy
from bot.gateway.alarms import Alarms, OnComplaint, OnCrisis
from bot.gateway.backoff import Pauses
from bot.gateway.danger import Check, Danger
from bot.gateway.notify import Notifier
from bot.gateway.order import Gateway
from bot.gateway.phones import Phones
from bot.gateway.plan import Planner
from bot.gateway.presses import PlaceNamed, no_place
from bot.gateway.runner import FailedTurns, Runner
from bot.gateway.safety import Contacts, Crises
from bot.gateway.sender import Sender
from bot.gateway.threads import Threads
from bot.gateway.words_given import WordGate, Words
from bot.languages import Languages
from bot.rasa_client import RasaClient
from bot.store import BotStore
from bot.store.engine import Engine
from nwd.cipher import Cipher
from nwd.clock import Clock

# Turns with Rasa at once: enough to keep its one process busy, few enough that none waits there until it is late.
IN_FLIGHT = 8


@dataclass(frozen=True)
class Outside:
    """What the bot needs of the other rooms, as values and calls."""

    engine: Engine
    clock: Clock
    cipher: Cipher
    rasa: RasaClient
    copy: Copy
    check: Check
    contacts: Contacts
    on_crisis: OnCrisis = lambda _person, _turn, _kinds: None
    on_complaint: OnComplaint = lambda _person, _turn, _words: None
    channels: Mapping[str, Channel] = field(default_factory=dict)
    keep_words: Callable[[str, str, str], None] = lambda _person, _turn, _words: None
    languages: Languages = field(default_factory=Languages)
    words: Words | None = None
    place_named: PlaceNamed = no_place
    offers_person: bool = True
    """Whether anybody reads what the desk is asked; else neither words nor buttons offer a person."""


@dataclass(frozen=True)
class Bot:
    outside: Outside
    store: BotStore
    threads: Threads
    notifier: Notifier
    failed_actions: FailedTurns
    gateway: Gateway
    sender: Sender
    alarms: Alarms

    async def keep_leases(self) -> int:
        """What runs here stays ours; gives 0, since nothing follows from it. Raises StoreBusyError."""
        await self.threads.run(self.store.leases.renew, self.sender.on_their_way)
        return 0

    async def close(self) -> None:
        """Let running turns end, then stop."""
        self.notifier.close()
        await self.gateway.idle()
        await self.sender.close()
        await asyncio.gather(*(channel.close() for channel in self.outside.channels.values()))
        await self.outside.rasa.close()
        self.threads.close()


def wire(outside: Outside) -> Bot:
    """Nothing runs yet: ``bot.gateway.start()`` and the worker do that."""
    shapes = {name: channel.shape for name, channel in outside.channels.items()}
    store = BotStore(outside.engine, outside.clock, outside.cipher, shapes)
    threads, notifier, failed = Threads(), Notifier(), FailedTurns()
    copy = outside.copy if outside.offers_person else outside.copy.where_nobody_sits()
    gate = WordGate(copy, outside.words)
    phones = Phones(copy, store.joining, outside.keep_words, outside.languages, gate)
    danger = Danger(Crises(copy, outside.contacts), outside.check, outside.languages)
    planner = Planner(copy, danger, phones, outside.place_named)
    in_flight = asyncio.Semaphore(IN_FLIGHT)
    rasa, clock = outside.rasa, outside.clock
    alarms = Alarms(store, threads, Pauses(clock), outside.on_crisis, outside.on_complaint)
    runner = Runner(
        store, threads, rasa, planner, copy, clock, failed, in_flight, alarms, offers_person=outside.offers_person
    )
    gateway = Gateway(store, threads, runner, notifier)
    sender = Sender(store, threads, outside.channels, outside.clock, notifier)
    return Bot(outside, store, threads, notifier, failed, gateway, sender, alarms)
