"""``nwd run``, ``serve``, ``worker``, ``rasa`` and ``train``."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import time
from pathlib import Path
from typing import Annotated

import typer

from nwd import running
from nwd.commands.output import Passing, say, waited_for
from nwd.settings import DEFAULT_RASA_URL, ROOT, Settings, actions_url, load

PAUSE = 0.5


def run(
    no_rasa: Annotated[bool, typer.Option("--no-rasa", help="Rasa runs elsewhere (NWD_RASA_URL).")] = False,
    for_chats: Annotated[bool, typer.Option("--for-chats", hidden=True)] = False,
) -> None:
    """Start Rasa and the app, and print the address of the local page."""
    settings = _with_ports(load(), for_chats=for_chats, no_rasa=no_rasa)
    try:
        with running.locked(settings.data_dir / "run.lock", fcntl.LOCK_EX | fcntl.LOCK_NB):
            _run(settings, no_rasa=no_rasa, for_chats=for_chats)
    except BlockingIOError:
        found = running.find_running(settings)
        say(f"Already running: {found.url if found else 'still starting'}")


def _with_ports(settings: Settings, *, for_chats: bool, no_rasa: bool) -> Settings:
    """Ports that are free: Rasa takes any unless NWD_RASA_URL says where; the app too when only chats use it."""
    changes: dict[str, object] = {}
    if for_chats:
        changes["port"] = running.free_port()
    if not no_rasa and settings.rasa_url == DEFAULT_RASA_URL:
        changes["rasa_url"] = f"http://127.0.0.1:{running.free_port()}"
    if for_chats or settings.actions_url == actions_url(settings.host, settings.port):
        changes["actions_url"] = actions_url(settings.host, int(str(changes.get("port", settings.port))))
    return settings.model_copy(update=changes)


def _run(settings: Settings, *, no_rasa: bool, for_chats: bool) -> None:
    commands = {"app": running.app_command(worker=True)}
    if not no_rasa:
        commands["rasa"] = running.rasa_command(settings)
        train()
    _upgrade(settings)
    log = settings.data_dir / "run.log"
    log.unlink(missing_ok=True)
    children = running.Children(commands, running.environment(settings), log)
    stop = _Stop()
    say("Starting (about 15 seconds)")
    children.start()
    try:
        _wait_until_ready(settings, children, stop, log)
        url = f"http://{settings.host}:{settings.port}"
        _leave(settings.data_dir / "run.json", {"url": url, "pid": os.getpid(), "rasa_url": settings.rasa_url})
        say(f"\n  No Wrong Door is running.\n\n  Open {url}\n\n  Logs: {log}   Stop: Ctrl-C\n")
        chats = settings.data_dir / "chat.lock"
        while not stop.asked and not (for_chats and running.is_free(chats)):
            children.watch()
            time.sleep(PAUSE)
    finally:
        (settings.data_dir / "run.json").unlink(missing_ok=True)
        children.stop()


def _wait_until_ready(settings: Settings, children: running.Children, stop: _Stop, log: Path) -> None:
    ready = f"http://{settings.host}:{settings.port}/readyz"
    end, passing = time.monotonic() + running.START_SECONDS, Passing()
    while not running.answers(ready):
        if children.ended():
            raise running.StartError(
                f"the {children.ended()[0]} process ended while starting; its last lines are in {log}"
            )
        if stop.asked or time.monotonic() > end:
            raise running.StartError(f"not ready after {running.START_SECONDS} seconds; see {log}")
        passing.look()
        time.sleep(PAUSE)


class _Stop:
    """Set by the signals that ask a process to end."""

    def __init__(self) -> None:
        self.asked = False
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._ask)

    def _ask(self, *_: object) -> None:
        self.asked = True


def _leave(path: Path, document: dict[str, object]) -> None:
    staging = path.with_suffix(".new")
    staging.write_text(json.dumps(document))
    staging.replace(path)


def _upgrade(settings: Settings) -> None:
    from bot.house import prepare

    prepare(settings)


def serve(
    worker: Annotated[bool, typer.Option("--worker", help="Also send letters and mind the clocks.")] = False,
) -> None:
    """The app alone: channels, actions, pages."""
    import uvicorn

    from bot.app import build_app
    from nwd import logs
    from nwd.memory import settle

    settings = load()
    logs.configure(json=not settings.is_local)
    app = build_app(settings, worker=worker)
    settle()
    uvicorn.run(
        app, host=settings.host, port=settings.port, log_config=None, access_log=False,
        server_header=False, timeout_graceful_shutdown=10, proxy_headers=not settings.is_local,
    )  # fmt: skip


def worker() -> None:
    """The worker alone: letters, news, clocks, retention."""
    import asyncio

    from bot.app import run_worker
    from nwd import logs

    settings = load()
    logs.configure(json=not settings.is_local)
    asyncio.run(run_worker(settings))


def rasa() -> None:
    """Rasa alone, on the host and port of NWD_RASA_URL."""
    settings = load()
    command = running.rasa_command(settings)
    os.chdir(ROOT)
    os.execve(command[0], command, running.environment(settings))  # noqa: S606 - this process becomes Rasa


def train() -> None:
    """Train the dialogue, if anything it is made of has changed."""
    if not running.RASA_PYTHON.exists():
        raise running.StartError("Rasa's environment is missing: run `make setup` first")
    code = waited_for([str(running.RASA_PYTHON), "-m", "nlu.train"], ROOT)
    if code:
        raise typer.Exit(code)


def add(app: typer.Typer) -> None:
    for command in (run, serve, worker, rasa, train):
        app.command()(command)
