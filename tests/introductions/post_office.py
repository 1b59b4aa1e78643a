"""A mail server on loopback that refuses a tenth, and two worker processes that bring it mail and may die over it."""

from __future__ import annotations

import contextlib
import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from introductions import templates
from nwd.running import free_port
from nwd.settings import ROOT
from tests.introductions.worker_process import PATIENCE

REFUSED, KILLED = 0.1, 0.02


@dataclass
class Workers:
    """Two worker processes on one database and one clock; whichever dies is started anew, as a supervisor would."""

    folder: Path
    database_url: str
    smtp_urls: dict[str, str] = field(default_factory=dict)
    processes: dict[str, subprocess.Popen[str]] = field(default_factory=dict)
    deaths: int = 0
    taken: int = 0
    """How often the mail server was brought something, whatever it said."""

    def start(self, name: str) -> None:
        command = [sys.executable, "-m", "tests.introductions.worker_process", str(self.folder)]
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [*command, self.database_url, self.smtp_urls[name]],
                cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip

    def kill(self, name: str) -> None:
        self.processes[name].kill()

    def until_idle(self, now: datetime, dies: tuple[str, int] | None = None) -> None:
        """Everything that is due at ``now`` is done, whoever died over it.

        ``dies``: who does not live through that many statements more, if there are so many to make.
        """
        working = set(self.processes)
        for name in working:
            self._tell(name, f"{now.isoformat()} {dies[1]}" if dies and dies[0] == name else now.isoformat())
        while working:
            for name in self._heard(working):
                answer = self._of(name).readline()
                if answer:
                    assert answer == "idle\n"
                    working.remove(name)
                else:
                    self._replace(name)
                    self._tell(name, now.isoformat())

    def _tell(self, name: str, line: str) -> None:
        stdin = self.processes[name].stdin
        assert stdin
        print(line, file=stdin, flush=True)

    def _of(self, name: str) -> Any:
        return self.processes[name].stdout

    def _heard(self, names: set[str]) -> list[str]:
        """Who of them answered or died."""
        while True:
            before = self.taken
            ready = select.select([self._of(name) for name in names], [], [], PATIENCE)[0]
            if ready:
                return [name for name in sorted(names) if self._of(name) in ready]
            assert self.taken != before, f"the workers do nothing: see {self.folder}"

    def _replace(self, name: str) -> None:
        """Somebody died: every template is edited, and another takes the place."""
        last_words = (self.folder / f"{name}.log").read_text()[-2000:]
        assert self.processes[name].wait() == -signal.SIGKILL, f"worker {name} ended by itself: {last_words}"
        self._close(name)
        self.deaths += 1
        for path in (self.folder / "letters").glob("*.txt"):
            if not path.name.endswith(".subject.txt"):
                text = re.sub(r"\n?Edition \d+\n?$", "", path.read_text())
                replace(path, f"{text}\nEdition {self.deaths}\n")
        self.start(name)

    def _close(self, name: str) -> None:
        process = self.processes[name]
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()

    def stop(self) -> None:
        for name, process in self.processes.items():
            process.kill()
            process.wait(PATIENCE)
            self._close(name)


def replace(path: Path, text: str) -> None:
    """Write whole, so that a reader never sees half."""
    staging = path.with_name(f"{path.name}.new")
    staging.write_text(text)
    os.replace(staging, path)  # noqa: PTH105  (atomic by name)


@dataclass
class PostOffice:
    """Takes what comes, byte for byte, under its message id. ``kills_left`` workers die before or after it is taken."""

    workers: Workers
    kills_left: int
    seed: int
    kills: int = 0
    taken: dict[str, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    refused: int = 0
    killed_after: list[str] = field(default_factory=list)
    """Message ids of what was taken from a worker who never heard so."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def take(self, name: str, content: bytes) -> str:
        with self.lock:
            self.workers.taken += 1
            dies = self.kills_left > 0 and self.random.random() < KILLED
            if dies:
                self.kills_left -= 1
                self.kills += 1
            if dies and self.random.random() < 0.5:
                self.workers.kill(name)
                return "451 gone"
            if not dies and self.random.random() < REFUSED:
                self.refused += 1
                return "451 try later"
            found = re.search(rb"(?mi)^Message-ID: *(\S+)", content)
            assert found
            message_id = found[1].decode()
            self.taken[message_id].append(content)
            if dies:
                self.killed_after.append(message_id)
                self.workers.kill(name)
            return "250 taken"


@dataclass
class Door:
    """One worker's own port, so that the server knows who brings the mail."""

    office: PostOffice
    name: str

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        return self.office.take(self.name, bytes(envelope.content))


@contextlib.contextmanager
def open_post_office(folder: Path, database_url: str, *, kills: int, seed: int) -> Iterator[PostOffice]:
    shutil.copytree(templates.LETTERS, folder / "letters")
    workers = Workers(folder, database_url)
    office = PostOffice(workers, kills, seed)
    with contextlib.ExitStack() as closing:
        closing.callback(workers.stop)
        for name in ("one", "two"):
            port = free_port()
            door = Controller(Door(office, name), hostname="127.0.0.1", port=port)
            door.start()
            closing.callback(door.stop)
            workers.smtp_urls[name] = f"smtp://127.0.0.1:{port}"
            workers.start(name)
        yield office
