"""The systems that are measured, each as the processes that serve it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.bench.people import OurPerson, Person, PlainPerson
from bot.house import prepare
from nwd import running
from nwd.errors import NwdError
from nwd.settings import ROOT, Settings, actions_url, load

PAUSE = 0.05


class BenchError(NwdError):
    """A system that is to be measured does not start; the message says which and what to do."""


@dataclass(frozen=True)
class System:
    """``person(n)`` is somebody new. ``start_seconds`` until it answers, ``megabytes`` resident after the last turn."""

    name: str
    url: str
    processes: tuple[subprocess.Popen[bytes], ...]
    start_seconds: float
    people: type[Person]
    settings: Settings
    folder: Path

    def person(self, number: int) -> Person:
        return self.people(self.url, self.settings, self.folder, number)

    def megabytes(self) -> float:
        """Resident memory of the processes, and of those they started in place of themselves."""
        return sum(_resident(pid) for process in self.processes for pid in _serving(process.pid))


def settings_in(folder: Path) -> Settings:
    """Settings of an installation of its own in ``folder``, whatever else is set."""
    folder.mkdir(parents=True)
    port = running.free_port()
    own = {"data_dir": folder, "database_url": f"sqlite:///{folder / 'nwd.db'}", "host": "127.0.0.1", "port": port}
    urls = {"rasa_url": f"http://127.0.0.1:{running.free_port()}", "actions_url": actions_url("127.0.0.1", port)}
    return load().model_copy(update=own | urls)


@contextmanager
def ours(folder: Path) -> Iterator[System]:
    settings = settings_in(folder)
    prepare(settings)
    commands = [running.rasa_command(settings), running.app_command(worker=True)]
    with _started("No Wrong Door", commands, [f"{_app(settings)}/readyz"], settings, OurPerson) as system:
        yield system


@contextmanager
def floor(folder: Path) -> Iterator[System]:
    """Ours, with a stub in Rasa's place."""
    settings = settings_in(folder)
    prepare(settings)
    stub = [sys.executable, "-m", "bot.bench.stub", settings.rasa_url.rpartition(":")[2]]
    commands = [stub, running.app_command(worker=True)]
    with _started("gateway alone", commands, [f"{_app(settings)}/readyz"], settings, OurPerson) as system:
        yield system


@contextmanager
def plain(folder: Path) -> Iterator[System]:
    """The plain Rasa bot. It is trained before, once a dialogue, under ``folder``."""
    settings = load()
    command = [str(running.RASA_PYTHON), "-m", "nlu.plain_bot", "--folder", str(folder)]
    if subprocess.run([*command, "--train-only"], cwd=ROOT, capture_output=True, check=False).returncode:
        raise BenchError("the plain bot cannot be trained: run `nlu/.venv/bin/python -m nlu.plain_bot --folder …`")
    (folder / "tracker.db").unlink(missing_ok=True)
    port = _two_free_ports()
    ready = [f"http://127.0.0.1:{port}/webhooks/rest/", f"http://127.0.0.1:{port + 1}/health"]
    with _started("plain Rasa", [[*command, "--port", str(port)]], ready, settings, PlainPerson, folder) as system:
        yield system


@contextmanager
def _started(
    name: str,
    commands: Sequence[Sequence[str]],
    ready: Sequence[str],
    settings: Settings,
    people: type[Person],
    folder: Path = ROOT,
) -> Iterator[System]:
    env = running.environment(settings)
    begun = time.monotonic()
    with ExitStack() as stack:
        processes = [stack.enter_context(_process(command, env)) for command in commands]
        while not all(running.answers(url) for url in ready):
            if any(p.poll() is not None for p in processes) or time.monotonic() - begun > running.START_SECONDS:
                raise BenchError(f"{name} does not start: try `make setup`, then `nwd run`")
            time.sleep(PAUSE)
        url = ready[0].rpartition("/")[0]
        yield System(name, url, tuple(processes), time.monotonic() - begun, people, settings, folder)


@contextmanager
def _process(command: Sequence[str], env: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=dict(env), stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(running.STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _app(settings: Settings) -> str:
    return f"http://{settings.host}:{settings.port}"


def _two_free_ports() -> int:
    """A free port whose next one is free too: the plain bot's actions take it."""
    while True:
        port = running.free_port()
        if port < 65000 and not running.answers(f"http://127.0.0.1:{port + 1}/"):
            return port


def _serving(pid: int) -> list[int]:
    """The children of a process that only starts others, else itself."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in children] or [pid]


def _resident(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
