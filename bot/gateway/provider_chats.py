"""A chat that a provider linked is its letter box: what is done there never becomes anybody's conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import structlog

from bot.channels.contract import Channel, HeldError, Inbound, OfferedButton, Outgoing, RefusedError, Said
from bot.gateway.notify import OUTBOX, Notifier
from bot.gateway.threads import Threads
from bot.store import BotStore
from introductions.ways import CODE_MARK, Chat, ChatWords, Linked, chat_of

log = structlog.get_logger()

Taken = Literal["no", "taken", "resident", "over"]
"""``no``: the chat is a person's own. ``resident``: it talks with us already, so no provider gets letters there.
``over``: the link it came by was used, is old, or is none of ours.
"""


class Room(Protocol):
    """The introductions room, as far as chats of providers reach it."""

    def link_chat(self, chat: Chat, code: str, key: str) -> Linked: ...
    def chat_wrote(self, said: ChatWords) -> bool: ...


class Letter(Protocol):
    @property
    def to(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def buttons(self) -> Sequence[tuple[str, str]]: ...


@dataclass(frozen=True)
class ProviderChats:
    room: Room
    store: BotStore
    threads: Threads
    notifier: Notifier

    async def take(self, said: Inbound, replied: str = "", *, is_new: bool = True) -> Taken:
        """What was done in a provider's chat. ``replied`` is the channel's id of the message that it answers;
        ``is_new``: not a reaction or the like, which says nothing.
        """
        taken = await self.threads.run(self._take, said, replied, is_new)
        if taken == "taken":
            self.notifier.tell(OUTBOX)
        return taken

    def _take(self, said: Inbound, replied: str, is_new: bool) -> Taken:
        chat, key = Chat(said.channel, said.sender), f"{said.channel}:{said.external_id}"
        code = str(said.data.get("door", "")) if said.kind == "command" else ""
        if code.startswith(CODE_MARK):
            if self.store.claims.conversation_of(said.channel, said.sender) is not None:
                return "resident"
            linked = self.room.link_chat(chat, code, key)
            log.info("provider_chat_code", outcome=linked)
            return "taken" if linked == "linked" else "over"
        words = said.text if said.kind == "text" and is_new else ""
        button = (said.button or "") if said.kind == "button" else ""
        begins = said.kind == "command" and said.text == "greet"
        return "taken" if self.room.chat_wrote(ChatWords(chat, key, words, replied, begins, button)) else "no"


async def send_to_chat(channels: Mapping[str, Channel], letter: Letter) -> str:
    """The stored subject and text into the provider's chat; gives the channel's id of the last part.

    Raises SendError, and RefusedError where the chat takes nothing or its channel is not set up any more.
    """
    chat = chat_of(letter.to)
    channel = channels.get(chat.channel) if chat else None
    if chat is None or channel is None:
        raise RefusedError("no such channel here")
    text = "\n\n".join(part for part in (letter.subject, letter.text) if part)
    sent = ""
    buttons = tuple(OfferedButton(key, title) for key, title in letter.buttons)
    parts = channel.shape([Said(text)])
    for n, part in enumerate(parts, 1):
        under = buttons if n == len(parts) else ()
        more: dict[str, Any] = {"turn": "", "kind": "text", "text": part.text, "buttons": under}
        try:
            sent = await channel.send(Outgoing(n=0, channel=chat.channel, to=chat.to, **more))
        except HeldError as error:
            raise RefusedError(str(error)) from error  # a letter does not wait: it goes another way
    return sent
