"""Processes forked from one that has imported everything, to be used like ``subprocess.Popen``."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from nwd.settings import ROOT

PAUSE = 0.02


class Preloaded:
    """The process that forks: see ``preloaded.py``."""

    def __init__(self, python: str, module: str) -> None:
        command = [python, "-m", "tests.integration.preloaded", module]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.codes: dict[int, int] = {}
        self._unread = b""
        atexit.register(self.stop)

    def start(self, arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> Forked:
        assert self._process.stdin
        order = {"arguments": list(arguments), "environment": dict(environment), "log": str(log)}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        pid = None
        while pid is None:
            pid = self._read()
        return Forked(pid, self)

    def look(self) -> None:
        """Read what has been told and not read yet."""
        assert self._process.stdout
        os.set_blocking(self._process.stdout.fileno(), False)
        try:
            while self._read() is None:
                pass
        except BlockingIOError:
            return
        finally:
            os.set_blocking(self._process.stdout.fileno(), True)

    def stop(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(30)

    def _read(self) -> int | None:
        """One line; the process that it tells the start of."""
        assert self._process.stdout
        while b"\n" not in self._unread:
            got = os.read(self._process.stdout.fileno(), 65536)
            assert got, "the process that forks has ended"
            self._unread += got
        line, _, self._unread = self._unread.partition(b"\n")
        told = json.loads(line)
        if "ended" in told:
            self.codes[told["ended"]] = told["code"]
            return None
        self.codes.pop(told["started"], None)  # numbers of processes come round
        return int(told["started"])


class Forked:
    """One of its forks."""

    def __init__(self, pid: int, parent: Preloaded) -> None:
        self.pid, self._parent = pid, parent

    def poll(self) -> int | None:
        self._parent.look()
        return self._parent.codes.get(self.pid)

    def wait(self, timeout: float = 600) -> int:
        end = time.monotonic() + timeout
        while (code := self.poll()) is None:
            if time.monotonic() > end:
                raise TimeoutError(f"a process did not end in {timeout:.0f} seconds")
            time.sleep(PAUSE)
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


@cache
def preloaded(python: str, module: str) -> Preloaded:
    return Preloaded(python, module)
