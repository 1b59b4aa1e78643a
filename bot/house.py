"""The parts every process of an installation opens: database, clock, cipher, directory, introductions."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Generic, TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.store import kept_keys
from bot.store.clock_offset import ClockOffset
from bot.store.engine import READ_ONLY, Engine, open_engine
from introductions.service import Introductions, as_places_say, open_introductions
from knowledge.directory import Directory
from knowledge.sample import load_sample
from knowledge.store import DirectoryStore
from nwd.cipher import Cipher
from nwd.clock import LONDON, Clock, SystemClock, parse_offset
from nwd.settings import ROOT, Settings

T = TypeVar("T")

FRESH = 1.0
"""Seconds for which a read of the clock's offset or of the directory serves again."""
BUSY_SECONDS = 5.0


class Kept(Generic[T]):
    """A value read again when it is older than ``seconds``; one thread reads, the others wait for it."""

    def __init__(self, read: Callable[[], T], seconds: float) -> None:
        self._read, self._seconds = read, seconds
        self._lock = threading.Lock()
        self._value: tuple[float, T] | None = None

    def __call__(self) -> T:
        kept = self._value
        if kept and time.monotonic() - kept[0] < self._seconds:
            return kept[1]
        with self._lock:
            kept = self._value
            if kept is None or time.monotonic() - kept[0] >= self._seconds:
                kept = (time.monotonic(), self._read())
                self._value = kept
            return kept[1]

    def forget(self) -> None:
        self._value = None


@dataclass(frozen=True)
class House:
    settings: Settings
    engine: Engine
    clock: Clock
    cipher: Cipher
    directory: Callable[[], Directory]
    introductions: Introductions
    offset: ClockOffset | None
    """Only of a local installation: what its clock is moved by."""
    forget_offset: Callable[[], None] = lambda: None
    forget_directory: Callable[[], None] = lambda: None
    """The next look at the directory reads it anew."""

    def move_clock(self, by: timedelta) -> None:
        """Raises ValueError in production, whose clock nobody moves."""
        if self.offset is None:
            raise ValueError("only a local installation may move its clock")
        self.offset.move(by)
        self.forget_offset()
        self.forget_directory()


def open_engine_of(settings: Settings) -> Engine:
    return open_engine(settings.database_url, busy_seconds=BUSY_SECONDS, own_begin=True)


def open_house(settings: Settings) -> House:
    """Open everything; the database must be at this release's migrations (``prepare``)."""
    engine = open_engine_of(settings)
    offset = ClockOffset(engine) if settings.is_local else None
    kept_offset = Kept(offset.read, FRESH) if offset else None
    clock: Clock = SystemClock(kept_offset) if kept_offset else SystemClock()
    cipher = Cipher(settings.secrets, kept_keys.read(engine, Cipher(settings.secrets), clock.now()))
    # Read in the middle of our own writes too: it must not wait for the write lock.
    reading = engine.execution_options(**READ_ONLY)
    listed = DirectoryStore(reading)
    directory = Kept(lambda: as_places_say(reading, listed.load(), clock.now()), 10 * FRESH)
    introductions = open_introductions(engine, directory, clock, cipher, settings)
    forget = kept_offset.forget if kept_offset else (lambda: None)
    return House(settings, engine, clock, cipher, directory, introductions, offset, forget, directory.forget)


def prepare(settings: Settings) -> None:
    """Bring the database to this release; a local one also gets the sample directory and ``NWD_CLOCK``."""
    engine = open_engine_of(settings)
    upgrade(engine)
    if settings.is_local:
        store = DirectoryStore(engine)
        if not store.load().services:
            store.save(load_sample(SystemClock().now().astimezone(LONDON).date()))
        if settings.clock:
            ClockOffset(engine).set(parse_offset(settings.clock, SystemClock().now()))
    engine.dispose()


def alembic_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(ROOT) / "migrations"))
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    config = alembic_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        if revision == "base" or revision.startswith("-"):
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)


def migration_state(engine: Engine) -> tuple[str | None, str | None]:
    """The database's revision and this release's."""
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current, ScriptDirectory.from_config(alembic_config()).get_current_head()
