"""The web channel as the pages use it: both sides of the chat, and posting that waits for its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.contract import Inbound, OfferedButton
from bot.channels.web import WebChannel
from bot.channels.web_identity import Person
from bot.store.history import Entry
from bot.store.message_ids import as_given


@dataclass(frozen=True)
class ChatLine:
    """One message of the chat. ``n`` is the cursor of events; the person's own have the ``key`` they came under."""

    by: Literal["navigator", "person"]
    text: str
    turn: str
    n: int = 0
    kind: str = "text"
    buttons: tuple[OfferedButton, ...] = ()
    key: str = ""
    lasts: bool = False
    """The buttons still count when the talk has gone on: they answer no question, and none of them was pressed."""


@dataclass(frozen=True)
class WebChat:
    """``sender`` is the random part of a visitor's cookie. What is not ``async`` blocks."""

    channel: WebChannel

    def sender(self, request: Request) -> str | None:
        person = self.channel.identities.of(request)
        return person.sender if person and person.channel == "web" else None

    def welcome(self, response: Response) -> str:
        person = self.channel.identities.new()
        self.channel.identities.give(response, person)
        return person.sender

    def form_key(self, sender: str) -> str:
        return self.channel.identities.form_key(Person("web", sender))

    def person_of(self, sender: str) -> str | None:
        return self.channel.store.claims.conversation_of("web", sender)

    def lines(self, sender: str) -> Sequence[ChatLine]:
        """Both sides in order, as far as words are still kept."""
        person = self.person_of(sender)
        if person is None:
            return []
        said = self.channel.store.history.both_sides(person)
        return [_line(entry) for entry in said if entry.text or entry.buttons]

    async def say(
        self,
        sender: str,
        message_id: str,
        *,
        text: str | None = None,
        button: str | None = None,
        carried: dict[str, Any] | None = None,
    ) -> None:
        """Claim one message; the same id again does nothing. Raises StoreBusyError."""
        kind: Literal["text", "button"] = "text" if button is None else "button"
        inbound = Inbound("web", f"{sender}:{message_id}", sender, kind, text or "", button, data=carried or {})
        await self.channel.gateway.claim(inbound)

    async def turn_done(self, sender: str, message_id: str, seconds: float) -> bool:
        """Wait until the turn of that message is over, ``seconds`` at most; whether it is."""
        run = self.channel.threads.run
        person = await run(self.person_of, sender)
        if person is None:
            return False
        answered = self.channel.store.history.is_answered
        with self.channel.notifier.listen(person) as listener:
            if await run(answered, "web", sender, message_id):
                return True
            while await listener.wait(seconds):
                if await run(answered, "web", sender, message_id):
                    return True
        return False


def _line(entry: Entry) -> ChatLine:
    if entry.by == "person":
        return ChatLine("person", entry.text, entry.turn or "", key=as_given(entry.external_id))
    buttons = tuple(OfferedButton(i, title) for i, title in entry.buttons)
    return ChatLine("navigator", entry.text, entry.turn or "", entry.n, entry.kind, buttons, lasts=entry.lasts)
