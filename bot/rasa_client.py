"""One turn to Rasa and back, over its own input channel on the private network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import httpx

from nwd.errors import NwdError


class RasaError(NwdError):
    """A turn that Rasa did not finish. ``is_outage``: it was away or slow; otherwise it answered a fault."""

    retry = True
    response = "utter_outage"

    def __init__(self, reason: str, *, is_outage: bool) -> None:
        super().__init__(reason)
        self.is_outage = is_outage


ReplyKind = Literal["text", "options", "notice"]


class SaidNothingError(RasaError):
    """Rasa finished the turn without a word: a fault, except where there may be nothing to say."""


@dataclass(frozen=True)
class RasaInput:
    """What one turn says: free text, or an intent with entities (a button, an event). ``text`` is then the title.

    ``taken_up``: words that we asked "are you safe?" about; no danger is heard in them any more.
    """

    text: str | None = None
    intent: str | None = None
    entities: Mapping[str, Any] | None = None
    taken_up: bool = False


@dataclass(frozen=True)
class ReplyButton:
    title: str
    intent: str
    entities: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    text: str
    buttons: tuple[ReplyButton, ...] = ()
    kind: ReplyKind = "text"
    data: Mapping[str, Any] = field(default_factory=dict)
    response: str | None = None


@dataclass(frozen=True)
class RasaTurn:
    """Rasa's replies to a turn and its position afterwards."""

    replies: tuple[Reply, ...]
    form: str | None
    slot: str | None


class RasaClient:
    """Speaks to ``{url}/webhooks/nwd``. A turn's time limit counts from its dispatch, not from its place in line."""

    def __init__(
        self, url: str, token: str, *, seconds: float, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        limits = httpx.Limits(max_connections=32, max_keepalive_connections=32)
        self._http = httpx.AsyncClient(
            base_url=f"{url.rstrip('/')}/webhooks/nwd",
            headers={"Authorization": f"Bearer {token}"},
            timeout=seconds,
            limits=limits,
            transport=transport,
            trust_env=False,
            verify=url.startswith("https"),  # the certificates take a while to read
        )

    async def turn(
        self, conversation: str, turn: str, said: RasaInput, *, asked: str | None, language: str
    ) -> RasaTurn:
        """Run one turn; the same ``turn`` id again gives the replies already made. Raises RasaError."""
        body = {
            "conversation": conversation,
            "turn": turn,
            "text": said.text,
            "intent": said.intent,
            "entities": dict(said.entities) if said.entities is not None else None,
            "asked": asked,
            "language": language,
            "taken_up": said.taken_up,
        }
        response = await self._call("POST", "/turn", body)
        return _turn_of(response)

    async def erase(self, conversation: str) -> None:
        """Erase the conversation's tracker. Raises RasaError."""
        response = await self._call("DELETE", f"/conversations/{conversation}", None)
        if response.status_code not in (200, 204, 404):
            raise RasaError(f"erasing answered {response.status_code}", is_outage=False)

    async def is_up(self) -> bool:
        try:
            return (await self._call("GET", "/health", None)).status_code == httpx.codes.OK
        except RasaError:
            return False

    async def close(self) -> None:
        await self._http.aclose()

    async def _call(self, method: str, path: str, body: object) -> httpx.Response:
        try:
            return await self._http.request(method, path, json=body)
        except httpx.HTTPError as error:
            raise RasaError(f"Rasa did not answer ({type(error).__name__})", is_outage=True) from error


def _turn_of(response: httpx.Response) -> RasaTurn:
    if response.status_code in (httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.UNAUTHORIZED):
        raise RasaError(f"Rasa answered {response.status_code}", is_outage=True)
    if response.status_code != httpx.codes.OK:
        raise RasaError(f"Rasa answered {response.status_code}", is_outage=False)
    try:
        read = response.json()
        replies = tuple(_reply_of(r) for r in read["replies"])
        failed, form, slot = read.get("failed") or [], read.get("form"), read.get("slot")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RasaError("Rasa's answer has another shape", is_outage=False) from error
    if failed:
        raise RasaError("an action failed", is_outage=False)
    if not replies:
        raise SaidNothingError("Rasa said nothing", is_outage=False)
    return RasaTurn(replies, form, slot)


def _reply_of(raw: dict[str, Any]) -> Reply:
    buttons = tuple(ReplyButton(b["title"], b["intent"], b.get("entities") or {}) for b in raw.get("buttons") or [])
    kind: ReplyKind = raw["kind"] if raw.get("kind") in ("options", "notice") else "text"
    return Reply(raw.get("text") or "", buttons, kind, raw.get("data") or {}, raw.get("response"))
