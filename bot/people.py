"""Finding, showing and erasing one person across the stores, for ``nwd person`` and the worker."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.house import House
from bot.opened import open_app
from bot.rasa_client import RasaError
from bot.store import BotStore
from bot.store.trackers import Trackers
from bot.worker import erase_tracker_and_rows
from introductions.errors import UnknownPerson


class TrackerLeftError(RasaError):
    """All is erased but Rasa's tracker; the worker erases that as soon as Rasa answers."""


def person_of(house: House, key: str) -> str | None:
    """The person behind ``channel:address`` or a person's id; None if nobody is kept under it."""
    store = _store(house)
    channel, colon, sender = key.partition(":")
    if colon:
        return store.claims.conversation_of(channel, sender)
    return key if store.claims.is_known(key) or not house.introductions.unknown([key]) else None


def export_person(house: House, person: str) -> dict[str, Any]:
    """Everything held on a person, readable: what introductions keep, the conversation, the dialogue's own memory."""
    try:
        kept = house.introductions.export(person)
    except UnknownPerson:
        kept = {}  # somebody who wrote, and whose first words never came as far as the dialogue
    dialogue = Trackers.beside(house.engine, house.cipher).events(person)
    return {**kept, "conversation": _store(house).history.export(person), "dialogue": dialogue}


def erase_person(house: House, person: str) -> None:
    """Erase a person in every store. Raises TrackerLeftError if Rasa is away: its tracker then goes later."""
    store = _store(house)
    house.introductions.erase(person)
    store.erasure.mark(person)
    asyncio.run(_erase_now(house, person))


async def _erase_now(house: House, person: str) -> None:
    bot = open_app(house).bot
    try:
        if not await erase_tracker_and_rows(bot, person):
            left = "all is erased but the dialogue's tracker; it goes within minutes of Rasa running"
            raise TrackerLeftError(left, is_outage=True)
    finally:
        await bot.close()


def _store(house: House) -> BotStore:
    return BotStore(house.engine, house.clock, house.cipher)
