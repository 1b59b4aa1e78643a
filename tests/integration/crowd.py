"""People who go through the whole first conversation at once, on either chat app, each at their own pace."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx

from tests.bot.loopback import LOOPBACK
from tests.doubles.telegram_api import TelegramDouble
from tests.doubles.whatsapp_api import WhatsAppDouble, batch_of, signed, text_of, titles_of

SETTLE_SECONDS = 2.5
LOOK_SECONDS = 0.1
MOST_SKIPS = 8
OUTAGE = "slow today"


@dataclass(frozen=True)
class Got:
    """One message that reached somebody's phone. ``at`` is time.monotonic; ``raw`` is as the API was given it."""

    text: str
    titles: tuple[str, ...]
    at: float
    raw: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.raw.get("message_id") or self.raw.get("id"))


class App(Protocol):
    """A chat app as its people hold it."""

    def says(self, user: str, text: str) -> None: ...
    def presses(self, user: str, message: Got, title: str) -> None: ...
    def got(self, user: str) -> list[Got]: ...
    def order(self, user: str) -> list[str]:
        """What somebody did, by the ids that begin our claims, in the order in which it is to be answered."""
        ...


@dataclass
class Phones:
    """What each person got, read from what the double was sent; each message is sorted once."""

    read: Callable[[dict[str, Any], float], tuple[str, Got]]
    _by_user: dict[str, list[Got]] = field(default_factory=lambda: defaultdict(list))
    _seen: int = 0

    def got(self, user: str, sent: list[dict[str, Any]], sent_at: list[float]) -> list[Got]:
        for raw, at in zip(sent[self._seen :], sent_at[self._seen :], strict=True):
            whose, got = self.read(raw, at)
            self._by_user[whose].append(got)
        self._seen = len(sent)
        return self._by_user[user]


def _on_telegram(raw: dict[str, Any], at: float) -> tuple[str, Got]:
    rows = raw.get("reply_markup", {}).get("inline_keyboard", [])
    return str(raw["chat"]["id"]), Got(raw["text"], tuple(b["text"] for row in rows for b in row), at, raw)


def _on_whatsapp(raw: dict[str, Any], at: float) -> tuple[str, Got]:
    titles = tuple(title.partition(". ")[2] or title for title in titles_of(raw))
    return str(raw["recipient"]), Got(text_of(raw), titles, at, raw)


@dataclass
class TelegramApp:
    double: TelegramDouble
    phones: Phones = field(default_factory=lambda: Phones(_on_telegram))

    did: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def says(self, user: str, text: str) -> None:
        self.did[user].append(f"update:{self.double.writes(int(user), text=text)}")

    def presses(self, user: str, message: Got, title: str) -> None:
        self.did[user].append(f"update:{self.double.presses(int(user), message.raw, title)}")

    def order(self, user: str) -> list[str]:
        """As they did it: Telegram's numbers say so, however the updates came."""
        return self.did[user]

    def got(self, user: str) -> list[Got]:
        return self.phones.got(user, self.double.sent, self.double.sent_at)


@dataclass
class WhatsAppApp:
    """``deliver`` is Meta's side: batches come until they are taken, with what happened to the messages in between."""

    double: WhatsAppDouble
    waiting: list[dict[str, Any]] = field(default_factory=list)
    reported: int = 0
    came: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    phones: Phones = field(default_factory=lambda: Phones(_on_whatsapp))

    def says(self, user: str, text: str) -> None:
        self.waiting.append(self.double.writes(user, text))

    def presses(self, user: str, message: Got, title: str) -> None:
        self.waiting.append(self.double.presses(user, message.raw, title))

    def got(self, user: str) -> list[Got]:
        return self.phones.got(user, self.double.sent, self.double.sent_at)

    def order(self, user: str) -> list[str]:
        """As it first came to us: nothing that Meta sends says more."""
        return self.came[user]

    async def deliver(self, url: str) -> None:
        """Until cancelled."""
        shuffled = random.Random(11)
        async with httpx.AsyncClient(timeout=30, **LOOPBACK) as meta:
            while True:
                values, self.waiting = self.waiting[:20], self.waiting[20:]
                values = self.double.bad.delivered(values) + self._reports(shuffled)
                self._note(values)
                if values:
                    await self._until_taken(meta, url, batch_of(*values))
                await asyncio.sleep(LOOK_SECONDS)

    def _note(self, values: list[dict[str, Any]]) -> None:
        for message in (one for value in values for one in value.get("messages", ())):
            order = self.came[message["from_user_id"]]
            order += [message["id"]] if message["id"] not in order else []

    def _reports(self, shuffled: random.Random) -> list[dict[str, Any]]:
        """What became of a tenth of the messages, in any order."""
        new, self.reported = self.double.sent[self.reported :], len(self.double.sent)
        return [
            self.double.statuses(raw, *shuffled.sample(("sent", "delivered", "read"), 3))
            for raw in new
            if shuffled.random() < 0.1
        ]

    async def _until_taken(self, meta: httpx.AsyncClient, url: str, body: bytes) -> None:
        while True:
            with contextlib.suppress(httpx.TransportError):
                if (await meta.post(url, content=body, headers=signed(body))).status_code == httpx.codes.OK:
                    return
            await asyncio.sleep(LOOK_SECONDS)


@dataclass
class Crowd:
    """``steps`` counts what all of them have done, so that a test knows how far they are; ``longest`` is the longest
    that anybody waited for an answer, in seconds.
    """

    app: App
    users: list[str]
    steps: int = 0
    done: int = 0
    longest: float = 0.0

    async def talk(self) -> None:
        await asyncio.gather(*(self._first_conversation(user, n % 3) for n, user in enumerate(self.users)))

    async def _first_conversation(self, user: str, manner: int) -> None:
        """In every ``manner`` the same things are said: one at a time (0), in fragments (1), with a tap right after a
        text (2).
        """
        await self._say(user, "hi", lambda got: "I'm 18+ and I agree" in got.titles)
        before = ["hello"] if manner == 2 else []
        await self._tap(user, "I'm 18+ and I agree", _answers if before else _begins, before)
        told = (
            ["anxiety", "i used to do", "a lot of sewing"] if manner == 1 else ["anxiety. i used to do a lot of sewing"]
        )
        await self._say(user, told, _answers)
        await self._say(user, ["some company", "mornings"] if manner else ["some company"], _answers)
        for _ in range(MOST_SKIPS):
            if self._offering(user, "Introduce me"):
                break
            await self._say(user, "skip", _answers)
            await self._quiet(user)
        # A message that came twice passes for the answer to the next one: the last answers may still be on their way.
        await until(lambda: self._offering(user, "Introduce me") is not None)
        await self._tap(user, "Introduce me", lambda got: "What name" in got.text)
        await self._say(user, "Marcia", lambda got: "I agree, send it" in got.titles)
        await self._tap(user, "I agree, send it", lambda got: "sending it" in got.text)
        self.done += 1

    async def _say(self, user: str, texts: str | list[str], heard: Callable[[Got], bool]) -> None:
        """All of ``texts`` at once."""
        before, texts = len(self.app.got(user)), [texts] if isinstance(texts, str) else texts
        for text in texts:
            self.app.says(user, text)
        await self._until(user, before, heard)
        if len(texts) > 1:
            await self._quiet(user)  # each may get an answer of its own

    async def _tap(self, user: str, title: str, heard: Callable[[Got], bool], texts: Sequence[str] = ()) -> None:
        """Right after saying ``texts``."""
        before, message = len(self.app.got(user)), self._offering(user, title)
        assert message, f"nobody was offered {title!r}"
        for text in texts:
            self.app.says(user, text)
        self.app.presses(user, message, title)
        await self._until(user, before, heard)
        if texts:
            await self._quiet(user)

    async def _quiet(self, user: str) -> None:
        await until(lambda: now() - self.app.got(user)[-1].at > SETTLE_SECONDS)

    async def _until(self, user: str, before: int, heard: Callable[[Got], bool]) -> None:
        began = now()
        await until(lambda: any(heard(got) for got in self.app.got(user)[before:]))
        self.longest = max(self.longest, now() - began)
        self.steps += 1

    def _offering(self, user: str, title: str) -> Got | None:
        return next((got for got in reversed(self.app.got(user)) if title in got.titles), None)


def _begins(got: Got) -> bool:
    return "Tell me a bit about you" in got.text


def _answers(got: Got) -> bool:
    return OUTAGE not in got.text


def repeats(
    got: list[Got], said: list[tuple[str, str]], known_as: Callable[[str], str] = str
) -> list[tuple[float, float]]:
    """When each message that came twice came first and again. ``said``: what was committed, as (text, the app's id of
    the copy that we noted, which is ``known_as`` so by us). Raises AssertionError where one is missing or crossed.

    The same may be said twice in a row on purpose: what came and was never noted is the copy of the next that was.
    """
    noted = [one for one in got if any(known_as(one.id) == its for _, its in said)]
    in_order = [(one.text, known_as(one.id)) for one in noted] == said
    assert in_order, f"{len(noted)} of {len(said)} messages came in their order"
    again: list[tuple[float, float]] = []
    for place, one in enumerate(got):
        if one not in noted:
            later = next((other for other in got[place + 1 :] if other in noted and other.text == one.text), None)
            before = next((other for other in reversed(got[:place]) if other in noted and other.text == one.text), None)
            assert later or before, "something came that was never said"
            again.append((one.at, later.at) if later else (before.at, one.at))  # type: ignore[union-attr]
    return again


async def until(done: Callable[[], bool]) -> None:
    """Other processes do what is waited for here, in real time; whoever calls sets a limit."""
    while not done():  # noqa: ASYNC110 (they tell nobody)
        await asyncio.sleep(LOOK_SECONDS)


def now() -> float:
    return time.monotonic()
