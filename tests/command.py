"""``nwd`` as somebody types it, run in this process: a process of its own takes two seconds for each."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Mapping
from typing import NamedTuple
from unittest import mock

import typer

from nwd import cli


class Done(NamedTuple):
    """As ``subprocess.CompletedProcess`` tells it."""

    returncode: int
    stdout: str
    stderr: str


def nwd(*words: str, **settings: str) -> Done:
    """With no settings of the environment but those given, by their names."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    env: Mapping[str, str] = {k: v for k, v in os.environ.items() if not k.startswith("NWD_")} | settings
    with (
        mock.patch.dict(os.environ, env, clear=True),
        mock.patch.object(sys, "argv", ["nwd", *words]),
        mock.patch.object(cli, "app", typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Done(code, out.getvalue(), err.getvalue())
