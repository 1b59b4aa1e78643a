"""Real Rasa with the test dialogue of ``project/``, as a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import requests

from tests.nlu.action_server import TOKEN

ROOT = Path(__file__).resolve().parents[2]
PROJECT = Path(__file__).parent / "project"
MODELS = ROOT / "var" / "models-test"
WHERE = [
    "--dialogues",
    PROJECT,
    "--config",
    PROJECT / "config.yml",
    "--examples",
    PROJECT / "examples",
    "--models",
    MODELS,
]
SECRET = "a secret of the tests that is long enough"


class Rasa:
    """``python -m nlu.serve`` as a process; ``log`` grows with its standard error."""

    def __init__(self, database: Path, actions: str) -> None:
        self.database = database
        self._environment = {
            "PATH": os.environ["PATH"],
            "NWD_RASA_TOKEN": TOKEN,
            "NWD_SECRET_KEY": SECRET,
            "NWD_ACTIONS_URL": actions,
            "NWD_DATABASE_URL": f"sqlite:///{database}",
        }
        self.log = ""
        self.url = ""
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "nlu.serve", "--port", "0", *map(str, WHERE)]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self._environment, stderr=subprocess.PIPE, text=True)
        listening = threading.Event()
        self._reader = threading.Thread(target=self._read, args=(listening,), daemon=True)
        self._reader.start()
        if not listening.wait(60) or not self.url:
            self.stop()
            raise AssertionError(self.log)

    def _read(self, listening: threading.Event) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log += line
            if found := re.search(r"listening on \S+ port=(\d+)", line):
                self.url = f"http://127.0.0.1:{found[1]}/webhooks/nwd"
                listening.set()
        listening.set()

    def turn(self, conversation: str, turn: str, text: str | None = None, **more: Any) -> dict[str, Any]:
        answer = self.post({"conversation": conversation, "turn": turn, "text": text, **more})
        assert answer.status_code == 200, (answer.status_code, answer.text, self.log)
        found: dict[str, Any] = answer.json()
        return found

    def post(self, body: Any, token: str = TOKEN, timeout: float = 60) -> requests.Response:
        return requests.post(
            f"{self.url}/turn", json=body, headers={"Authorization": f"Bearer {token}"}, timeout=timeout
        )

    def erase(self, conversation: str) -> requests.Response:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        return requests.delete(f"{self.url}/conversations/{conversation}", headers=headers, timeout=60)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        assert self.process.wait(60) is not None
        self._reader.join(10)
        assert self.process.stderr is not None
        self.process.stderr.close()
