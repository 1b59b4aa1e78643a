"""How far the local installation's clock is moved: one row, read often, written by the control of the local page."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Column, Engine, Integer, Table, select

from bot.store.engine import READ_ONLY
from knowledge.store import metadata

clock_offset = Table(
    "clock_offset",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seconds", Integer, nullable=False),
)


class ClockOffset:
    """Shared by every process on this database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self) -> timedelta:
        with self._engine.connect().execution_options(**READ_ONLY) as connection:
            seconds = connection.scalar(select(clock_offset.c.seconds).where(clock_offset.c.id == 1))
        return timedelta(seconds=seconds or 0)

    def set(self, offset: timedelta) -> None:
        seconds = int(offset.total_seconds())
        with self._engine.begin() as connection:
            changed = connection.execute(clock_offset.update().where(clock_offset.c.id == 1).values(seconds=seconds))
            if changed.rowcount == 0:
                connection.execute(clock_offset.insert().values(id=1, seconds=seconds))

    def move(self, by: timedelta) -> None:
        self.set(self.read() + by)
