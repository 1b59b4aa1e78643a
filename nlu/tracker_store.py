"""Where Rasa keeps its trackers: one encrypted row a conversation, written only over the version that was read.

On PostgreSQL the table is made by the project's migrations; on SQLite it lies in a file of its own, made here, so that
a turn never waits for the app's own writes.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, List, Optional, Tuple, TypeVar

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from nlu.errors import StaleTrackerError, StoreError
from nlu.shorten import shortened
from nwd.cipher import Cipher, CipherError

WAIT = 2  # seconds that a statement waits for somebody else's lock, well inside the app's time limit for a turn
THREADS = 4
REMEMBERED = 500  # trackers kept ready in memory; each counts only while its stored version is still the same

metadata = sa.MetaData()
table = sa.Table(
    "tracker",
    metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("version", sa.String(32), nullable=False),
    sa.Column("events", sa.Text, nullable=False),
)

Answer = TypeVar("Answer")


def tracker_url(database_url: str) -> str:
    """Where trackers belong for an app whose database is ``database_url``; the driver is one SQLAlchemy 1.4 knows."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "nwd.db")
        return str(url.set(drivername="sqlite", database=str(path.with_name("tracker.db"))))
    return url.set(drivername="postgresql+psycopg2").render_as_string(hide_password=False)


def _sqlite_engine(url: URL) -> Engine:
    Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    arguments = {"timeout": WAIT, "check_same_thread": False}
    engine = sa.create_engine(url, poolclass=QueuePool, pool_size=THREADS, connect_args=arguments)

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA secure_delete = ON")

    metadata.create_all(engine)
    return engine


def _postgres_engine(url: URL) -> Engine:
    limits = f"-c lock_timeout={WAIT}s -c statement_timeout={2 * WAIT}s"
    arguments = {"connect_timeout": WAIT, "options": limits}
    return sa.create_engine(url, pool_size=THREADS, pool_pre_ping=True, connect_args=arguments)


class EncryptedTrackerStore(TrackerStore):
    """Every method raises StoreError when the database does not answer; a failed read never looks like a new person."""

    def __init__(
        self,
        domain: Optional[Domain] = None,
        host: str = "",
        event_broker: Optional[EventBroker] = None,
        secret: str = "",
    ) -> None:
        """``host`` is the database's URL, ``secret`` the keys as in NWD_SECRET_KEY, read from there if left out."""
        super().__init__(domain, event_broker)
        url = make_url(host)
        self._engine = (_sqlite_engine if url.get_backend_name() == "sqlite" else _postgres_engine)(url)
        self._cipher = Cipher((secret or os.environ["NWD_SECRET_KEY"]).split(","))
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="tracker-store")
        self._ready: "OrderedDict[str, DialogueStateTracker]" = OrderedDict()

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The tracker, or None if nothing is kept. It is the caller's alone until it is saved."""
        ready = self._ready.pop(sender_id, None)
        version, events = await self._in_thread(self._read, sender_id, ready.version if ready else None)
        if version is None:
            return None
        if ready and events is None:
            return ready
        tracker = DialogueStateTracker.from_events(sender_id, deserialise_events(events), self.domain.slots)
        tracker.version = version
        return tracker

    async def retrieve_full_tracker(self, conversation_id: str) -> Optional[DialogueStateTracker]:
        """Same as ``retrieve``: older sessions are not kept."""
        return await self.retrieve(conversation_id)

    async def create_tracker(self, sender_id: str, append_action_listen: bool = True) -> DialogueStateTracker:  # noqa: ARG002
        """A tracker with an empty row under it, so that a save after erasing in its very first turn is refused too."""
        tracker = self.init_tracker(sender_id)
        tracker.version = await self._in_thread(self._write, sender_id, None, [])
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Raises StaleTrackerError if the row is gone or another version than the one this tracker was read from."""
        version: str = tracker.version
        tracker = shortened(tracker, self.domain) or tracker
        events = [event.as_dict() for event in tracker.events]
        tracker.version = await self._in_thread(self._write, tracker.sender_id, version, events)
        self._ready[tracker.sender_id] = tracker
        if len(self._ready) > REMEMBERED:
            self._ready.popitem(last=False)

    async def erase(self, conversation: str) -> None:
        """Forget everything of a conversation; nothing happens if nothing is kept."""
        self._ready.pop(conversation, None)
        await self._in_thread(self._delete, conversation)

    async def keys(self) -> Iterable[str]:
        return await self._in_thread(self._conversations)

    async def _in_thread(self, work: Callable[..., Answer], *arguments: Any) -> Answer:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work, *arguments)
        except (SQLAlchemyError, CipherError) as error:
            raise StoreError(type(error).__name__) from None  # its message may hold the row

    def _read(self, conversation: str, known: Optional[str]) -> Tuple[Optional[str], Optional[List[Dict[str, Any]]]]:
        """(version, events); (None, None) without a row, and no events if the version is ``known`` already."""
        here = table.c.conversation == conversation
        with self._engine.connect() as connection:
            if known is not None and connection.scalar(sa.select(table.c.version).where(here)) == known:
                return known, None
            row = connection.execute(sa.select(table.c.version, table.c.events).where(here)).first()
        return (row.version, json.loads(self._cipher.decrypt(row.events))) if row else (None, None)

    def _write(self, conversation: str, version: Optional[str], events: List[Dict[str, Any]]) -> str:
        new = secrets.token_hex(16)
        values = {"version": new, "events": self._cipher.encrypt(json.dumps(events))}
        statement: Any
        if version is None:
            statement = table.insert().values(conversation=conversation, **values)
        else:
            same = (table.c.conversation == conversation) & (table.c.version == version)
            statement = table.update().where(same).values(**values)
        try:
            with self._engine.begin() as connection:
                written = connection.execute(statement).rowcount
        except IntegrityError:
            written = 0
        if written != 1:
            raise StaleTrackerError("erased or changed meanwhile")
        return new

    def _delete(self, conversation: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(table.c.conversation == conversation))

    def _conversations(self) -> List[str]:
        with self._engine.connect() as connection:
            return list(connection.scalars(sa.select(table.c.conversation)))
