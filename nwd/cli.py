"""The command ``nwd``. It composes the rooms; each command imports what it needs only when it runs."""

from __future__ import annotations

import os
import sys
import traceback
from typing import NoReturn

import typer

from nwd.errors import InputError, NwdError, SettingsError

app = typer.Typer(
    help="No Wrong Door: a navigator that introduces people to local support.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

ROOMS = frozenset({"actions", "bot", "introductions", "knowledge", "migrations", "nwd"})


def register() -> None:
    """Add every command. Modules stay small and import the rooms late, so that ``nwd --help`` is quick."""
    from nwd.commands import (
        bench,
        chat,
        database,
        desk,
        directory,
        doctor,
        door,
        incident,
        introductions,
        keys,
        listings,
        outbox,
        person,
        running,
        understanding,
    )

    people = (introductions, outbox, person, keys, incident, desk)
    for module in (running, chat, understanding, directory, listings, *people, database, doctor, bench, door):
        module.add(app)


def main() -> None:
    """Exit status 0 is success, 2 a usage or input error with one line on standard error, 1 anything else."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: one message is read quickest by one thread
    register()
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except (InputError, SettingsError, ValueError, FileNotFoundError) as error:
        _end(_one_line(error), 2)
    except NwdError as error:
        _end(_one_line(error), 1)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - a trace may quote a person: errors of databases hold what they were given
        usage = getattr(error, "format_message", None)  # of typer's usage errors, whose class it keeps to itself
        if usage:
            _end(_one_line(usage() or "give one of the commands above"), 2)
        _end(f"{type(error).__name__} at {_place(error)}; `nwd doctor` says what is missing", 1)


def _end(reason: str, status: int) -> NoReturn:
    print(f"nwd: {reason}", file=sys.stderr)
    sys.exit(status)


def _place(error: BaseException) -> str:
    """Where in our own rooms it came from, else where it was raised."""
    frames = [(frame.f_globals.get("__name__", "?"), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [place for place in frames if str(place[0]).partition(".")[0] in ROOMS]
    name, line = (ours or frames)[-1]
    return f"{name}:{line}"


def _one_line(error: object) -> str:
    return " ".join(str(error).split()) or type(error).__name__


if __name__ == "__main__":
    main()
