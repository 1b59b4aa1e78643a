"""People who say the same things to each system, over HTTP, and note how long each turn took them."""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import yaml

from nwd.cipher import Cipher
from nwd.errors import NwdError
from nwd.settings import Settings

SCRIPT = ("hi", "I'm 18+ and I agree", "i used to do a lot of sewing", "some company", "it depends on the day", "SW9")
"""Said by everybody in this order: a welcome, a story, and answers to questions, ours and the plain bot's."""
TURN_SECONDS = 60.0
RESEND_SECONDS = 0.5


class NoAnswerError(NwdError):
    """A turn was refused or nobody answered: the figures would mean nothing."""


class Person(ABC):
    """Somebody new. ``number`` only tells them apart."""

    def __init__(self, url: str, settings: Settings, folder: Path, number: int) -> None:
        self.url, self.settings, self.folder = url, settings, folder
        self.name = f"{number}-{secrets.token_hex(4)}"

    @asynccontextmanager
    async def here(self, http: httpx.AsyncClient) -> AsyncIterator[None]:  # noqa: ARG002 (those with a stream need it)
        """In the chat, before the first word."""
        yield

    @abstractmethod
    async def turn(self, http: httpx.AsyncClient, text: str) -> str:
        """Say something and wait until the last reply can be read; gives the replies' text. Raises NoAnswerError."""

    async def talk(self, http: httpx.AsyncClient, seconds: list[float]) -> None:
        """The whole script, one turn after the other, noting the seconds of each."""
        async with self.here(http):
            for text in SCRIPT:
                begun = time.perf_counter()
                try:
                    async with asyncio.timeout(TURN_SECONDS):
                        await self.turn(http, text)
                except (TimeoutError, httpx.TransportError) as error:
                    raise NoAnswerError(
                        f"{self.url}: no answer to turn {SCRIPT.index(text) + 1} ({type(error).__name__});"
                        " is the machine busy with something else? Run it again"
                    ) from error
                seconds.append(time.perf_counter() - begun)


class OurPerson(Person):
    """Posts to the web channel and reads its events, on one stream, as the page does."""

    @asynccontextmanager
    async def here(self, http: httpx.AsyncClient) -> AsyncIterator[None]:
        self._cookie = {"cookie": f"nwd_person={Cipher(self.settings.secrets).sign(f'terminal:{self.name}')}"}
        async with http.stream("GET", f"{self.url}/web/events?after=0", headers=self._cookie) as stream:
            self._events = _events(stream)
            yield

    async def turn(self, http: httpx.AsyncClient, text: str) -> str:
        body = {"id": secrets.token_hex(8), "text": text}
        await self._post(http, body)
        said: list[str] = []
        async for event in self._events:
            if body["id"] in event.get("answers", ()):
                return "\n".join(said)
            said.append(event.get("text", ""))
        raise NoAnswerError("the stream ended before the answer")

    async def _post(self, http: httpx.AsyncClient, body: dict[str, str]) -> None:
        """Post until it is taken; sent again a moment later when it could not be saved, as the page does."""
        while True:
            answer = await http.post(f"{self.url}/web/messages", json=body, headers=self._cookie)
            if answer.status_code == httpx.codes.ACCEPTED:
                return
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                raise NoAnswerError(f"a message was answered with {answer.status_code}")
            await asyncio.sleep(RESEND_SECONDS)


class PlainPerson(Person):
    """Posts to the REST channel, whose answer holds the replies; tells it the open question, as the gateway does."""

    asked: str | None = None

    async def turn(self, http: httpx.AsyncClient, text: str) -> str:
        body = {"sender": self.name, "message": text, "metadata": {"asked": self.asked}}
        answer = await http.post(f"{self.url}/webhook", json=body)
        said = [reply.get("text", "") for reply in answer.json()] if answer.status_code == httpx.codes.OK else []
        if not said:
            raise NoAnswerError(f"the plain bot said nothing ({answer.status_code})")
        known = questions(self.folder)
        self.asked = next((known[line] for line in reversed(said) if line in known), self.asked)
        return "\n".join(said)


@cache
def questions(folder: Path) -> dict[str, str]:
    """The plain bot's questions: their words and their slots."""
    domain = yaml.safe_load((folder / "domain.yml").read_text())
    asks = {name: said for name, said in domain["responses"].items() if name.startswith("utter_ask_")}
    return {one["text"]: name.removeprefix("utter_ask_") for name, said in asks.items() for one in said}


async def _events(stream: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    async for line in stream.aiter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))
