"""Messages to people that were given up, for ``nwd outbox``."""

from __future__ import annotations

from typing import Any

from bot.house import open_house
from bot.store import BotStore
from nwd.settings import Settings


def dead_letters(settings: Settings) -> list[dict[str, Any]]:
    """Without words and addresses: number, conversation, channel, kind, since when, tries."""
    return [
        {
            "id": letter.n,
            "conversation": letter.conversation,
            "channel": letter.channel,
            "kind": letter.kind,
            "created": letter.created.isoformat(),
            "attempts": letter.attempts,
        }
        for letter in _store(settings).delivery.dead()
    ]


def resend_letter(settings: Settings, number: int) -> bool:
    """False if no message that was given up has that number."""
    return _store(settings).delivery.resend(number)


def _store(settings: Settings) -> BotStore:
    house = open_house(settings)
    return BotStore(house.engine, house.clock, house.cipher)
