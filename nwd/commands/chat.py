"""``nwd chat``: a conversation in the terminal, with whatever is running, else with what it starts itself."""

from __future__ import annotations

import fcntl
import subprocess
import sys
import time
from typing import Annotated

import typer

from nwd import running
from nwd.commands.output import say
from nwd.errors import InputError
from nwd.settings import ROOT, Settings, load


def chat(
    as_json: Annotated[bool, typer.Option("--json", help="One message an input line, one JSON line for each.")] = False,
    person: Annotated[
        str, typer.Option(help="Whose conversation: a word, or channel:key (local only).")
    ] = "terminal:me",
) -> None:
    """Talk to the navigator."""
    settings = load()
    key = person if ":" in person else f"terminal:{person}"
    if not key.startswith("terminal:") and not settings.is_local:
        raise InputError("--person: keys of other channels only when NWD_ENV=local")
    with running.locked(settings.data_dir / "chat.lock", fcntl.LOCK_SH):
        from bot.channels.terminal import chat as talk

        talk(settings, _somewhere(settings), as_json=as_json, person=key)


def _somewhere(settings: Settings) -> str:
    """The address of a running app; starts one, for as long as any chat lasts, if there is none."""
    with running.locked(settings.data_dir / "start.lock", fcntl.LOCK_EX):
        found = running.find_running(settings)
        if found:
            return found.url
        say("Starting the navigator (about 15 seconds)")
        log = settings.data_dir / "chat.log"
        with log.open("ab") as output:
            started = subprocess.Popen(
                [sys.executable, "-m", "nwd.cli", "run", "--for-chats"],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
            )  # fmt: skip
        end = time.monotonic() + running.START_SECONDS
        while time.monotonic() < end:
            found = running.find_running(settings)
            if found:
                return found.url
            if started.poll() is not None and running.is_free(settings.data_dir / "run.lock"):
                break
            time.sleep(0.3)
    raise running.StartError(f"the navigator did not start; see {log} and {settings.data_dir / 'run.log'}")


def add(app: typer.Typer) -> None:
    app.command()(chat)
