"""An installation of its own: Rasa and the app as processes on loopback, and people who talk to it over HTTP."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from bot.app import person_of
from bot.house import House, open_house, prepare
from bot.store import BotStore
from nwd import running
from nwd.cipher import Cipher
from nwd.settings import ROOT, Settings
from tests.bot.loopback import LOOPBACK
from tests.integration.starts import Forked, preloaded

PATIENCE = 60.0
"""Seconds that a busy machine gets for anything before a test gives up."""
PAUSE = 0.02
RASA_TIMEOUT = 4
LOG_END = 4000
"""Characters of the logs that a failed start shows."""
Process = subprocess.Popen[bytes] | Forked


def poll(until: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
    """What ``until`` gives, once it gives anything true."""
    end = time.monotonic() + seconds
    while not (found := until()):
        assert time.monotonic() < end, f"not in {seconds:.0f} seconds: {what}"
        time.sleep(PAUSE)
    return found


def settings_for(folder: Path, database_url: str) -> Settings:
    port, rasa = running.free_port(), running.free_port()
    return Settings(
        _env_file=None,
        data_dir=folder,
        database_url=database_url,
        secret_key="a secret of the tests that is long enough",
        rasa_token="a-token-of-the-tests",
        rasa_url=f"http://127.0.0.1:{rasa}",
        port=port,
        actions_url=f"http://127.0.0.1:{port}/actions/webhook",
    )


@dataclass
class Installation:
    """``kill_at`` arms one place of ``dying.py`` or ``dying_rasa.py``; whoever passes it is gone.

    ``preloaded``: its processes are forked from one that has imported everything; else each start is a whole one.
    """

    settings: Settings
    extra: dict[str, str] = field(default_factory=dict)
    preloaded: bool = True
    app: Process | None = None
    rasa: Process | None = None

    @property
    def folder(self) -> Path:
        return self.settings.data_dir

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    @property
    def points(self) -> Path:
        return self.folder / "points"

    def start_app(self) -> None:
        arguments = [str(self.points), "serve", "--worker"]
        self.app = self._start(sys.executable, "tests.integration.dying", arguments, "app.log")

    def start_rasa(self) -> None:
        python, _module, _name, *rest = running.rasa_command(self.settings)
        self.rasa = self._start(python, "tests.integration.dying_rasa", [str(self.points), *rest], "rasa.log")

    def start(self) -> None:
        """Start what does not run, and wait until it does."""
        if self.rasa is None or self.rasa.poll() is not None:
            self.start_rasa()
        if self.app is None or self.app.poll() is not None:
            self.start_app()
        self.ready()

    def ready(self) -> None:
        """Wait until both answer; who does not is ended, so that a test after this one starts both anew."""
        try:
            poll(lambda: running.answers(f"{self.url}/readyz"), "ready", running.START_SECONDS)
        except AssertionError as late:
            states = [process.poll() if process else "not started" for process in (self.app, self.rasa)]
            self.kill()
            raise AssertionError(f"{late}; app, rasa: {states}\n{self.logs()[-LOG_END:]}") from late

    def kill_at(self, place: str) -> None:
        staging = self.points.with_suffix(".new")
        staging.write_text(place)
        staging.replace(self.points)

    def died(self) -> None:
        """Wait until whoever was to die has died."""
        poll(lambda: not self.points.exists(), "somebody came past the place")
        processes = [process for process in (self.app, self.rasa) if process]
        poll(lambda: any(process.poll() == -signal.SIGKILL for process in processes), "it died")

    @contextmanager
    def rasa_hanging(self) -> Iterator[None]:
        """Rasa takes connections and answers none. It goes on afterwards, whatever came between."""
        assert self.rasa
        self.rasa.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.rasa.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        for process in (self.app, self.rasa):
            if process and process.poll() is None:
                process.terminate()
                process.send_signal(signal.SIGCONT)
        for process in (self.app, self.rasa):
            if process:
                process.wait(30)

    def kill(self) -> None:
        for process in (self.app, self.rasa):
            if process and process.poll() is None:
                process.kill()
                process.wait(30)

    def logs(self) -> str:
        logs = [self.folder / name for name in ("app.log", "rasa.log")]
        return "\n".join(log.read_text() for log in logs if log.exists())

    def post(self, body: object) -> httpx.Response:
        """Whatever somebody may post as a message."""
        return httpx.post(f"{self.url}/web/messages", json=body, timeout=PATIENCE, **LOOPBACK)

    @contextmanager
    def house(self) -> Iterator[House]:
        """The same data, seen from this process."""
        house = open_house(self.settings)
        try:
            yield house
        finally:
            house.engine.dispose()

    def person(self, key: str | None = None) -> Person:
        return Person(self, key or f"terminal:{uuid.uuid4().hex[:12]}")

    def _start(self, python: str, module: str, arguments: list[str], log: str) -> Process:
        own = {"NWD_RASA_TIMEOUT": str(RASA_TIMEOUT), "NWD_QUIET_HOURS": "00:00-00:00"}
        env = {k: v for k, v in os.environ.items() if not k.startswith("NWD_")}
        shared = {k: v for k, v in running.environment(self.settings).items() if k.startswith("NWD_")}
        env |= shared | own | self.extra
        if self.preloaded:
            return preloaded(python, module).start(arguments, env, self.folder / log)
        with (self.folder / log).open("ab") as output:
            return subprocess.Popen(
                [python, "-m", module, *arguments], cwd=ROOT, env=env, stdin=subprocess.DEVNULL,
                stdout=output, stderr=output,
            )  # fmt: skip


@contextmanager
def opened(
    folder: Path, database_url: str | None = None, extra: Mapping[str, str] | None = None, *, preloaded: bool = True
) -> Iterator[Installation]:
    subprocess.run([running.RASA_PYTHON, "-m", "nlu.train"], cwd=ROOT, check=True, capture_output=True)
    settings = settings_for(folder, database_url or f"sqlite:///{folder / 'nwd.db'}")
    prepare(settings)
    installation = Installation(settings, dict(extra or {}), preloaded)
    try:
        installation.start()
        yield installation
    finally:
        installation.stop()


Heard = dict[str, Any]


class Person:
    """Somebody in a chat. Reads events by cursor and comes back when cut off; on 503 sends again under the same id."""

    def __init__(self, installation: Installation, key: str) -> None:
        self.installation, self.key = installation, key
        self.cookies = {"nwd_person": Cipher(installation.settings.secrets).sign(key)}
        self.heard: list[Heard] = []
        self.ended: list[str] = []
        self._after = 0

    def post(self, message: str | None = None, **said: str) -> httpx.Response:
        """One try. ``said`` is a text or a button."""
        body = {"id": message or uuid.uuid4().hex} | said
        options: dict[str, Any] = {"cookies": self.cookies, "timeout": PATIENCE} | LOOPBACK
        return httpx.post(f"{self.installation.url}/web/messages", content=json.dumps(body), **options)

    def send_once(self, **said: str) -> str:
        """One try that may well fail; gives the id."""
        message = uuid.uuid4().hex
        with contextlib.suppress(httpx.TransportError):
            self.post(message, **said)
        return message

    def send(self, message: str | None = None, **said: str) -> str:
        """Send until it is taken, under one id; gives it."""
        message = message or uuid.uuid4().hex

        def taken() -> bool:
            try:
                return self.post(message, **said).status_code == 202
            except httpx.TransportError:
                return False

        poll(taken, "the message is taken")
        return message

    def at_once(self, *posts: tuple[str, dict[str, str]]) -> list[httpx.Response]:
        """Several posts side by side, as (id, said)."""
        with ThreadPoolExecutor(len(posts)) as pool:
            return [f.result() for f in [pool.submit(self.post, message, **said) for message, said in posts]]

    def say(self, text: str) -> list[Heard]:
        return self.answer_to(self.send(text=text))

    def tap(self, title: str) -> list[Heard]:
        return self.answer_to(self.send(button=self.button(title)))

    def button(self, title: str) -> str:
        """The id of the newest button of that title."""
        found = [b["id"] for said in reversed(self.heard) for b in said["buttons"] if b["title"] == title]
        assert found, f"no button {title!r}"
        return str(found[0])

    def answer_to(self, message: str) -> list[Heard]:
        """What is said until the turn of that message has ended."""
        start = len(self.heard)
        self.until(lambda: message in self.ended, "an answer")
        return self.heard[start:]

    def hears(self, words: str) -> None:
        self.until(lambda: words in self.text, f"to hear {words!r}")

    def until(self, done: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, f"waited in vain for {what}; heard {self.text[-600:]!r}"
            try:
                self._read(done, end)
            except httpx.TransportError:
                time.sleep(PAUSE)

    @property
    def text(self) -> str:
        return "\n".join(said["text"] for said in self.heard)

    @property
    def transcript(self) -> list[tuple[str, str, tuple[str, ...]]]:
        return [(s["kind"], s["text"], tuple(b["title"] for b in s["buttons"])) for s in self.heard]

    @property
    def id(self) -> str:
        with self.installation.house() as house:
            found = person_of(house, self.key)
        assert found
        return found

    def facts(self) -> list[tuple[str, str, str | None, str]]:
        with self.installation.house() as house:
            return [(f.field, f.value, f.code, f.polarity) for f in house.introductions.facts(self.id)]

    def asked(self) -> str | None:
        """The open question, as the app keeps it."""
        with self.installation.house() as house:
            return BotStore(house.engine, house.clock, house.cipher).turns.where(self.id)[1]

    def _read(self, done: Callable[[], bool], end: float) -> None:
        options: dict[str, Any] = {"cookies": self.cookies, "timeout": 3.0} | LOOPBACK
        with httpx.stream("GET", f"{self.installation.url}/web/events?after={self._after}", **options) as stream:
            kind = ""
            for line in stream.iter_lines():
                name, _, value = line.partition(": ")
                if name == "event":
                    kind = value
                elif name == "data":
                    self._take(kind, json.loads(value))
                    if done():
                        return
                if time.monotonic() > end:
                    return

    def _take(self, kind: str, event: Heard) -> None:
        self._after = event["n"]
        if kind == "turn_done":
            self.ended += event["answers"]
        else:
            self.heard.append(event)
