"""Trains the plain bot in a folder and runs it with its action server until it is told to stop."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from nlu.plain_bot import project
from nlu.project import ROOT, Project

CONFIG = Path(__file__).with_name("config.yml")


def main() -> int:
    options = argparse.ArgumentParser(prog="nlu.plain_bot", description=__doc__)
    options.add_argument("--folder", type=Path, required=True, help="where its files, model and trackers go")
    options.add_argument("--port", type=int, default=5105, help="of its REST channel; its actions take the next one")
    options.add_argument("--train-only", action="store_true")
    chosen = options.parse_args()
    folder: Path = chosen.folder.resolve()
    ours = Project()
    project.write(folder, ours, f"http://127.0.0.1:{chosen.port + 1}/webhook")
    model = folder / "models" / f"plain-{_fingerprint(folder)}.tar.gz"
    if not model.exists() and _trained(folder, model.name, ours).wait():
        sys.stderr.write("the plain bot's training failed; Rasa's lines above say why\n")
        return 1
    return 0 if chosen.train_only else _served(folder, model, chosen.port)


def _fingerprint(folder: Path) -> str:
    made_of = [folder / "domain.yml", folder / "rules.yml", CONFIG]
    return sha256(b"".join(file.read_bytes() for file in made_of)).hexdigest()[:16]


def _trained(folder: Path, name: str, ours: Project) -> "subprocess.Popen[bytes]":
    made_of = ["--config", str(CONFIG), "--domain", "domain.yml", "--data", "rules.yml", str(ours.examples)]
    return _python(folder, "rasa", "train", *made_of, "--out", "models", "--fixed-model-name", name)


def _served(folder: Path, model: Path, port: int) -> int:
    files = ["--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
    address = ["--interface", "127.0.0.1", "--port", str(port)]
    actions = _python(folder, "nlu.plain_bot.actions", str(port + 1))
    bot = _python(folder, "rasa", "run", "--model", str(model), *files, *address)

    def stop(*_signal: object) -> None:
        bot.terminate()
        actions.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    ended = bot.wait()
    stop()
    actions.wait(30)
    return ended


def _python(folder: Path, module: str, *arguments: str) -> "subprocess.Popen[bytes]":
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "LOG_LEVEL": "ERROR"}
    environment = {**os.environ, **quiet, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "ignore", "-m", module, *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment)


if __name__ == "__main__":
    sys.exit(main())
