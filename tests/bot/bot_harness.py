"""What the bot's tests share: one person talking, and small stand-ins for knowledge's safety."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.contract import Inbound
from bot.wiring import Bot


@dataclass(frozen=True)
class Danger:
    level: str
    kinds: tuple[str, ...] = ()
    named: bool = True
    faint: bool = False


@dataclass(frozen=True)
class Line:
    name: str
    number: str
    words: str


def check(text: str, *, after_danger: bool = False) -> Danger:
    """A few whole words, in place of knowledge's safety words."""
    if after_danger and "tablets" in text.lower():
        return Danger("ask", ("suicide",))
    if after_danger and "tired of myself" in text.lower():
        return Danger("ask", ("suicide",), named=False)
    table = {
        "kill myself": ("act", "suicide"),
        "he hits me": ("act", "violence"),
        "pointless": ("ask", "suicide"),
        "tired of living": ("ask", "suicide"),
        "7ragt7": ("ask", "harm_others"),  # the real words mend it to "rage"
    }
    if "drop on the bus" in text.lower():
        return Danger("ask", ("suicide",), named=False, faint=True)
    if "too much" in text.lower():
        return Danger("ask", ("suicide",), named=False)
    for words, (level, kind) in table.items():
        if words in text.lower():
            return Danger(level, (kind,))
    return Danger("none")


def contacts(_person: str, kinds: Sequence[str]) -> list[Line]:
    return [Line("Emergency", "999", "emergency")] if kinds else []


@dataclass
class Talk:
    """One person on the web channel, for tests that read as dialogue."""

    bot: Bot
    sender: str = "ada"
    count: int = 0
    seen: int = 0

    async def say(self, text: str = "", **more: Any) -> list[dict[str, Any]]:
        """Say something, let it be answered, and give every message since the last time."""
        await self.send(text, **more)
        await self.bot.gateway.idle()
        return self.messages()

    async def send(self, text: str = "", **more: Any) -> str:
        self.count += 1
        kind = more.pop("kind", "button" if "button" in more else "media" if "media" in more else "text")
        inbound = Inbound("web", f"{self.sender}:{self.count}", self.sender, kind, text=text, **more)
        claim = await self.bot.gateway.claim(inbound)
        return claim.conversation

    async def press(self, message: dict[str, Any], title: str) -> list[dict[str, Any]]:
        ids = {title: button for button, title in message["buttons"]}
        return await self.say(button=ids[title])

    def messages(self) -> list[dict[str, Any]]:
        rows = self.bot.store.messages.after(self.person, self.seen)
        self.seen = rows[-1][0] if rows else self.seen
        return [{"kind": kind, **payload} for _, _, kind, payload in rows if kind != "turn_done"]

    @property
    def person(self) -> str:
        person = self.bot.store.claims.conversation_of("web", self.sender)
        assert person
        return person
