"""A PostgreSQL of the tests' own, from Debian's binaries, on a loopback port and in a directory that goes away."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "postgres"
AS_USER = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]  # PostgreSQL refuses to run as root


def binaries() -> Path | None:
    """The newest release that is installed, or None."""
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda folder: int(folder.parent.name))


def _run(folder: Path, *command: str) -> None:
    drop = AS_USER if os.getuid() == 0 else []
    quiet = subprocess.DEVNULL
    subprocess.run([*drop, *command], check=True, cwd=folder, stdout=quiet, stderr=quiet)


@contextmanager
def postgres(programs: Path) -> Iterator[str]:
    """The URL of a running server's database."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-of-tests-"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    if os.getuid() == 0:
        shutil.chown(folder, USER, USER)
    data = str(folder / "data")
    _run(folder, str(programs / "initdb"), "-U", USER, "-A", "trust", "-D", data)
    control = [str(programs / "pg_ctl"), "-D", data, "-w"]
    quick = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    options = f"-p {port} -k {folder} -h 127.0.0.1 {quick}"
    _run(folder, *control, "-o", options, "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"
    finally:
        _run(folder, *control, "-m", "immediate", "stop")
        shutil.rmtree(folder)
