"""The bot's one store: claims, turns and their leases, buttons, the outbox, retention. SQLAlchemy stays in here."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Engine

from bot.store import tables
from bot.store.alarms import Alarms
from bot.store.arrivals import Arrivals
from bot.store.claims import Claims
from bot.store.database import Database, StoreBusyError
from bot.store.delivery import Delivery
from bot.store.erasure import Erasure
from bot.store.history import History
from bot.store.joining import Joining, OtherChatBusyError
from bot.store.leases import Leases
from bot.store.messages import Messages, Shape
from bot.store.turns import Turns
from nwd.cipher import Cipher
from nwd.clock import Clock

__all__ = ["BotStore", "OtherChatBusyError", "StoreBusyError", "tables"]


class BotStore:
    """Every call blocks and commits before it returns; run them in threads."""

    def __init__(self, engine: Engine, clock: Clock, cipher: Cipher, shapes: Mapping[str, Shape] | None = None) -> None:
        database = Database(engine, clock, cipher)
        self.claims = Claims(database)
        self.messages = Messages(database, shapes or {})
        self.leases = Leases(database)
        self.delivery = Delivery(database, self.leases.owner)
        self.history = History(database)
        self.turns = Turns(database, self.messages, self.leases)
        self.erasure = Erasure(database)
        self.joining = Joining(database)
        self.arrivals = Arrivals(database)
        self.alarms = Alarms(database)
