"""Steps that several tests here take."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from bot.store.engine import open_engine
from tests.integration.installation import PATIENCE, Installation, Person, poll

STORY = "I used to do a lot of sewing. I get anxious in big groups."
NEXT = "some company"
OUTAGE = "slow today"
LOCKED_SECONDS = 15.0
GIVES_WAY = "300ms"
"""Less than the second after which PostgreSQL calls two that wait for each other a deadlock, and fails one."""

Line = tuple[str, str, tuple[str, ...]]


def brought_to_the_questions(installation: Installation) -> Person:
    person = installation.person()
    person.say("hi")
    person.tap("I'm 18+ and I agree")
    return person


def without_outages(person: Person) -> list[Line]:
    """What was said, but for the kind line, which nobody may be told twice about one message."""
    return [line for line in person.transcript if OUTAGE not in line[1]]


def answered(person: Person, message: str, lines: int) -> None:
    """Wait until the message has its answer and ``lines`` were said in all, the kind line apart."""
    person.until(lambda: message in person.ended and len(without_outages(person)) >= lines, "the answer")


def told_of_the_outage(person: Person) -> None:
    person.until(lambda: outages(person) == 1, "the kind line")


def outages(person: Person) -> int:
    return len(person.transcript) - len(without_outages(person))


@contextmanager
def locked(installation: Installation, *, trackers: bool = False) -> Iterator[None]:
    """Hold SQLite's write lock, or on a server every table of the app's, or Rasa's, from everybody."""
    if not installation.settings.database_url.startswith("sqlite"):
        with _locked_on_server(installation.settings.database_url, trackers=trackers):
            yield
        return
    database = installation.folder / ("tracker.db" if trackers else "nwd.db")
    holder = sqlite3.connect(database, isolation_level=None, timeout=PATIENCE)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


@contextmanager
def _locked_on_server(url: str, *, trackers: bool) -> Iterator[None]:
    engine = open_engine(url, busy_seconds=PATIENCE)
    names = [name for name in inspect(engine).get_table_names() if (name == "tracker") is trackers]
    with engine.connect() as holder:
        poll(lambda: _all_taken(holder, names), "every table is locked")
        try:
            yield
        finally:
            holder.rollback()
    engine.dispose()


def _all_taken(holder: Connection, names: list[str]) -> bool:
    """One try. Tables are taken one by one: where a writer holds a later one and waits for this, the lock gives way."""
    try:
        holder.execute(text(f"SET LOCAL lock_timeout = '{GIVES_WAY}'"))
        holder.execute(text(f"LOCK TABLE {', '.join(names)} IN EXCLUSIVE MODE"))
    except OperationalError:
        holder.rollback()
        return False
    return True


def until_past(end: float) -> None:
    poll(lambda: time.monotonic() > end, "the clock goes on")


def introduced(installation: Installation, *, story: str = STORY, name: str = "Marcia") -> Person:
    """Somebody who agreed to a letter to the first place that was offered."""
    person = installation.person()
    person.say("hi")
    person.tap("I'm 18+ and I agree")
    person.say(story)
    for _ in range(12):
        if person.asked() is None:
            break
        person.say("skip")
    person.tap("Introduce me")
    person.say(name)
    person.say("I agree")
    person.tap("Yes, write to me")
    return person


def letter_path(installation: Installation, person: Person) -> str:
    """The path of the link in the letter about this person, once it went."""

    def gone() -> list[str]:
        theirs = {one.id for one in house.introductions.of_person(person.id)}
        letters = (one for one in house.introductions.sent_letters() if one.introduction_id in theirs)
        return [str(one.text) for one in letters if "/i/" in one.text]

    with installation.house() as house:
        letter = str(poll(gone, "a letter goes")[0])
    return "/i/" + letter.partition("/i/")[2].split()[0]
