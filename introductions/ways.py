"""Ways to a provider: a mail address, or a chat that was linked to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

CODE_MARK = "p-"
"""How a provider's code begins behind ``?start=``; a door's begins otherwise."""
Linked = Literal["linked", "over"]


class Chat(NamedTuple):
    channel: str
    to: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.to}"


@dataclass(frozen=True)
class ChatWords:
    """Something that was done in a chat. ``words`` is empty for what is no new text; ``replied`` is the channel's id
    of the message it answers; ``key`` is the channel's id of it. ``begins``: they pressed Start.
    """

    chat: Chat
    key: str
    words: str = ""
    replied: str = ""
    begins: bool = False
    button: str = ""
    """The id of the button that was pressed under a letter."""


def chat_of(address: str) -> Chat | None:
    """The chat that an address names (``telegram:1001``); None for a mail address."""
    channel, colon, to = address.partition(":")
    return Chat(channel, to) if colon and channel == "telegram" else None
