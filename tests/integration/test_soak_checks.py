"""What the soak looks for is found where it is there."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from tests.integration.test_soak import Kill, crossed_turns, in_line

ANY = "2026-11-02 12:00:"


def told(folder: Path, answered: Sequence[str]) -> None:
    """Ada's three messages, each a turn of its own, and the turns in the order in which they were answered."""
    with contextlib.closing(sqlite3.connect(folder / "nwd.db")) as database:
        database.executescript(
            """CREATE TABLE inbound (id INTEGER, conversation_id TEXT, kind TEXT, turn_id TEXT, received TEXT);
               CREATE TABLE outbox (id INTEGER, conversation_id TEXT, turn_id TEXT);
               CREATE TABLE turn (id TEXT, finished TEXT);"""
        )
        for n, turn in enumerate(("a", "b", "c")):
            database.execute("INSERT INTO inbound VALUES (?, 'ada', 'text', ?, ?)", (n, turn, f"{ANY}0{n}"))
            database.execute("INSERT INTO turn VALUES (?, ?)", (turn, f"{ANY}0{n}.9" if turn != "b" else f"{ANY}09"))
        for n, turn in enumerate(answered):
            database.execute("INSERT INTO outbox VALUES (?, 'ada', ?)", (n, turn))
        database.commit()


def test_answers_that_crossed_are_found(tmp_path: Path) -> None:
    told(tmp_path, ("a", "c", "c", "b"))
    assert crossed_turns(tmp_path) == [(3,)]
    assert in_line(tmp_path) == 1


def test_answers_in_order_are_no_fault(tmp_path: Path) -> None:
    told(tmp_path, ("a", "a", "b", "c"))
    assert crossed_turns(tmp_path) == []


def test_only_what_was_on_its_way_may_come_twice() -> None:
    kill = Kill(at=100.0, next_began=101.0)
    assert kill.between(99.0, 104.0)
    assert not kill.between(60.0, 104.0)  # long gone when the process died
    assert not kill.between(102.0, 104.0)
    assert not kill.between(98.0, 99.0)
