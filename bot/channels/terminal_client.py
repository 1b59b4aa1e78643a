"""A client of the web channel: posts under one id until it is taken, reads events by cursor, comes back if cut off."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from nwd.errors import NwdError

# How long one message is sent again while it cannot be saved, and how long its answer is waited for.
RESEND_SECONDS = 60
ANSWER_SECONDS = 120
PAUSE_SECONDS = 0.5


class UnreachableError(NwdError):
    """The app does not answer, or did not in time."""


@dataclass
class WebClient:
    """``cookie`` is the signed key of the person who talks. Use as ``async with client.listening():``."""

    base_url: str
    cookie: str
    transport: httpx.AsyncBaseTransport | None = None
    n: int | None = None
    waiting: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    _http: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        cookies = {"nwd_person": self.cookie}
        timeout = httpx.Timeout(30, read=40)
        self._http = httpx.AsyncClient(
            base_url=self.base_url, cookies=cookies, timeout=timeout, transport=self.transport, trust_env=False
        )

    @contextlib.asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Events come into ``waiting`` from here on; leaving tells the app what has been seen."""
        reading = asyncio.create_task(self._read())
        try:
            yield
        finally:
            reading.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await reading
            if self.n:
                with contextlib.suppress(httpx.HTTPError):
                    await self._http.post("/web/seen", json={"n": self.n})
            await self._http.aclose()

    async def say(self, text: str) -> tuple[str, str | None]:
        """Send one message; gives its id, and the kind line if it was not taken. Raises UnreachableError."""
        body = {"id": secrets.token_hex(8), "text": text, "seen": self.n or 0}
        for _ in range(int(RESEND_SECONDS / PAUSE_SECONDS)):
            with contextlib.suppress(httpx.TransportError):
                answer = await self._http.post("/web/messages", json=body)
                if answer.status_code == httpx.codes.ACCEPTED:
                    return str(body["id"]), None
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                    return str(body["id"]), answer.json().get("message", f"refused with {answer.status_code}")
            await asyncio.sleep(PAUSE_SECONDS)
        raise UnreachableError("the navigator does not answer: is it running?")

    async def until_answered(self, message_id: str) -> list[dict[str, Any]]:
        """Everything said until the turn of that message is done. Raises UnreachableError."""
        said: list[dict[str, Any]] = []
        while True:
            try:
                async with asyncio.timeout(ANSWER_SECONDS):
                    event = await self.waiting.get()
            except TimeoutError as error:
                raise UnreachableError("no answer came in two minutes") from error
            if "answers" not in event:
                said.append(event)
            elif message_id in event["answers"]:
                return said

    async def _read(self) -> None:
        while True:
            with contextlib.suppress(httpx.TransportError):
                await self._follow()
            await asyncio.sleep(PAUSE_SECONDS)

    async def _follow(self) -> None:
        after = {} if self.n is None else {"after": str(self.n)}
        async with self._http.stream("GET", "/web/events", params=after) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: "):
                    event = json.loads(line.removeprefix("data: "))
                    self.n = event["n"]
                    await self.waiting.put(event)
