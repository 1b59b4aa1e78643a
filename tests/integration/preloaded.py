"""``python -m tests.integration.preloaded MODULE``: imports what MODULE needs once, and forks a process for each order.

An order is a line of JSON: ``arguments``, ``environment`` and the ``log`` that its output goes to. Each fork calls the
module's ``main``. Lines back tell its ``pid``, and later with which ``code`` it ended (minus the signal, if by one).
Runs in either environment: most of a start is imports, and tests start the app and Rasa dozens of times.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import selectors
import signal
import sys
import traceback
from typing import Any, NoReturn


def forked(module: Any, order: dict[str, Any], inherited: list[int]) -> int:
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        run(module, order, inherited)
    return pid


def run(module: Any, order: dict[str, Any], inherited: list[int]) -> NoReturn:
    """In the fork: nothing of the parent's is left but what it has imported."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number in inherited:
            os.close(number)
        nowhere, log = os.open(os.devnull, os.O_RDONLY), os.open(order["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        for number, source in enumerate((nowhere, log, log)):
            os.dup2(source, number)
        os.environ.clear()
        os.environ.update(order["environment"])
        sys.argv = [module.__name__, *order["arguments"]]
        code = int(module.main() or 0)
    except SystemExit as stop:
        code = int(stop.code or 0)
    finally:
        if code == 1:
            traceback.print_exc()
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def tell(**what: int) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def reap() -> None:
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            tell(ended=pid, code=os.waitstatus_to_exitcode(status))


def serve(module: Any) -> None:
    """Until nobody gives orders any more."""
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    with selectors.DefaultSelector() as waiting:
        waiting.register(0, selectors.EVENT_READ)
        waiting.register(woken, selectors.EVENT_READ)
        orders = b""
        while True:
            for key, _ in waiting.select():
                got = os.read(key.fd, 65536)
                if key.fd == 0 and not got:
                    return
                orders += got if key.fd == 0 else b""
            *whole, orders = orders.split(b"\n")
            for order in whole:
                tell(started=forked(module, json.loads(order), [woken, wake]))
            reap()


if __name__ == "__main__":
    named = importlib.import_module(sys.argv[1])
    named.preload()
    serve(named)
