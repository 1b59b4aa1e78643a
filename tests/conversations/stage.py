"""A stage for conversations: the real Rasa as a process, the real app in this one, on a database of their own."""

from __future__ import annotations

import json
import subprocess
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from sqlalchemy import text

from bot.app import build_app
from bot.gateway.notify import OUTBOX, TIME
from bot.house import Kept, prepare
from bot.opened import App
from bot.rasa_client import RasaClient, RasaTurn
from nwd import running
from nwd.cipher import Cipher
from nwd.settings import ROOT, Settings
from tests.bot.loopback import LOOPBACK

SECRET = "a secret of the tests that is long enough"
PATIENCE = 30
"""Seconds a turn may take on a busy machine before a test gives up."""

OF_PLACES = ("service_turn", "listing_answer", "listing_check", "keeper_letter", "service_check")
"""What is kept of places and not of a person."""


@dataclass
class Said:
    """What one message brought: texts joined, buttons by title, and the names of the responses that Rasa uttered."""

    text: str = ""
    buttons: dict[str, str] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)


@dataclass
class Stage:
    app: App
    url: str
    settings: Settings
    rasa: subprocess.Popen[bytes]
    uttered: set[str]
    on_meant: Callable[[str, str], None] = lambda _conversation, _turn: None

    def person(self, key: str | None = None) -> Visitor:
        return Visitor(self, key or f"terminal:{uuid.uuid4().hex[:12]}")

    def go_on(self) -> None:
        """What came of the last conversation for places is over, so that each goes the same way after any other: no
        service is paused, none has had its turn, no keeper was asked.
        """
        people, directory = self.app.house.introductions, self.app.house.directory
        for paused in people.paused_services():
            people.resume_service(paused["service_id"], by="test")
        with self.app.bot.outside.engine.begin() as connection:
            for table in OF_PLACES:
                connection.execute(text(f"DELETE FROM {table}"))
        assert isinstance(directory, Kept)
        directory.forget()

    def move_clock(self, by: timedelta) -> None:
        """As the local page's control does: what waits for time is told."""
        self.app.house.move_clock(by)
        self.app.bot.notifier.tell_from_thread(OUTBOX, TIME)

    def wait(self, seconds: float, until: Any) -> None:
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, "it did not come about in time"
            time.sleep(0.02)


class Visitor:
    """Somebody in a chat, over the web channel's HTTP."""

    def __init__(self, stage: Stage, key: str) -> None:
        self.stage, self.key = stage, key
        cookie = Cipher(stage.settings.secrets).sign(key)
        cookies = {"nwd_person": cookie}
        self._http = httpx.Client(base_url=stage.url, cookies=cookies, timeout=PATIENCE, **LOOPBACK)
        self._after = 0
        self.last = Said()

    def say(self, text: str) -> Said:
        return self._send({"text": text})

    def tap(self, title: str) -> Said:
        """Press the button of that title; ``title#2`` the second of that name."""
        assert title in self.last.buttons, f"no button {title!r} among {list(self.last.buttons)}"
        return self._send({"button": self.last.buttons[title]})

    def mean(self, intent: str, carried: dict[str, str]) -> Said:
        """Press a button of that meaning which this script did not offer, straight at Rasa's door."""
        here, turn = self.stage.settings, uuid.uuid4().hex
        where = {"conversation": self.id, "turn": turn, "intent": intent, "entities": carried}
        answer = httpx.post(
            f"{here.rasa_url}/webhooks/nwd/turn",
            json=where,
            headers={"Authorization": f"Bearer {here.rasa_token.get_secret_value()}"},
            timeout=PATIENCE,
            **LOOPBACK,
        )
        assert answer.status_code == 200, (answer.status_code, answer.text)
        assert answer.json()["failed"] == []
        self.stage.on_meant(self.id, turn)
        return Said("\n".join(reply["text"] for reply in answer.json()["replies"]))

    def _send(self, body: dict[str, str]) -> Said:
        """Under one id, again while the database is busy, as the page does."""
        message, end = uuid.uuid4().hex, time.monotonic() + PATIENCE
        while (answer := self._http.post("/web/messages", json={"id": message} | body)).status_code == 503:
            assert time.monotonic() < end, answer.text
            time.sleep(0.2)
        assert answer.status_code == 202, (answer.status_code, answer.text)
        self.last = self.read(message)
        return self.last

    def hear(self, wanted: Sequence[str]) -> Said:
        """What comes unprompted, until it holds every one of ``wanted``; it may have come with the last answer."""
        said = Said()
        while not all(words.casefold() in (self.last.text + said.text).casefold() for words in wanted):
            more = self.read()
            said.text += more.text
            said.buttons |= more.buttons
        self.last = Said(self.last.text + said.text, self.last.buttons | said.buttons) if not said.text else said
        return self.last

    def read(self, message: str | None = None) -> Said:
        """Everything up to the end of the turn that answers ``message``, or up to the next end of a turn."""
        said, end = Said(), time.monotonic() + PATIENCE
        with self._http.stream("GET", f"/web/events?after={self._after}") as stream:
            kind = ""
            for line in stream.iter_lines():
                assert time.monotonic() < end, f"nothing more came; so far {said.text!r}"
                name, _, value = line.partition(":")
                if name == "id":
                    self._after = int(value)
                elif name == "event":
                    kind = value.strip()
                elif name == "data":
                    event = json.loads(value)
                    if kind == "turn_done":
                        if message is None or message in event.get("answers", []):
                            break
                    else:
                        _add(said, event)
        return said

    @property
    def id(self) -> str:
        channel, _, sender = self.key.partition(":")
        found = self.stage.app.bot.store.claims.conversation_of(channel, sender)
        assert found is not None
        return found


def _add(said: Said, event: dict[str, Any]) -> None:
    said.text += event["text"] + "\n"
    said.kinds.append(event["kind"])
    for button in event["buttons"]:
        title, number = button["title"], 1
        while title in said.buttons:
            number += 1
            title = f"{button['title']}#{number}"
        said.buttons[title] = button["id"]


def settings_for(folder: Path, **more: Any) -> Settings:
    port, rasa = running.free_port(), running.free_port()
    values: dict[str, Any] = {
        "data_dir": folder,
        "database_url": f"sqlite:///{folder / 'nwd.db'}",
        "secret_key": SECRET,
        "rasa_token": "a token of the tests",
        "rasa_url": f"http://127.0.0.1:{rasa}",
        "port": port,
        "actions_url": f"http://127.0.0.1:{port}/actions/webhook",
        "quiet_hours": "00:00-00:00",
        "coordinator": "desk@lantern.example",
        "safeguarding_contact": "Jo Lead <lead@lantern.example>",
        "staff_hours": "weekdays 10 to 4",
    }
    return Settings(_env_file=None, **(values | more))


@contextmanager
def opened(folder: Path, **more: Any) -> Iterator[Stage]:
    """Everything running; the app's server in a thread of this process, so that tests may look inside."""
    settings = settings_for(folder, **more)
    prepare(settings)
    with (folder / "rasa.log").open("wb") as log:
        rasa = subprocess.Popen(
            running.rasa_command(settings), cwd=ROOT, env=running.environment(settings), stdout=log, stderr=log
        )
    app = build_app(settings)
    uttered = _listen(app.state.app.bot.outside.rasa, app.state.app.copy)
    server = uvicorn.Server(uvicorn.Config(app, port=settings.port, log_config=None, timeout_graceful_shutdown=3))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        _ready(settings, rasa, folder)
        yield Stage(app.state.app, f"http://127.0.0.1:{settings.port}", settings, rasa, uttered)
    finally:
        server.should_exit = True
        rasa.terminate()
        thread.join(15)
        rasa.wait(15)


def _ready(settings: Settings, rasa: subprocess.Popen[bytes], folder: Path) -> None:
    end = time.monotonic() + running.START_SECONDS
    while not running.answers(f"http://127.0.0.1:{settings.port}/readyz"):
        alive = rasa.poll() is None and time.monotonic() < end
        assert alive, (folder / "rasa.log").read_text()[-2000:]
        time.sleep(0.2)


def _listen(rasa: RasaClient, copy: Any) -> set[str]:
    """Notes the name of every response that is uttered, by Rasa or without it."""
    uttered: set[str] = set()
    turn, line = rasa.turn, copy.line

    async def noted_turn(*args: Any, **kwargs: Any) -> RasaTurn:
        answer = await turn(*args, **kwargs)
        uttered.update(reply.response for reply in answer.replies if reply.response)
        return answer

    def noted_line(name: str, /, **values: Any) -> Any:
        uttered.add(name)
        return line(name, **values)

    rasa.turn = noted_turn  # type: ignore[method-assign]
    copy.line = noted_line
    return uttered
