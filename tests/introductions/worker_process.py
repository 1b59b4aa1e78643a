"""A worker as a process of its own, which tests kill: the program's own steps for clocks and letters, over real SMTP.

``python -m tests.introductions.worker_process FOLDER DATABASE_URL SMTP_URL``, with the templates in ``FOLDER/letters``.
Each line on its input is an instant: it does what is due then, and answers ``idle``. A number behind the instant is how
many more statements it lives for: it kills itself by SIGKILL before that one, in the middle of whatever it is at.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import Engine, event

from bot.channels import email
from bot.channels.email import mailer_for
from bot.copy import Copy
from bot.rasa_client import RasaClient
from bot.store.engine import open_engine
from bot.wiring import Outside, wire
from bot.worker import Worker
from introductions import open_introductions, templates
from knowledge.safety import check
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import Settings

SECRET = "a secret of the tests, long enough for it"
PATIENCE = 600
"""Seconds for another's lock or for the mail server: a machine that is slow fails no test."""
ROUNDS = 1000
"""How often there may be something left to do at one instant; more, and it would never end."""


class Life:
    """Counts an engine's statements down, once ``left`` is set, and ends the process at none."""

    def __init__(self, engine: Engine) -> None:
        self.left: int | None = None
        event.listen(engine, "before_cursor_execute", self._statement)

    def _statement(self, *_about: Any) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


async def work(worker: Worker, clock: FrozenClock, life: Life, answers: TextIO) -> None:
    for line in sys.stdin:
        now, _, statements = line.strip().partition(" ")
        clock.set(datetime.fromisoformat(now))
        life.left = int(statements) if statements else None
        for _ in range(ROUNDS):
            if not await worker.strike_clocks() + await worker.send_letters():
                break
        else:
            raise RuntimeError(f"there was no end of things to do at {now}")
        life.left = None
        print("idle", file=answers, flush=True)


def answers_alone() -> TextIO:
    """The output as it was; whatever else is printed, such as logs, goes with the errors."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return answers


def main(database_url: str, smtp_url: str) -> None:
    answers = answers_alone()
    clock = FrozenClock(datetime.now(UTC))
    engine = open_engine(database_url, busy_seconds=PATIENCE, own_begin=True, pool_size=2)
    cipher = Cipher([SECRET])
    room = open_introductions(engine, lambda: DIRECTORY, clock, cipher, Settings())
    rasa = RasaClient("http://127.0.0.1:9", "no dialogue here", seconds=1.0)
    bot = wire(Outside(engine, clock, cipher, rasa, Copy(), check, lambda _person, _kinds: []))
    asyncio.run(work(Worker(bot, room, mailer_for(smtp_url, Settings().mail_from)), clock, Life(engine), answers))


if __name__ == "__main__":
    templates.LETTERS = Path(sys.argv[1]) / "letters"
    email.SECONDS = PATIENCE
    main(*sys.argv[2:])
