"""Starts and watches the processes of one installation: the app and Rasa, on the embedded default."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from nwd.errors import NwdError
from nwd.settings import ROOT, Settings

START_SECONDS = 120
"""How long Rasa and the app may take to answer; Rasa's import alone takes ten seconds on two cores."""
STOP_SECONDS = 25
RASA_PYTHON = ROOT / "nlu" / ".venv" / "bin" / "python"
_opener = build_opener(ProxyHandler({}))


class StartError(NwdError):
    """A process did not come up; the message says where to read why."""


@dataclass(frozen=True)
class Running:
    """What a running installation leaves for others of this machine to find."""

    url: str
    pid: int
    rasa_url: str


def answers(url: str, *, seconds: float = 2) -> bool:
    """Whether ``url`` answers with success."""
    try:
        with _opener.open(url, timeout=seconds) as response:
            return bool(response.status == 200)
    except (URLError, OSError, ValueError):
        return False


def troubles(found: Running, *, seconds: float = 2) -> list[str]:
    """What a running installation says is amiss though it is ready, a line each."""
    try:
        with _opener.open(f"{found.url}/readyz", timeout=seconds) as response:
            return list(response.read().decode(errors="replace").splitlines()[1:])
    except (URLError, OSError, ValueError):
        return []


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def find_running(settings: Settings) -> Running | None:
    """The installation that runs on this data, if one does and answers."""
    try:
        left = json.loads((settings.data_dir / "run.json").read_text())
    except (OSError, ValueError):
        return None
    found = Running(left["url"], left["pid"], left.get("rasa_url", settings.rasa_url))
    return found if answers(f"{found.url}/readyz") else None


def beside_running(settings: Settings) -> Settings:
    """The same settings, with the Rasa of the installation that runs on this data, wherever that one listens."""
    found = find_running(settings)
    return settings.model_copy(update={"rasa_url": found.rasa_url}) if found else settings


@contextlib.contextmanager
def locked(path: Path, how: int) -> Iterator[IO[str]]:
    """Hold a file lock; raises BlockingIOError if ``how`` has LOCK_NB and another holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as handle:
        fcntl.flock(handle, how)
        yield handle


def is_free(path: Path) -> bool:
    """Whether nobody holds the lock on ``path``."""
    try:
        with locked(path, fcntl.LOCK_EX | fcntl.LOCK_NB):
            return True
    except BlockingIOError:
        return False


def environment(settings: Settings) -> dict[str, str]:
    """The settings that both processes must agree on, as environment; secrets go this way and never as arguments."""
    return (
        {"OPENBLAS_NUM_THREADS": "1"}
        | os.environ
        | {
            "NWD_DATA_DIR": str(settings.data_dir),
            "NWD_DATABASE_URL": settings.database_url,
            "NWD_SECRET_KEY": settings.secret_key.get_secret_value(),
            "NWD_RASA_TOKEN": settings.rasa_token.get_secret_value(),
            "NWD_RASA_URL": settings.rasa_url,
            "NWD_ACTIONS_URL": settings.actions_url,
            "NWD_HOST": settings.host,
            "NWD_PORT": str(settings.port),
        }
    )


def rasa_command(settings: Settings) -> list[str]:
    """How Rasa is started: its own environment, on the host and port of ``NWD_RASA_URL``. Raises StartError."""
    if not RASA_PYTHON.exists():
        raise StartError("Rasa's environment is missing: run `make setup` first")
    host, _, port = settings.rasa_url.partition("://")[2].rstrip("/").partition(":")
    return [str(RASA_PYTHON), "-m", "nlu.serve", "--host", host, "--port", port or "5005"]


def app_command(*, worker: bool) -> list[str]:
    return [sys.executable, "-m", "nwd.cli", "serve", *(["--worker"] if worker else [])]


class Children:
    """Processes started together, stopped together; one that dies is started again with growing pauses."""

    def __init__(self, commands: Mapping[str, Sequence[str]], env: dict[str, str], log: Path | None) -> None:
        self._commands, self._env, self._log = commands, env, log
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._restart_at: dict[str, float] = {}
        self._restarts: dict[str, int] = dict.fromkeys(commands, 0)

    def start(self) -> None:
        for name in self._commands:
            self._start(name)

    def _start(self, name: str) -> None:
        output = self._log.open("ab") if self._log else None
        self._running[name] = subprocess.Popen(
            self._commands[name], cwd=ROOT, env=self._env, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True,
        )  # fmt: skip
        if output:
            output.close()

    def ended(self) -> list[str]:
        return [name for name, process in self._running.items() if process.poll() is not None]

    def watch(self) -> None:
        """Start again what has died: after 1 second, then 2, 4, … up to 30."""
        now = time.monotonic()
        for name in self.ended():
            due = self._restart_at.setdefault(name, now + min(30, 2 ** self._restarts[name]))
            if now >= due:
                self._restarts[name] += 1
                del self._restart_at[name]
                self._start(name)

    def stop(self) -> None:
        for process in self._running.values():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        end = time.monotonic() + STOP_SECONDS
        for process in self._running.values():
            try:
                process.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
