"""What can always be asked, on a telephone: the conversation scripts of it, word by word, over either chat app."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.store import BotStore
from tests.conversations.script import Line, read
from tests.integration.crowd import App, Got, until
from tests.integration.phones import ON

pytestmark = pytest.mark.rasa

SCRIPTS = Path(__file__).parents[1] / "conversations" / "scripts"
ALWAYS = ("asked-inside-a-question", "ring-me-and-quiet", "stop-and-quiet")
HIDDEN = {
    "telegram": "I've cleared what I can of the last two days",
    "whatsapp": "WhatsApp won't let me clear your phone",
}
HIDES_ON_THE_PAGE = "Open this page again"
SECONDS = 150.0
WAITING = ("inbound_waiting", "turns_open", "outbox_waiting")


@dataclass
class Phone:
    """One person's phone. ``heard`` is all that came since their last move."""

    app: App
    store: BotStore
    user: str
    heard: list[Got] = field(default_factory=list)

    async def does(self, words: str) -> None:
        before = len(self.app.got(self.user))
        if words.startswith("["):
            title = words.strip("[]")
            offering = [got for got in self.heard if title in got.titles]
            assert offering, f"no button {title!r} among {[got.titles for got in self.heard]}"
            self.app.presses(self.user, offering[-1], title)
        else:
            self.app.says(self.user, words)
        await until(lambda: len(self.app.got(self.user)) > before and not self._waits())
        self.heard = self.app.got(self.user)[before:]

    def _waits(self) -> bool:
        counts = self.store.turns.counts()
        return any(counts[name] for name in WAITING)

    @property
    def text(self) -> str:
        return "\n".join(got.text for got in self.heard)


def on_this_phone(channel: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    for line in lines:
        yield Line(line.mark, HIDDEN[channel], line.number) if line.words.startswith(HIDES_ON_THE_PAGE) else line


@pytest.mark.parametrize("channel", ON)
async def test_everything_that_is_always_available_works_on_both_phones(channel: str, tmp_path: Path) -> None:
    async with ON[channel](tmp_path, [f"{700 + n}" for n in range(len(ALWAYS))]) as network, asyncio.timeout(SECONDS):
        with network.installation.house() as house:
            store = BotStore(house.engine, house.clock, house.cipher)
            for user, name in zip(network.users, ALWAYS, strict=True):
                phone = Phone(network.app, store, user)
                for line in on_this_phone(channel, read(SCRIPTS / f"{name}.chat").lines):
                    await follow(phone, line, f"{name}, line {line.number}: {line.words!r}")


async def follow(phone: Phone, line: Line, where: str) -> None:
    said = f"{where}; it said {phone.text!r}"
    if line.mark == ">":
        await phone.does(line.words)
    elif line.mark == "<":
        assert line.words.casefold() in phone.text.casefold(), said
    elif line.mark == "!":
        assert line.words.casefold() not in phone.text.casefold(), said
    else:
        assert line.mark == "?", f"{where}: no such move on a phone"
        assert any(line.words.strip("[]") in got.titles for got in phone.heard), said
